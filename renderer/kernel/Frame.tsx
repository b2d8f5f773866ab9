import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Outlet, useLocation } from 'react-router'

import { Icon } from '../ui/Icon.tsx'
import { Soon } from '../ui/Soon.tsx'
import { useConnection } from './connection.ts'
import { ExplainDrawer } from './ExplainDrawer.tsx'
import { useKeys } from './keys.ts'
import { useFace } from './page.ts'
import { Palette } from './Palette.tsx'
import { followPreferences } from './preference-store.ts'
import { Rail } from './Rail.tsx'
import { useSay } from './say.ts'
import { useGo, useSettledScope } from './scope.ts'
import { ScopeBar } from './ScopeBar.tsx'
import { useSession } from './session.ts'
import { StatusBar } from './StatusBar.tsx'
import { useUndoKey } from './undo-key.ts'

/** What stands around every page: scope bar, rail, explain drawer, status bar. */
export function Frame() {
  const say = useSay()
  const [isSearching, setSearching] = useState(false)
  const session = useSession((state) => state.session)
  const hasScope = useSettledScope(useFace().useScopeChoices())
  const go = useGo()
  const { pathname } = useLocation()
  useKeys({
    'mod+k': () => setSearching(true),
    f1: () => go(`/help?of=${encodeURIComponent(pathname)}`),
  })
  useUndoKey()
  const name = session?.name
  useEffect(() => followPreferences(), [name])
  return (
    <div className="frame">
      <a
        className="frame-skip"
        href="#page"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('page')?.focus()
        }}
      >
        {say('frame.skip')}
      </a>
      <section className="frame-bands" aria-label={say('frame.bands')}>
        {session?.isSample === true && (
          <div className="frame-band" role="note">
            <Icon name="warning" />
            {say('frame.sample')}
          </div>
        )}
        {session?.past && (
          <div className="frame-band" role="note">
            <Icon name="history" />
            {session.past.text}
            <Button size="small" onClick={session.past.leave}>
              {session.past.back}
            </Button>
          </div>
        )}
        <LostBand />
      </section>
      <ScopeBar onSearch={() => setSearching(true)} />
      <Rail />
      <main className="page" id="page" tabIndex={-1}>
        {hasScope && (
          <Soon>
            <Outlet />
          </Soon>
        )}
      </main>
      <ExplainDrawer />
      <StatusBar />
      {isSearching && <Palette onClose={() => setSearching(false)} />}
    </div>
  )
}

/** Says so when the connection stays lost; a hiccup of half a second is not worth a word. */
function LostBand() {
  const isLost = useConnection(({ state }) => state === 'lost')
  return isLost ? <LostNote /> : null
}

function LostNote() {
  const say = useSay()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 500)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  return (
    <div className="frame-band" role="alert">
      <Icon name="warning" />
      {say('frame.lost')}
    </div>
  )
}
