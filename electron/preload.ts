import { contextBridge, ipcRenderer } from 'electron'

/**
 * The only bridge between a page and the shell. A page gets one port to the backend and three words to the shell;
 * no Electron object reaches it.
 */
window.addEventListener('message', ({ source, origin, data, ports }) => {
  const [port] = ports
  if (source !== window || origin !== window.location.origin || data !== 'rpc:connect' || !port) return
  ipcRenderer.postMessage('rpc:connect', null, [port])
})

contextBridge.exposeInMainWorld('host', {
  kind: 'electron',
  /** Menu and dialogs of the shell follow the page's language, `zh` or `en`. */
  setLanguage: (language: string) => ipcRenderer.send('shell:language', String(language)),
  /** Asks the user for a folder, such as a USB stick to export to. Its path, or null when they changed their mind. */
  chooseFolder: (): Promise<unknown> => ipcRenderer.invoke('shell:choose-folder'),
})
