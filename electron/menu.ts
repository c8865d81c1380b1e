/**
 * The native menu, as the command registry of the page describes it.
 */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { HostMenu } from '#bridge';

/** Shows the menus; `choose` hears the id of what is chosen. */
export function setMenu(menus: readonly HostMenu[], choose: (id: string) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(menus, choose, process.platform)));
}

export function menuTemplate(
  menus: readonly HostMenu[],
  choose: (id: string) => void,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const ours = menus.map(({ label, commands }, place): MenuItemConstructorOptions => {
    const items = commands.map(
      ({ id, label: item, accelerator }): MenuItemConstructorOptions => ({
        id,
        label: item,
        click: () => choose(id),
        // Shown only: the page listens itself, and leaves text fields their own undo.
        ...(accelerator && { accelerator, registerAccelerator: false }),
      }),
    );
    // The menu of files is the first one, whatever it is called in the language of the page.
    return {
      label,
      submenu: place === 0 ? [...items, { type: 'separator' }, { role: 'quit' }] : items,
    };
  });
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...ours, { role: 'windowMenu' }] : ours;
}
