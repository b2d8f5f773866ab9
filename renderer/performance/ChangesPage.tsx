import { Button } from 'antd'
import { useState } from 'react'

import type { OfferedChange } from '#shared/performance/change'
import type { ShownChange } from '#shared/performance/change-contract'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { changeTones, majorTag } from './change-tags.ts'
import { NewChangeForm } from './ChangeForm.tsx'
import { useChanges } from './use-operation.ts'

/** Planned and unintended changes, and what the records show that nobody has judged yet. */
export function ChangesPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useChanges()
  const columns = useColumns()
  const offered = useAsk(['performance', 'offered-changes'], () => api.performance.offeredChanges({}), {
    also: ['organization'],
  })
  const [open, setOpen] = useState<OfferedChange | 'new' | null>(null)
  const begin = may('performance.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setOpen('new')}>
      {say('performance.changes.new')}
    </Button>
  )
  return (
    <PageFrame
      title={say('performance.changes')}
      purpose={say('performance.changes.purpose')}
      action={open === null && begin}
    >
      <TroubleNote trouble={asked.error ?? offered.error} />
      {(offered.data ?? []).length > 0 && (
        <section className="paper" aria-label={say('performance.changes.offered')}>
          <h2>{say('performance.changes.offered')}</h2>
          <p className="page-purpose">{say('performance.changes.offered-why')}</p>
          <ul className="findings">
            {offered.data?.map((each) => (
              <li key={each.origin}>
                <StateTag tone="warn" text={say(`performance.change.kind.${each.kind}`)} />
                <span>{say.of(each)}</span>
                {may('performance.enter') && (
                  <Button size="small" onClick={() => setOpen(each)}>
                    {say('performance.changes.take-up')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {open !== null && (
        <NewChangeForm
          key={open === 'new' ? 'new' : open.origin}
          offered={open === 'new' ? null : open}
          onDone={(id) => (id === null ? setOpen(null) : go(`/performance/changes/${id}`))}
        />
      )}
      <RecordTable
        name="performance-changes"
        label={say('performance.changes')}
        rows={asked.data ?? []}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => go(`/performance/changes/${id}`)}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="history"
            title={say('performance.changes.empty')}
            why={say('performance.changes.empty-why')}
            action={open === null && begin}
          />
        }
      />
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<ShownChange>[] {
  const say = useSay()
  return [
    { key: 'number', title: say('performance.change.number'), text: ({ number }) => number, width: 130 },
    { key: 'title', title: say('performance.change.title'), text: ({ title }) => title, width: 240 },
    {
      key: 'kind',
      title: say('performance.change.kind'),
      text: ({ kind }) => say(`performance.change.kind.${kind}`),
      choices: true,
      width: 110,
    },
    {
      key: 'planned',
      title: say('performance.change.planned'),
      text: ({ planned }) =>
        say(planned ? 'performance.change.is-planned' : 'performance.change.is-unintended'),
      choices: true,
      width: 100,
    },
    {
      key: 'occursOn',
      title: say('performance.change.occursOn'),
      text: ({ occursOn }) => occursOn,
      width: 120,
    },
    {
      key: 'effect',
      title: say('performance.change.effect'),
      text: ({ effect }) => effect ?? '',
      cell: ({ effect, effectUnit }) => (
        <NumberText value={effect} {...(effectUnit !== null && { unit: effectUnit })} />
      ),
      number: true,
      width: 150,
    },
    {
      key: 'major',
      title: say('performance.change.major'),
      text: ({ judgement }) => majorTag(say, judgement).text,
      cell: ({ judgement }) => <StateTag {...majorTag(say, judgement)} />,
      choices: true,
      width: 110,
    },
    {
      key: 'state',
      title: say('performance.change.state'),
      text: ({ state }) => say(`performance.change.state.${state}`),
      cell: ({ state }) => (
        <StateTag tone={changeTones[state]} text={say(`performance.change.state.${state}`)} />
      ),
      choices: true,
      width: 110,
    },
  ]
}
