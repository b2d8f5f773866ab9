import { useState } from 'react'

import type { BackupId, KeptBackup } from '#shared/exchange/backup'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { RecordTable } from '../ui/RecordTable.tsx'
import { sizeText } from '../ui/size-text.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { BackupActs } from './BackupActs.tsx'
import { BackupPanel } from './BackupPanel.tsx'
import { BackupRulesForm } from './BackupRulesForm.tsx'
import { StoreChecks } from './StoreChecks.tsx'

type Outcome = 'proved' | 'doubtful' | 'gone'
const tones = { proved: 'good', doubtful: 'stop', gone: 'warn' } as const satisfies Record<Outcome, Tone>
const outcomeOf = ({ isThere, provenAt }: KeptBackup): Outcome =>
  isThere ? (provenAt === null ? 'doubtful' : 'proved') : 'gone'

/** Backups, each restored aside and computed again; what they hold; making them the present; the rule of what is kept. */
export function Backups() {
  const say = useSay()
  const asked = useAsk(['exchange', 'backups'], () => api.exchange.backups({}))
  const [chosen, setChosen] = useState<BackupId | null>(null)
  const backups = asked.data ?? []
  const shown = backups.find(({ id }) => id === chosen)
  return (
    <div className="exchange-sheet">
      <TroubleNote trouble={asked.error} />
      <BackupActs />
      {asked.data?.length === 0 && (
        <EmptyState icon="backup" title={say('exchange.backups')} why={say('exchange.backups-empty')} />
      )}
      {backups.length > 0 && (
        <RecordTable
          name="backups"
          label={say('exchange.backups')}
          rows={backups}
          rowKey={({ id }) => id}
          chosen={chosen}
          onOpen={({ id }) => setChosen(id === chosen ? null : id)}
          columns={[
            {
              key: 'madeAt',
              title: say('exchange.backup.made-at'),
              text: ({ madeAt }) => localTime(madeAt),
              width: 160,
            },
            {
              key: 'occasion',
              title: say('exchange.backup.occasion'),
              text: ({ occasion }) => say(`exchange.occasion.${occasion}`),
              width: 150,
            },
            {
              key: 'outcome',
              title: say('exchange.backup.outcome'),
              text: (each) => say(`exchange.outcome.${outcomeOf(each)}`),
              cell: (each) => (
                <StateTag tone={tones[outcomeOf(each)]} text={say(`exchange.outcome.${outcomeOf(each)}`)} />
              ),
              width: 130,
            },
            {
              key: 'provenAt',
              title: say('exchange.proven-at'),
              text: ({ provenAt }) => (provenAt === null ? '' : localTime(provenAt)),
              width: 160,
            },
            {
              key: 'size',
              title: say('exchange.size'),
              text: ({ size }) => String(size),
              cell: ({ size }) => sizeText(size),
              width: 110,
              number: true,
            },
            { key: 'file', title: say('exchange.file'), text: ({ file }) => file, width: 280 },
          ]}
        />
      )}
      {shown && <BackupPanel key={shown.id} backup={shown} onClose={() => setChosen(null)} />}
      <BackupRulesForm />
      <StoreChecks />
    </div>
  )
}
