import { Alert, Button } from 'antd'
import { useParams } from 'react-router'

import { changePackageId, type ChangePackageId, type Side, sides, undecided } from '#shared/exchange/changes'
import type { BroughtChanges } from '#shared/exchange/changes-contract'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { tableWord } from '../kernel/trail-word.ts'
import { FactTable } from '../ui/FactTable.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ChangedRecord } from './ChangedRecord.tsx'
import { useAgain } from './ChangesPage.tsx'

/** By record and field, what was chosen so far. */
type Chosen = Readonly<Record<string, Readonly<Record<string, Side>>>>

/** One package that a copy gave back: compared record by record, and afterwards what became of each. */
export function BroughtPage() {
  const say = useSay()
  const id = changePackageId.safeParse(useParams()['id'])
  if (id.success) return <Opened key={id.data} id={id.data} />
  return (
    <PageFrame title={say('exchange.changes')} purpose={say('exchange.changes-unknown')}>
      {null}
    </PageFrame>
  )
}

function Opened({ id }: { readonly id: ChangePackageId }) {
  const say = useSay()
  const isAgain = useAgain()
  const asked = useAsk(['exchange', 'brought', id], () => api.exchange.brought({ id }), {
    also: ['organization', 'monitoring', 'performance'],
  })
  const { data } = asked
  const go = useGo()
  return (
    <PageFrame
      title={say('exchange.changes')}
      purpose={say('exchange.changes.purpose')}
      action={<Button onClick={() => go('/exchange/changes')}>{say('exchange.changes.list')}</Button>}
    >
      <TroubleNote trouble={asked.error} />
      {isAgain && <Alert type="info" title={say('exchange.changes.again')} />}
      {data && (
        <div className="exchange-brought">
          <Head of={data} />
          {data.settled ? <Settled of={data} settled={data.settled} /> : <Waiting of={data} />}
          <Rest rest={data.rest} />
        </div>
      )}
    </PageFrame>
  )
}

function Head({ of }: { readonly of: BroughtChanges }) {
  const say = useSay()
  const device = say('exchange.changes.device', { device: of.device.slice(-8) })
  return (
    <section className="paper" aria-label={say('exchange.changes.from')}>
      <FactTable
        facts={[
          { name: say('exchange.changes.from'), value: `${of.organization} · ${device}` },
          { name: say('exchange.changes.made'), value: `${of.madeBy} · ${localTime(of.madeAt)}` },
          { name: say('exchange.changes.brought-on'), value: `${of.broughtBy} · ${localTime(of.broughtAt)}` },
          {
            name: say('exchange.changes.shared'),
            value: say('exchange.changes.shared-up-to', { seq: of.shared.seq }),
          },
          {
            name: say('exchange.changes.head'),
            value: (
              <>
                {of.head.seq} <code className="evidence-hash">{of.head.hash}</code>
              </>
            ),
          },
          ...(of.settled
            ? [
                {
                  name: say('exchange.changes.merged'),
                  value: `${of.settled.by} · ${localTime(of.settled.at)}`,
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

/** What waits for a decision; choices are kept while they are made. */
function Waiting({ of: { id, seen, waiting, names } }: { readonly of: BroughtChanges }) {
  const say = useSay()
  const may = useMay()
  const draft = useDraft<Chosen>(`exchange/changes/${id}`, {})
  const merging = useCommand(api.exchange.mergeChanges)
  const chosen = draft.value
  const open = waiting.flatMap((record) =>
    undecided(record).map((field) => ({ kind: record.kind, id: record.id, field })),
  )
  const left = open.filter((each) => !chosen[each.id]?.[each.field])
  const choose = (fields: readonly { readonly id: string; readonly field: string }[], side: Side) =>
    draft.change(
      fields.reduce<Chosen>(
        (all, each) => ({ ...all, [each.id]: { ...all[each.id], [each.field]: side } }),
        chosen,
      ),
    )
  const merge = async () => {
    const choices = open.flatMap((each) => {
      const side = chosen[each.id]?.[each.field]
      return side ? [{ ...each, side }] : []
    })
    if (await merging.run({ id, seen, choices })) await draft.settled()
  }
  return (
    <>
      <section className="paper exchange-bar" aria-label={say('exchange.changes.compare')}>
        <h2>{say('exchange.changes.compare')}</h2>
        <span role="status">
          {left.length > 0
            ? say('exchange.changes.open-choices', { open: left.length })
            : say('exchange.changes.all-chosen')}
        </span>
        {may('exchange.enter') && (
          <div className="page-acts">
            {open.length > 1 &&
              sides.map((side) => (
                <Button key={side} onClick={() => choose(open, side)}>
                  {say(`exchange.changes.all-${side}`)}
                </Button>
              ))}
            <Button
              type="primary"
              disabled={left.length > 0 || !draft.ready}
              loading={merging.busy}
              onClick={() => void merge()}
            >
              {say('exchange.changes.apply')}
            </Button>
          </div>
        )}
      </section>
      <TroubleNote trouble={merging.trouble} onClose={merging.forget} />
      {waiting.map((record) => (
        <ChangedRecord
          key={record.id}
          record={record}
          names={names}
          chosen={chosen[record.id] ?? {}}
          onChoose={
            may('exchange.enter') ? (field, side) => choose([{ id: record.id, field }], side) : undefined
          }
        />
      ))}
    </>
  )
}

interface SettledProps {
  readonly of: BroughtChanges
  readonly settled: NonNullable<BroughtChanges['settled']>
}
function Settled({ of: { names }, settled: { records } }: SettledProps) {
  const say = useSay()
  const outcomes = ['added', 'changed', 'left', 'nothing'] as const
  return (
    <>
      <section className="paper exchange-bar" aria-label={say('exchange.changes.result')} role="status">
        <h2>{say('exchange.changes.result')}</h2>
        <span>
          {outcomes
            .map((each) => ({ each, count: records.filter(({ outcome }) => outcome === each).length }))
            .filter(({ count }) => count > 0)
            .map(({ each, count }) => `${say(`exchange.changes.outcome.${each}`)} ${count}`)
            .join(' · ')}
        </span>
      </section>
      {records.map((record) => (
        <ChangedRecord key={record.id} record={record} names={names} chosen={record.chosen} />
      ))}
    </>
  )
}

/** What else was changed on the copy: it does not come along, and that is said. */
function Rest({ rest }: Pick<BroughtChanges, 'rest'>) {
  const say = useSay()
  if (rest.length === 0) return null
  return (
    <section className="paper" aria-label={say('exchange.changes.rest')}>
      <h2>{say('exchange.changes.rest')}</h2>
      <p className="page-purpose">{say('exchange.changes.rest-why')}</p>
      <ul>
        {rest.map(({ table, rows }) => (
          <li key={table}>{say('exchange.changes.rest-row', { table: tableWord(say, table), rows })}</li>
        ))}
      </ul>
    </section>
  )
}
