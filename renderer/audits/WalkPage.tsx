import { Button, Checkbox, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'

import { auditId, type AuditId } from '#shared/audits/audit'
import { type AuditProgress, isFinding, type ListedItem, wasLooked } from '#shared/audits/checklist'
import type { ShownAudit } from '#shared/audits/contract'
import { weightOf } from '#shared/compliance/tree'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ItemCard } from './ItemCard.tsx'
import { useAudit, useChecklist } from './use-audits.tsx'

/** The walk through an audit: one question at a time, by keyboard or by one thumb. */
export function WalkPage() {
  const say = useSay()
  const { id } = useParams()
  const parsed = auditId.safeParse(id)
  if (parsed.success) return <Opened key={parsed.data} id={parsed.data} />
  return (
    <PageFrame title={say('audits.title')} purpose={say('audits.unknown-audit')}>
      {null}
    </PageFrame>
  )
}

function Opened({ id }: { readonly id: AuditId }) {
  const say = useSay()
  const go = useGo()
  const known = useAudit(id)
  const checklist = useChecklist(id)
  const title = known.data ? `${known.data.audit.number} ${known.data.audit.title}` : say('audits.title')
  return (
    <PageFrame
      title={title}
      purpose={known.data ? progressWord(say, known.data.progress) : ''}
      action={<Button onClick={() => go(`/audits/${id}`)}>{say('audits.leave-walk')}</Button>}
    >
      <TroubleNote trouble={known.error ?? checklist.error} />
      {known.data && checklist.data && <Walk known={known.data} items={checklist.data} />}
    </PageFrame>
  )
}

function progressWord(say: Say, { findings, ...counts }: AuditProgress): string {
  return say('audits.progress', { ...counts, ...findings })
}

type Shown = 'all' | 'left' | 'findings'
const shows = {
  all: () => true,
  left: (item) => !wasLooked(item),
  findings: ({ answer }) => isFinding(answer?.verdict ?? null),
} as const satisfies Record<Shown, (item: ListedItem) => boolean>

function Walk({
  known: { audit },
  items,
}: {
  readonly known: ShownAudit
  readonly items: readonly ListedItem[]
}) {
  const say = useSay()
  const [params] = useSearchParams()
  const [shown, setShown] = useState<Shown>('all')
  const [department, setDepartment] = useState<string | null>(null)
  const [hidesMay, setHidesMay] = useState(true)
  const asked = params.get('item')
  const firstLeft = (items.find((each) => !wasLooked(each)) ?? items[0])?.id ?? null
  // Of this page itself, so that a key pressed right after an arrow never answers the question before.
  const [place, setPlace] = useState({ asked, item: asked ?? firstLeft })
  if (place.asked !== asked) setPlace({ asked, item: asked ?? place.item })
  const wanted = place.item
  const unsaved = useUnsaved(audit.id)
  const rows = items.filter(
    (each) =>
      each.id === wanted ||
      ((!hidesMay || weightOf(each.level) !== 'allowed') &&
        shows[shown](each) &&
        (department === null || each.departments.includes(department))),
  )
  const current = rows.find((each) => each.id === wanted) ?? rows[0]
  const at = current ? rows.indexOf(current) : -1
  const open = (item: ListedItem | undefined) => {
    if (item) setPlace({ asked, item: item.id })
  }
  const departments = [...new Set(items.flatMap((each) => each.departments))]
  return (
    <div className="audits-walk">
      <nav className="audits-walk-list" aria-label={say('audits.tab.checklist')}>
        <div className="audits-walk-filter">
          <Select<Shown>
            aria-label={say('audits.show')}
            value={shown}
            onChange={setShown}
            options={(['all', 'left', 'findings'] as const).map((each) => ({
              value: each,
              label: say(`audits.show.${each}`),
            }))}
          />
          {departments.length > 0 && (
            <Select<string>
              aria-label={say('audits.field.department')}
              placeholder={say('audits.field.department')}
              allowClear
              value={department}
              onChange={(chosen) => setDepartment(chosen ?? null)}
              options={departments.map((each) => ({ value: each, label: each }))}
            />
          )}
          <Checkbox checked={hidesMay} onChange={({ target }) => setHidesMay(target.checked)}>
            {say('audits.hide-may')}
          </Checkbox>
        </div>
        <QuestionList rows={rows} current={current?.id ?? null} unsaved={unsaved} onOpen={open} />
      </nav>
      {current ? (
        <ItemCard
          key={current.id}
          audit={audit}
          item={current}
          place={{ at: at + 1, of: rows.length }}
          onPrevious={() => open(rows[at - 1])}
          onNext={() => open(rows[at + 1])}
        />
      ) : (
        <EmptyState icon="done" title={say('audits.show-none')} why={say('audits.show-none-why')} />
      )}
    </div>
  )
}

/** The questions whose last words were typed but not saved yet. */
function useUnsaved(audit: AuditId): ReadonlySet<string> {
  const prefix = `audits/${audit}/walk/`
  const { data = [] } = useAsk(['kernel', 'drafts', prefix], () => api.desk.drafts({ prefix }))
  return new Set(data.map(({ key }) => key.slice(prefix.length)))
}

interface QuestionListProps {
  readonly rows: readonly ListedItem[]
  readonly current: string | null
  readonly unsaved: ReadonlySet<string>
  readonly onOpen: (item: ListedItem) => void
}
const signs = {
  conforming: '✓',
  minor: '△',
  major: '✕',
  observation: '○',
  'not-applicable': '–',
  'not-looked-at': '?',
} as const

function QuestionList({ rows, current, unsaved, onOpen }: QuestionListProps) {
  const say = useSay()
  useEffect(() => {
    document.querySelector('.audits-walk-list [aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <ol>
      {rows.map((item) => {
        const verdict = item.answer?.verdict ?? null
        return (
          <li key={item.id}>
            <button
              type="button"
              aria-current={item.id === current}
              className={verdict === null ? '' : `verdict-${verdict}`}
              onClick={() => onOpen(item)}
            >
              <span className="audits-walk-sign" aria-hidden="true">
                {unsaved.has(item.id) ? '✎' : verdict === null ? '·' : signs[verdict]}
              </span>
              <span>
                <span className="number">{item.clause}</span> {item.question[say.language]}
                <span className="visually-hidden">
                  {' '}
                  {verdict === null ? '' : say(`audits.verdict.${verdict}`)}
                </span>
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
