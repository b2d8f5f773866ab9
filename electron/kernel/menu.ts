import { hostTexts } from '#shared/kernel/host-texts'
import { type Language, say } from '#shared/kernel/texts'

/** What the menu can do that the system does not do by itself. */
export interface MenuActs {
  readonly openDataFolder: () => void
  readonly openLogFolder: () => void
  readonly print: () => void
}

type Role =
  | 'about'
  | 'quit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'reload'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'minimize'
  | 'hide'
  | 'hideOthers'
export interface MenuItem {
  readonly label?: string
  readonly role?: Role
  readonly type?: 'separator'
  readonly accelerator?: string
  readonly click?: () => void
  readonly submenu?: MenuItem[]
}

type Code = keyof typeof hostTexts

/**
 * The native menu in one language. Every item carries its own wording: the system's would follow the system's
 * language. Undo and redo stay those of text fields; the pages' own Ctrl Z is theirs.
 */
export function menuTemplate(language: Language, isMac: boolean, acts: MenuActs): MenuItem[] {
  const label = (code: Code) => say(hostTexts[code], language)
  const role = (code: Code, name: Role): MenuItem => ({ label: label(code), role: name })
  const line: MenuItem = { type: 'separator' }
  const quit = role('host.menu.quit', 'quit')
  const about = role('host.menu.about', 'about')
  const ofTheMac: MenuItem = {
    label: label('host.app'),
    submenu: [
      about,
      line,
      role('host.menu.hide', 'hide'),
      role('host.menu.hide-others', 'hideOthers'),
      line,
      quit,
    ],
  }
  const file: MenuItem = {
    label: label('host.menu.file'),
    submenu: [
      { label: label('host.menu.print'), accelerator: 'CmdOrCtrl+P', click: acts.print },
      { label: label('host.menu.data-folder'), click: acts.openDataFolder },
      ...(isMac ? [] : [line, quit]),
    ],
  }
  const edit: MenuItem = {
    label: label('host.menu.edit'),
    submenu: [
      role('host.menu.undo', 'undo'),
      role('host.menu.redo', 'redo'),
      line,
      role('host.menu.cut', 'cut'),
      role('host.menu.copy', 'copy'),
      role('host.menu.paste', 'paste'),
      role('host.menu.select-all', 'selectAll'),
    ],
  }
  const view: MenuItem = {
    label: label('host.menu.view'),
    submenu: [
      role('host.menu.reload', 'reload'),
      line,
      role('host.menu.actual-size', 'resetZoom'),
      role('host.menu.zoom-in', 'zoomIn'),
      role('host.menu.zoom-out', 'zoomOut'),
      line,
      role('host.menu.full-screen', 'togglefullscreen'),
    ],
  }
  const window: MenuItem = {
    label: label('host.menu.window'),
    submenu: [role('host.menu.minimize', 'minimize')],
  }
  const help: MenuItem = {
    label: label('host.menu.help'),
    submenu: [{ label: label('host.menu.log-folder'), click: acts.openLogFolder }, ...(isMac ? [] : [about])],
  }
  return [...(isMac ? [ofTheMac] : []), file, edit, view, window, help]
}
