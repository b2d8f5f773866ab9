import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const { env, platform } = process

/** @returns {string | undefined} an installed Chrome, Edge or Chromium; `TANBU_BROWSER` names one itself */
export function findBrowser() {
  return [env['TANBU_BROWSER'], ...usualPlaces()].find((file) => file && existsSync(file))
}

function usualPlaces() {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (root) => !!root,
    )
    const names = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    return roots.flatMap((root) => names.map((name) => join(root ?? '', name)))
  }
  if (platform === 'darwin')
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
  ]
  return names.flatMap((name) => onPath(name) ?? [])
}

/**
 * @param {string} name of a command
 * @returns {string | undefined} its file
 */
export function onPath(name) {
  return (env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file))
}

/** Whether a window can be shown here. */
export const hasDisplay = platform !== 'linux' || !!env['DISPLAY'] || !!env['WAYLAND_DISPLAY']

/** Chromium refuses its own sandbox to root, and only to root. */
export const rootFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
