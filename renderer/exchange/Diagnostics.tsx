import { Button } from 'antd'
import { useState } from 'react'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useToday } from '../kernel/use-today.ts'
import { Icon } from '../ui/Icon.tsx'
import { saveFile } from '../ui/save-file.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** What would leave for whoever mends the program: shown whole first, and saved as exactly what was shown. */
export function Diagnostics() {
  const say = useSay()
  const [isShown, show] = useState(false)
  return (
    <section className="paper" aria-label={say('exchange.diagnostics')}>
      <h2>{say('exchange.diagnostics')}</h2>
      <p className="page-purpose">{say('exchange.diagnostics.why')}</p>
      {isShown ? (
        <Shown />
      ) : (
        <Button icon={<Icon name="search" />} onClick={() => show(true)}>
          {say('exchange.diagnostics.show')}
        </Button>
      )}
    </section>
  )
}

function Shown() {
  const say = useSay()
  const today = useToday()
  const { data, error } = useAsk(['exchange', 'diagnostics'], () => api.exchange.diagnostics({}))
  if (!data) return <TroubleNote trouble={error} />
  const name = `tanbu-diagnostics-${today}.json`
  return (
    <>
      <pre className="exchange-diagnostics" tabIndex={0} aria-label={say('exchange.diagnostics')}>
        {data.text}
      </pre>
      <Button
        icon={<Icon name="export" />}
        onClick={() => saveFile(name, new Blob([data.text], { type: 'application/json' }))}
      >
        {say('exchange.diagnostics.save')}
      </Button>
    </>
  )
}
