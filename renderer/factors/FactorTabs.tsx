import { Segmented } from 'antd'
import { useLocation } from 'react-router'

import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'

/** The three pages of the library, side by side. */
export function FactorTabs() {
  const say = useSay()
  const go = useGo()
  const { pathname } = useLocation()
  return (
    <Segmented
      aria-label={say('factors.tabs')}
      value={pathname}
      onChange={(path: string) => go(path)}
      options={[
        { value: '/factors', label: say('factors.tab.library') },
        { value: '/factors/gwp', label: say('factors.tab.gwp') },
        { value: '/factors/own', label: say('factors.tab.own') },
      ]}
    />
  )
}
