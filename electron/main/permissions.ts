import type { Session, WebContents } from 'electron';
import { isOwnUrl } from '../ipc/trusted-sender.ts';

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
export function setupPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    callback(mayUse({ permission, url: details.requestingUrl ?? null, isMainFrame: details.isMainFrame, mediaTypes }));
  });
  session.setPermissionCheckHandler((contents: WebContents | null, permission, requestingOrigin, details) => {
    if (contents === null) return false;
    const mediaTypes = details.mediaType === undefined ? [] : [details.mediaType];
    return mayUse({ permission, url: requestingOrigin, isMainFrame: details.isMainFrame, mediaTypes });
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
}
