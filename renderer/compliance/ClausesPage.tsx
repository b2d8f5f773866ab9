import { Button, Checkbox } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'

import { type RequirementTree, weightOf } from '#shared/compliance/tree'

import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ClauseTree } from './ClauseTree.tsx'
import { JudgeForm } from './JudgeForm.tsx'
import { OwnerForm } from './OwnerForm.tsx'
import { TreeChoice } from './TreeChoice.tsx'
import { filters, passes, type Row, useStanding, useTree, useTreeId } from './use-conformity.ts'
import { useRowColumns } from './use-row-columns.tsx'

/** Every requirement, by clause: found, filtered, opened, judged and assigned, one or many. */
export function ClausesPage() {
  const say = useSay()
  const tree = useTreeId()
  const [params, setParams] = useSearchParams()
  const wording = useTree(tree)
  const standing = useStanding(tree)
  const rows = useRows(wording.data, standing.data?.rows)
  const clause = params.get('clause')
  const put = (name: string, value: string | null) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      if (value === null) next.delete(name)
      else next.set(name, value)
      return next
    })
  return (
    <PageFrame
      title={say('compliance.clauses')}
      purpose={say('compliance.clauses.purpose')}
      action={<TreeChoice />}
    >
      <TroubleNote trouble={wording.error ?? standing.error} />
      <Narrowed params={params} onDrop={(name) => put(name, null)} />
      {wording.data && rows.length > 0 && (
        <div className="compliance-clauses">
          <section className="paper" aria-label={say('compliance.clauses.headings')}>
            <ClauseTree
              key={tree}
              tree={wording.data}
              rows={rows}
              chosen={clause}
              onChoose={(id) => put('clause', id)}
            />
            <p className="page-purpose">{say('compliance.clauses.keys')}</p>
          </section>
          <Rows tree={tree} rows={narrowed(rows, wording.data, params)} />
        </div>
      )}
    </PageFrame>
  )
}

function useRows(
  tree: RequirementTree | undefined,
  standing: readonly Row['row'][] | undefined,
): readonly Row[] {
  return useMemo(() => {
    const byId = new Map((standing ?? []).map((row) => [row.id, row]))
    return (tree?.requirements ?? []).flatMap((requirement) => {
      const row = byId.get(requirement.id)
      return row ? [{ requirement, row }] : []
    })
  }, [tree, standing])
}

/** What of the rows the address asks for. */
function narrowed(rows: readonly Row[], tree: RequirementTree, params: URLSearchParams): readonly Row[] {
  const today = dayjs().format('YYYY-MM-DD')
  const clauses = new Map(tree.clauses.map((each) => [each.id, each]))
  const isBelow = (id: string | null, wanted: string): boolean =>
    id !== null && (id === wanted || isBelow(clauses.get(id)?.parent ?? null, wanted))
  const asked = (name: string) => params.get(name)
  const [clause, chapter, subsystem, weight] = ['clause', 'chapter', 'subsystem', 'weight'].map(asked)
  const only = filters.find((each) => each === asked('only'))
  return rows.filter(
    ({ requirement, row }) =>
      (!clause || isBelow(requirement.clause, clause)) &&
      (!chapter || clauses.get(requirement.clause)?.chapter === chapter) &&
      (!subsystem || requirement.subsystem === subsystem) &&
      (!weight || weightOf(requirement.level) === weight) &&
      (!only || passes(row, only, today)),
  )
}

/** What the list is narrowed to by its address; each goes with one press. */
function Narrowed({
  params,
  onDrop,
}: {
  readonly params: URLSearchParams
  readonly onDrop: (name: string) => void
}) {
  const say = useSay()
  const only = filters.find((each) => each === params.get('only'))
  const subsystem = params.get('subsystem')
  const chapter = params.get('chapter')
  const words = [
    ...(chapter ? [['chapter', `${say('compliance.map.chapter')} ${chapter}`] as const] : []),
    ...(subsystem ? [['subsystem', say.of({ code: `compliance.subsystem.${subsystem}` })] as const] : []),
    ...(params.get('weight') === 'must' ? [['weight', say('compliance.map.must')] as const] : []),
    ...(only ? [['only', say(`compliance.only.${only}`)] as const] : []),
  ]
  if (words.length === 0) return null
  return (
    <div className="compliance-narrowed">
      {words.map(([name, word]) => (
        <Button
          key={name}
          size="small"
          icon={<Icon name="cross" size={12} />}
          aria-label={say('compliance.clauses.filter-off', { filter: word })}
          onClick={() => onDrop(name)}
        >
          {word}
        </Button>
      ))}
    </div>
  )
}

/** The list with what is done to several of its rows at once. */
function Rows({ tree, rows }: { readonly tree: string; readonly rows: readonly Row[] }) {
  const say = useSay()
  const go = useGo()
  const { nameOf } = useStaff()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const columns = useRowColumns(nameOf)
  const box = {
    key: 'chosen',
    title: say('compliance.clauses.column'),
    text: ({ requirement: { id } }: Row) => (chosen.has(id) ? '1' : ''),
    width: 60,
    cell: ({ requirement: { id } }: Row) => (
      <Checkbox
        aria-label={say('compliance.clauses.choose', { id })}
        checked={chosen.has(id)}
        onClick={(event) => event.stopPropagation()}
        onChange={({ target }) => choose(id, target.checked)}
      />
    ),
  }
  return (
    <div className="compliance-list">
      <ManyActs tree={tree} rows={rows} chosen={chosen} onChoose={setChosen} />
      <RecordTable
        name="compliance-requirements"
        label={say('compliance.clauses')}
        rows={rows}
        rowKey={({ requirement }) => requirement.id}
        columns={[box, ...columns]}
        onOpen={({ requirement }) => go(`/compliance/requirements/${tree}/${requirement.id}`)}
      />
    </div>
  )
}

interface ManyActsProps {
  readonly tree: string
  readonly rows: readonly Row[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (ids: ReadonlySet<string>) => void
}
function ManyActs({ tree, rows, chosen, onChoose }: ManyActsProps) {
  const say = useSay()
  const may = useMay()
  const [form, setForm] = useState<'judge' | 'assign' | null>(null)
  const ids = rows.map(({ requirement }) => requirement.id).filter((id) => chosen.has(id))
  const done = () => {
    setForm(null)
    onChoose(new Set())
  }
  const shared = { tree, requirements: ids, onDone: done, onLeave: () => setForm(null) }
  if (!may('compliance.check') && !may('compliance.enter')) return null
  return (
    <>
      <div className="page-acts">
        <Button
          size="small"
          disabled={rows.length === 0}
          onClick={() =>
            onChoose(ids.length > 0 ? new Set() : new Set(rows.map(({ requirement }) => requirement.id)))
          }
        >
          {ids.length > 0
            ? say('compliance.clauses.choose-none')
            : say('compliance.clauses.choose-shown', { count: rows.length })}
        </Button>
        {ids.length > 0 && <span>{say('compliance.clauses.chosen', { count: ids.length })}</span>}
        {ids.length > 0 && may('compliance.check') && (
          <Button size="small" type="primary" onClick={() => setForm('judge')}>
            {say('compliance.clauses.judge')}
          </Button>
        )}
        {ids.length > 0 && may('compliance.enter') && (
          <Button size="small" onClick={() => setForm('assign')}>
            {say('compliance.clauses.assign')}
          </Button>
        )}
      </div>
      {form === 'judge' && ids.length > 0 && <JudgeForm {...shared} draft="compliance/tree/judge" />}
      {form === 'assign' && ids.length > 0 && (
        <OwnerForm {...shared} draft="compliance/tree/assign" present={null} />
      )}
    </>
  )
}
