import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'

import type { FactorFound } from '#shared/factors/record'
import { regionName } from '#shared/factors/regions'
import { isFactor } from '#shared/factors/search'
import { sourceIn } from '#shared/factors/source-words'
import { symbolOf } from '#shared/kernel/units'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useExplain } from '../kernel/explain.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FormulaText, NumberText, UnitText } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { FactorFilters } from './FactorFilters.tsx'
import { FactorTabs } from './FactorTabs.tsx'
import { keyOfSubject, openFactor } from './open-factor.ts'
import { TrustTag } from './TrustTag.tsx'
import { useFilters } from './use-filters.ts'
import { validityText } from './validity-text.ts'

const step = 200

/** The library: search first, then narrow; every row with its value, where it comes from and how far it can be trusted. */
export function FactorsPage() {
  const say = useSay()
  const state = useFilters()
  const { of: year, ...filters } = state.filters
  const question = { words: state.asked, ...filters, year }
  const asked = JSON.stringify(question)
  const [more, setMore] = useState({ asked, limit: step })
  const limit = more.asked === asked ? more.limit : step
  const found = useAsk(['factors', 'search', asked, limit], () => api.factors.search({ ...question, limit }))
  const chosen = useExplain(({ trail }) => keyOfSubject(trail.at(-1)))
  const rows = found.data?.hits ?? []
  useNamedFactor(rows)
  const total = found.data?.total ?? 0
  return (
    <PageFrame title={say('factors.title')} purpose={say('factors.purpose-line')} action={<FactorTabs />}>
      <FactorFilters state={state} />
      <TroubleNote trouble={found.error} />
      <RecordTable
        name="factors"
        label={say('factors.title')}
        rows={rows}
        rowKey={keyOf}
        columns={columnsIn(say)}
        onOpen={(hit) => openFactor(say, hit)}
        chosen={chosen}
        loading={found.isPending}
        search={
          total > rows.length && (
            <>
              <span className="records-count" role="status">
                {say('factors.search.first', { shown: rows.length, total })}
              </span>
              <Button onClick={() => setMore({ asked, limit: limit + step })}>
                {say('factors.search.more', { count: Math.min(step, total - rows.length) })}
              </Button>
            </>
          )
        }
        empty={
          <EmptyState
            icon="search"
            title={say('factors.search.none')}
            why={say('factors.search.none.why')}
            action={<Button onClick={state.clear}>{say('factors.search.clear')}</Button>}
          />
        }
      />
    </PageFrame>
  )
}

function keyOf({ edition, row }: FactorFound): string {
  return `${edition.urn} ${row.ref}`
}

/** Opens the row that a link from elsewhere names, once it is there. */
function useNamedFactor(rows: readonly FactorFound[]): void {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const ref = params.get('factor')
  const named = rows.find(({ row, edition }) => row.ref === ref && edition.urn === params.get('urn'))
  useEffect(() => {
    if (!named) return
    openFactor(say, named)
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        next.delete('factor')
        return next
      },
      { replace: true },
    )
  }, [named, say, setParams])
}

function columnsIn(say: Say): readonly RecordColumn<FactorFound>[] {
  const factor = ({ row }: FactorFound) => (isFactor(row) ? row : null)
  const trust = ({ row }: FactorFound) => say(`factors.verification.${row.verification}`)
  return [
    {
      key: 'name',
      title: say('factors.column.name'),
      text: ({ row }) => row.name[say.language],
      cell: ({ row }) => <FormulaText text={row.name[say.language]} />,
      width: 260,
    },
    {
      key: 'value',
      title: say('factors.column.value'),
      text: (hit) => factor(hit)?.value ?? '',
      cell: ({ row }) =>
        isFactor(row) ? (
          <NumberText value={row.value} decimals={12} />
        ) : (
          say('factors.remark', { text: row.text[say.language] })
        ),
      width: 110,
      number: true,
    },
    {
      key: 'unit',
      title: say('factors.column.unit'),
      text: (hit) => symbolOfRow(factor(hit)),
      cell: ({ row }) => isFactor(row) && <UnitText unit={row.unit} />,
      width: 110,
    },
    {
      key: 'year',
      title: say('factors.column.dataYear'),
      text: (hit) => String(factor(hit)?.dataYear ?? ''),
      width: 90,
    },
    {
      key: 'valid',
      title: say('factors.valid'),
      text: (hit) => validityText(say, factor(hit)),
      width: 130,
      optional: true,
    },
    {
      key: 'region',
      title: say('factors.column.region'),
      text: ({ row }) => (row.region === null ? '' : regionName(row.region)[say.language]),
      width: 90,
    },
    {
      key: 'purpose',
      title: say('factors.column.purpose'),
      text: (hit) => purposeText(say, hit),
      width: 170,
    },
    { key: 'verification', title: say('factors.column.verification'), text: trust, cell: tagOf, width: 160 },
    {
      key: 'source',
      title: say('factors.column.source'),
      text: ({ row }) => sourceIn(row.source, say.language),
      width: 280,
    },
    {
      key: 'kind',
      title: say('factors.column.kind'),
      text: (hit) => kindText(say, hit),
      width: 140,
      optional: true,
    },
    {
      key: 'gas',
      title: say('factors.column.gas'),
      text: (hit) => factor(hit)?.gas ?? '',
      width: 90,
      optional: true,
    },
    {
      key: 'edition',
      title: say('factors.edition'),
      text: ({ edition }) => edition.title[say.language],
      width: 240,
      optional: true,
    },
  ]
}
function tagOf({ row, mark }: FactorFound) {
  return <TrustTag verification={row.verification} mark={mark} />
}
function symbolOfRow(factor: { readonly unit: Parameters<typeof symbolOf>[0] } | null): string {
  return factor === null ? '' : symbolOf(factor.unit)
}
function kindText(say: Say, { row }: FactorFound): string {
  return isFactor(row) ? say(`factors.kind.${row.kind}`) : ''
}
/** What it may be used for: the purpose where there are several that must not be mixed, else what the document says. */
function purposeText(say: Say, { row }: FactorFound): string {
  if (!isFactor(row)) return ''
  if (row.purpose !== null) return say(`factors.purpose.${row.purpose}`)
  return row.usedFor?.[say.language] ?? say(`factors.kind.${row.kind}`)
}
