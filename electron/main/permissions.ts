import type { Session, WebContents } from 'electron';
import { isOwnUrl } from '../ipc/trusted-sender.ts';
import { type SystemSound, setupSystemSound } from './system-sound.ts';

export interface PermissionQuestion {
  readonly permission: string;
  /** Address of the frame that asks; null if there is no frame any more. */
  readonly url: string | null;
  readonly isMainFrame: boolean;
  readonly mediaTypes: readonly string[];
}

/** The microphone for our own page, and nothing else for nobody. */
export function mayUse({ permission, url, isMainFrame, mediaTypes }: PermissionQuestion): boolean {
  if (permission !== 'media' || !isMainFrame || url === null || !isOwnUrl(url)) return false;
  return mediaTypes.length > 0 && mediaTypes.every((type) => type === 'audio');
}

/** Answers requests ("may I?"), checks ("could I?"), devices and screen sharing. Without these three Electron says yes. */
export function setupPermissions(session: Session, systemSound: SystemSound): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const url = details.requestingUrl ?? null;
    // What is to be given of screen and system sound is asked for without a kind of device.
    const isCapture = permission === 'display-capture' || (permission === 'media' && mediaTypes.length === 0);
    if (isCapture) callback(details.isMainFrame && systemSound.isAllowed(url));
    else callback(mayUse({ permission, url, isMainFrame: details.isMainFrame, mediaTypes }));
  });
  session.setPermissionCheckHandler((contents: WebContents | null, permission, requestingOrigin, details) => {
    if (contents === null) return false;
    const mediaTypes = details.mediaType === undefined ? [] : [details.mediaType];
    return mayUse({ permission, url: requestingOrigin, isMainFrame: details.isMainFrame, mediaTypes });
  });
  session.setDevicePermissionHandler(() => false);
  setupSystemSound(session, systemSound);
}
