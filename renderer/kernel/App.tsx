import { QueryClientProvider } from '@tanstack/react-query'
import { App as Kit, ConfigProvider } from 'antd'
import english from 'antd/locale/en_US'
import chinese from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect, useMemo } from 'react'
import { createHashRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'

import { Soon } from '../ui/Soon.tsx'
import { followChanges, queries } from './changes.ts'
import { keepDraftsOnLeaving } from './drafts.ts'
import { Frame } from './Frame.tsx'
import { nonce } from './nonce.ts'
import { type Face, FaceContext, type PageEntry, PageContext } from './page.ts'
import { PageGuard } from './PageGuard.tsx'
import { NoSuchPage, PageTrouble } from './PageTrouble.tsx'
import { followLanguage } from './preference-store.ts'
import { usePreferences } from './preferences.ts'
import { SignatureDialog } from './SignatureDialog.tsx'
import { themeFor, useIsDark, useRootColours } from './theme.ts'

/** The whole window: words, colours, questions, and the frame around every page of `face`. */
export function App({ face }: { readonly face: Face }) {
  const language = usePreferences((preferences) => preferences.language)
  const density = usePreferences((preferences) => preferences.density)
  const isDark = useIsDark()
  const theme = useMemo(() => themeFor(isDark), [isDark])
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  useEffect(() => followChanges(), [])
  useEffect(() => followLanguage(), [])
  useEffect(() => keepDraftsOnLeaving(), [])
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider
        csp={{ nonce }}
        locale={language === 'zh' ? chinese : english}
        theme={theme}
        componentSize={density === 'dense' ? 'medium' : 'large'}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <Kit>
          <FaceContext value={face}>
            <Rooms face={face} />
          </FaceContext>
        </Kit>
      </ConfigProvider>
    </QueryClientProvider>
  )
}

function Rooms({ face }: { readonly face: Face }) {
  useRootColours()
  const router = useMemo(
    () =>
      createHashRouter([
        {
          element: <Gated face={face} />,
          children: [...face.pages.map(routeOf), { path: '*', element: <NoSuchPage /> }],
        },
      ]),
    [face],
  )
  return <RouterProvider router={router} />
}

function Gated({ face: { gate: Gate } }: { readonly face: Face }) {
  if (Gate === null) return <Frame />
  return (
    <Gate>
      <Soon>
        <Frame />
        <SignatureDialog />
      </Soon>
    </Gate>
  )
}

function routeOf(entry: PageEntry) {
  return {
    path: entry.path,
    element: (
      <PageContext value={entry}>
        <PageGuard entry={entry}>{entry.element}</PageGuard>
      </PageContext>
    ),
    errorElement: <PageTrouble />,
  }
}
