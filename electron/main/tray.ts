import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import type { Presence } from '../ipc/presence-schema.ts';
import type { MicrophoneState, Profiles } from '../ipc/window-schema.ts';

export type TrayIcon = 'closed' | 'open' | 'live' | 'speaking' | 'blocked';

export interface TrayState {
  readonly presence: Presence;
  readonly capturing: boolean;
  readonly microphone: MicrophoneState;
  readonly personaName: string;
  readonly personas: readonly { readonly id: string; readonly name: string }[];
  readonly engines: readonly { readonly id: string; readonly label: string; readonly isChosen: boolean }[];
  readonly profiles: Profiles;
}

export interface TrayActions {
  show(): void;
  toggleTalk(): void;
  switchPersona(id: string): void;
  switchEngine(id: string): void;
  switchProfile(id: string): void;
  showSettings(): void;
  quit(): void;
}

const MICROPHONE_LINES: Readonly<Record<MicrophoneState, string>> = {
  closed: 'Microphone closed',
  open: 'Microphone open, not recording',
  live: 'Microphone live',
  denied: 'Microphone not allowed',
  missing: 'No microphone found',
  silent: 'Microphone sends only silence',
};

const PRESENCE_LINES: Readonly<Partial<Record<Presence, string>>> = {
  starting: 'starting',
  listening: 'listening',
  thinking: 'thinking',
  speaking: 'speaking',
  unavailable: 'not available',
};

/** Which icon is true. What the microphone does comes first: a live microphone is never hidden behind another sign. */
export function trayIcon({ presence, capturing, microphone }: TrayState): TrayIcon {
  if (capturing || microphone === 'live') return 'live';
  if (presence === 'speaking') return 'speaking';
  if (microphone === 'denied' || microphone === 'missing' || microphone === 'silent') return 'blocked';
  return microphone === 'open' ? 'open' : 'closed';
}

/** The same in words: `Nova is speaking · Microphone closed`. */
export function trayLine(state: TrayState): string {
  const presence = PRESENCE_LINES[state.presence];
  const microphone = state.capturing ? MICROPHONE_LINES.live : MICROPHONE_LINES[state.microphone];
  return presence === undefined ? microphone : `${state.personaName} is ${presence} · ${microphone}`;
}

/** Puts the icon up. Returns how to change it, or null where the system has no place for one. */
export function setupTray(iconFolder: string, actions: TrayActions): ((state: TrayState) => void) | null {
  const icon = (name: TrayIcon) =>
    nativeImage.createFromPath(join(iconFolder, 'tray', process.platform === 'darwin' ? `${name}Template.png` : `${name}.png`));
  let tray: Tray;
  try {
    tray = new Tray(icon('closed'));
  } catch {
    return null;
  }
  tray.on('click', actions.show);
  let shown = '';
  return (state) => {
    const line = trayLine(state);
    const name = trayIcon(state);
    const now = JSON.stringify([name, line, state.personaName, state.personas, state.profiles, state.engines]);
    if (shown === now) return;
    shown = now;
    tray.setImage(icon(name));
    tray.setToolTip(`Parley: ${line}`);
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(state, line, actions)));
  };
}

export function trayMenu(state: TrayState, line: string, actions: TrayActions): MenuItemConstructorOptions[] {
  return [
    { label: line, enabled: false },
    { type: 'separator' },
    { label: 'Show Parley', click: actions.show },
    { label: state.capturing ? 'Stop talking' : `Talk with ${state.personaName}`, click: actions.toggleTalk },
    personaMenu(state, actions),
    ...engineMenu(state, actions),
    ...profileMenu(state, actions),
    { label: 'Settings…', click: actions.showSettings },
    { type: 'separator' },
    { label: 'Quit Parley', click: actions.quit },
  ];
}

/** Where it thinks. Nothing to choose while there is one place only. */
function engineMenu({ engines }: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  if (engines.length < 2) return [];
  const submenu = engines.map(({ id, label, isChosen }) => ({
    label,
    type: 'radio' as const,
    checked: isChosen,
    click: () => actions.switchEngine(id),
  }));
  return [{ label: 'Engine', submenu }];
}

/** Everybody by name; nobody is known before the conversation process told. */
function personaMenu({ personas, personaName }: TrayState, actions: TrayActions): MenuItemConstructorOptions {
  if (personas.length === 0) return { label: 'Change persona…', click: actions.show };
  const submenu = personas.map(({ id, name }) => ({
    label: name,
    type: 'radio' as const,
    checked: name === personaName,
    click: () => actions.switchPersona(id),
  }));
  return { label: 'Persona', submenu };
}

/** Everybody who uses this computer; nothing where that is one person. */
function profileMenu({ profiles: { profiles, currentId } }: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  if (profiles.length < 2) return [];
  const submenu = profiles.map(({ id, name }) => ({
    label: name,
    type: 'radio' as const,
    checked: id === currentId,
    click: () => actions.switchProfile(id),
  }));
  return [{ label: 'Profile', submenu }];
}
