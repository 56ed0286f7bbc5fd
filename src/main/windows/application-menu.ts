import { Menu, type MenuItemConstructorOptions } from 'electron';

/** What every program of macOS has in its menu bar; without it, copying and pasting have no keys there. */
const macMenu: MenuItemConstructorOptions[] = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }];

/**
 * Elsewhere there is no menu. Electron's own would be out of sight, and its keys all the same there: they load the page
 * anew, close the window, and open what developers use; Alt alone would take the keyboard away from the agent.
 */
export function setApplicationMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate(macMenu) : null);
}
