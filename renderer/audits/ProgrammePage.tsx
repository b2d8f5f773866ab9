import { Button, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'

import { programmeInput, type Programme, type ProgrammeInput, programmeParts } from '#shared/audits/programme'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { useNames } from '../kernel/use-names.ts'
import { useToday } from '../kernel/use-today.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ProgrammeCalendar } from './ProgrammeCalendar.tsx'
import { ProgrammeForm } from './ProgrammeForm.tsx'
import { useProgrammes } from './use-audits.tsx'

/** The audit programme of a year: its five parts, its calendar, what earlier audits say, and its approval. */
export function ProgrammePage() {
  const say = useSay()
  const go = useGo()
  const [params, setParams] = useSearchParams()
  const thisYear = Number(useToday().slice(0, 4))
  const year = Number(/^\d{4}$/.exec(params.get('of') ?? '')?.[0] ?? thisYear)
  const asked = useProgrammes()
  const programme = asked.data?.find((each) => each.year === year)
  return (
    <PageFrame
      title={say('audits.programme-of', { year })}
      purpose={say('audits.programme-purpose')}
      action={
        <>
          <Select<number>
            aria-label={say('audits.field.year')}
            value={year}
            onChange={(chosen) =>
              setParams((before) => {
                const next = new URLSearchParams(before)
                next.set('of', String(chosen))
                return next
              })
            }
            options={yearsAround(thisYear, asked.data ?? []).map((each) => ({
              value: each,
              label: String(each),
            }))}
          />
          <Button onClick={() => go('/audits')}>{say('audits.list')}</Button>
        </>
      }
    >
      <TroubleNote trouble={asked.error} />
      {asked.data && !programme && <NoProgramme year={year} before={asked.data[0] ?? null} />}
      {programme && <Opened key={programme.id} programme={programme} />}
    </PageFrame>
  )
}

/** The years that have a programme, this one and the next, the latest first. */
function yearsAround(thisYear: number, known: readonly Programme[]): number[] {
  return [...new Set([thisYear + 1, thisYear, ...known.map(({ year }) => year)])].toSorted((a, b) => b - a)
}

/** Begins with the programme of before, or with the usual words, to be made the plant's own. */
function NoProgramme({ year, before }: { readonly year: number; readonly before: Programme | null }) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const usual: ProgrammeInput = {
    intervalMonths: 12,
    frequency: say('audits.usual.frequency'),
    methods: say('audits.usual.methods'),
    duty: say('audits.usual.duty'),
    planning: say('audits.usual.planning'),
    reporting: say('audits.usual.reporting'),
    criteria: say('audits.usual.criteria'),
    weights: [],
  }
  const begin = useCommand((input: ProgrammeInput) => api.audits.beginProgramme({ ...input, year }))
  if (isOpen)
    return (
      <ProgrammeForm
        draft={`audits/programme/new/${year}`}
        initial={before ? programmeInput.parse(before) : usual}
        onSubmit={async (input) => (await begin.run(input)) !== undefined}
        busy={begin.busy}
        trouble={begin.trouble}
        onLeave={() => setOpen(false)}
      />
    )
  return (
    <EmptyState
      icon="calendar"
      title={say('audits.programme-empty-title', { year })}
      why={say('audits.programme-why')}
      action={
        may('audits.enter') && (
          <Button type="primary" onClick={() => setOpen(true)}>
            {say(before ? 'audits.programme-from-before' : 'audits.programme-begin')}
          </Button>
        )
      }
    />
  )
}

function Opened({ programme }: { readonly programme: Programme }) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const { id, year } = programme
  const edit = useCommand((input: ProgrammeInput) => api.audits.editProgramme({ ...input, id }), {
    undo: () => ({
      done: { code: 'audits.programme-saved', facts: { year } },
      undo: () => api.audits.editProgramme({ ...programmeInput.parse(programme), id }),
    }),
  })
  return (
    <div className="audits-stack">
      <Standing programme={programme} />
      <ProgrammeCalendar programme={programme} />
      {isOpen ? (
        <ProgrammeForm
          draft={`audits/programme/${id}`}
          initial={programmeInput.parse(programme)}
          onSubmit={async (input) => {
            const saved = await edit.run(input)
            if (saved) setOpen(false)
            return saved !== undefined
          }}
          busy={edit.busy}
          trouble={edit.trouble}
          onLeave={() => setOpen(false)}
        />
      ) : (
        <Parts programme={programme}>
          {may('audits.enter') && (
            <Button onClick={() => setOpen(true)}>{say('audits.programme-edit')}</Button>
          )}
        </Parts>
      )}
      <Suggestions programme={programme} />
      <RecordSide record={`audits/programme/${id}`} />
    </div>
  )
}

function Standing({ programme }: { readonly programme: Programme }) {
  const say = useSay()
  const may = useMay()
  const names = useNames()
  const { id, year, state, versions, missing, planned, intervalMonths, nextDue } = programme
  const approve = useTask((password: string, signal) =>
    api.audits.approveProgramme({ id, password }, { signal }),
  )
  const last = versions.at(-1)
  return (
    <section className="paper" aria-label={say('audits.field.state')}>
      <div className="audits-head">
        <StateTag
          tone={state === 'approved' ? 'good' : 'quiet'}
          text={say(`audits.programme-state.${state}`)}
        />
        {last && (
          <span>
            {say('audits.programme-version', {
              number: last.number,
              name: names.get(last.approvedBy) ?? '—',
              at: localTime(last.approvedAt),
            })}
          </span>
        )}
        <span>{say('audits.interval', { months: intervalMonths })}</span>
        {nextDue !== null && <span>{say('audits.next-due', { on: nextDue, months: intervalMonths })}</span>}
        {missing.length > 0 && (
          <StateTag
            tone="warn"
            text={say('audits.programme-missing', {
              parts: missing.map((part) => say(`audits.part.${part}`)).join(say('audits.paper.and')),
            })}
          />
        )}
        {planned.length === 0 && <StateTag tone="warn" text={say('audits.programme-empty', { year })} />}
        {state === 'draft' && may('audits.approve') && (
          <PasswordAct
            label={say('audits.programme-approve')}
            question={say('audits.programme-approve-question', { year })}
            running={approve}
            input={(password) => password}
            disabled={missing.length > 0 || planned.length === 0}
          />
        )}
      </div>
    </section>
  )
}

function Parts({
  programme,
  children,
}: {
  readonly programme: Programme
  readonly children: React.ReactNode
}) {
  const say = useSay()
  const rows = [
    ...programmeParts.map((part) => [say(`audits.part.${part}`), programme[part]] as const),
    [say('audits.field.criteria'), programme.criteria] as const,
  ]
  return (
    <section className="paper" aria-label={say('audits.programme')}>
      <h2>{say('audits.programme')}</h2>
      <table className="plain-table audits-facts">
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="audits-acts">{children}</div>
    </section>
  )
}

function Suggestions({ programme: { suggestions, weights } }: { readonly programme: Programme }) {
  const say = useSay()
  if (suggestions.length === 0) return null
  return (
    <section className="paper" aria-label={say('audits.suggestions')}>
      <h2>{say('audits.suggestions')}</h2>
      <p className="page-purpose">{say('audits.suggestions-why')}</p>
      <div className="plain-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('audits.field.department')}</th>
              <th scope="col">{say('audits.field.importance')}</th>
              <th scope="col" className="right">
                {say('audits.verdict.major')}
              </th>
              <th scope="col" className="right">
                {say('audits.verdict.minor')}
              </th>
              <th scope="col" className="right">
                {say('audits.field.times')}
              </th>
              <th scope="col">{say('audits.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {suggestions.map(({ department, importance, major, minor, times }) => (
              <tr key={department}>
                <th scope="row">{department}</th>
                <td>{importance === null ? '—' : say(`audits.importance.${importance}`)}</td>
                <td className="right">{major}</td>
                <td className="right">{minor}</td>
                <td className="right">{times}</td>
                <td>{weights.find((each) => each.department === department)?.reason ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
