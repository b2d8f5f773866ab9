import { theme as kit, type ThemeConfig } from 'antd'
import { useEffect, useState } from 'react'

import { usePreferences } from './preferences.ts'

const fonts =
  '"Segoe UI", -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Noto Sans", sans-serif'

/** Colours with at least 4.5 : 1 for text on their ground, in both themes. */
const palettes = {
  light: {
    colorPrimary: '#0b6b57',
    colorLink: '#0b6b57',
    colorLinkHover: '#08503f',
    colorInfo: '#175cd3',
    colorSuccess: '#116329',
    colorWarning: '#855700',
    colorError: '#c0242d',
    colorTextSecondary: '#4a5158',
    colorTextTertiary: '#5d656d',
    colorTextQuaternary: '#636b73',
    colorTextPlaceholder: '#636b73',
    colorSuccessBg: '#eef7f0',
    colorSuccessBorder: '#a5d1b1',
    colorWarningBg: '#fff6df',
    colorWarningBorder: '#e3c57c',
    colorErrorBg: '#fdf0f0',
    colorErrorBorder: '#eeb0b3',
    colorBgLayout: '#f3f5f4',
    controlItemBgActive: '#dcefe9',
    controlItemBgActiveHover: '#cde7de',
  },
  dark: {
    colorPrimary: '#1f8a70',
    colorLink: '#5fcfb0',
    colorLinkHover: '#8be0c8',
    colorInfo: '#85b6ff',
    colorSuccess: '#5cc878',
    colorWarning: '#e0b23c',
    colorError: '#ff8080',
    colorTextSecondary: '#b9c0c6',
    colorTextTertiary: '#a3abb2',
    colorTextQuaternary: '#99a1a8',
    colorTextPlaceholder: '#99a1a8',
    colorBgLayout: '#101413',
    controlItemBgActive: '#17372f',
    controlItemBgActiveHover: '#1d463c',
  },
} as const

/** Whether the window is dark now, by the user's choice or the system's. */
export function useIsDark(): boolean {
  const chosen = usePreferences((preferences) => preferences.theme)
  const [system, setSystem] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches)
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)')
    const follow = () => setSystem(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return chosen === 'system' ? system : chosen === 'dark'
}

export function themeFor(isDark: boolean): ThemeConfig {
  const palette = palettes[isDark ? 'dark' : 'light']
  return {
    algorithm: isDark ? kit.darkAlgorithm : kit.defaultAlgorithm,
    token: {
      ...palette,
      fontFamily: fonts,
      fontSize: 14,
      borderRadius: 4,
      // Whoever asked the system for less motion gets none.
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationFast: '0.05s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.14s',
      controlOutlineWidth: 2,
    },
    components: {
      Button: { defaultHoverColor: palette.colorLink, defaultActiveColor: palette.colorLink },
      Table: { cellPaddingBlockSM: 4, cellPaddingBlock: 4, cellPaddingInlineSM: 8 },
      Tabs: { itemSelectedColor: palette.colorLink, itemHoverColor: palette.colorLink },
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    },
  }
}

/** Hands the kit's colours to our own stylesheet, as `--face-…`, on the root, so that popups have them too. */
export function useRootColours(): void {
  const { token } = kit.useToken()
  const density = usePreferences((preferences) => preferences.density)
  const isDark = useIsDark()
  useEffect(() => {
    const root = document.documentElement
    root.style.colorScheme = isDark ? 'dark' : 'light'
    const colours: Readonly<Record<string, string>> = {
      ground: token.colorBgLayout,
      paper: token.colorBgContainer,
      raised: token.colorBgElevated,
      text: token.colorText,
      quiet: token.colorTextSecondary,
      faint: token.colorTextTertiary,
      line: token.colorBorderSecondary,
      edge: token.colorBorder,
      hover: token.colorFillTertiary,
      chosen: token.controlItemBgActive,
      accent: token.colorLink,
      stop: token.colorError,
      warn: token.colorWarning,
      good: token.colorSuccess,
      info: token.colorInfo,
      'warn-ground': token.colorWarningBg,
      'warn-edge': token.colorWarningBorder,
    }
    for (const [name, colour] of Object.entries(colours)) root.style.setProperty(`--face-${name}`, colour)
    root.style.setProperty('--face-row', density === 'dense' ? '32px' : '40px')
    root.style.setProperty('--face-font', token.fontFamily)
  }, [token, density, isDark])
}
