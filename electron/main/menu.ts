import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '../ipc/derive-ipc.ts';
import type { WindowContract } from '../ipc/window-schema.ts';

export type Pane = EventPayload<WindowContract, 'show'>['pane'];

export interface MenuActions {
  show(pane: Pane): void;
  toggleTalk(): void;
  quit(): void;
}

/** The application menu: mostly there for its shortcuts. */
export function setupMenu(actions: MenuActions, options: { readonly isPackaged: boolean; readonly platform: NodeJS.Platform }): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(actions, options)));
}

export function menuTemplate(
  actions: MenuActions,
  { isPackaged, platform }: { readonly isPackaged: boolean; readonly platform: NodeJS.Platform },
): MenuItemConstructorOptions[] {
  const pane = (label: string, name: Pane, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => actions.show(name),
  });
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
    ...(isPackaged ? [] : [{ type: 'separator' } as const, { role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
  ];
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&Parley',
      submenu: [
        { label: 'Talk', accelerator: 'CommandOrControl+Shift+Space', click: actions.toggleTalk },
        { type: 'separator' },
        pane('Conversation', 'conversation', 'CommandOrControl+1'),
        pane('History', 'history', 'CommandOrControl+2'),
        pane('Recordings', 'recordings', 'CommandOrControl+T'),
        pane('Settings', 'settings', 'CommandOrControl+,'),
        pane('Diagnostics', 'diagnostics', 'CommandOrControl+Shift+D'),
        { type: 'separator' },
        { role: 'close' },
        { label: 'Quit', accelerator: 'CommandOrControl+Q', click: actions.quit },
      ],
    },
    { role: 'editMenu' },
    { label: '&View', submenu: view },
  ];
}
