import { Button } from 'antd'

import type { FigureNode } from '#shared/accounting/inventory'
import type { UnmeasuredMonth, UnmeasuredYear } from '#shared/accounting/unmeasured'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { NumberText, OpenableNumber } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { openFigure } from './explained-figure.ts'
import { useUnmeasured, useWorth, type Worth } from './use-unmeasured.ts'

/** Months of coal without a valid test: what falling back on the default costs, and how long it can still be avoided. */
export function UnmeasuredPage() {
  const say = useSay()
  const go = useGo()
  const { year, facility } = useScope()
  const asked = useUnmeasured(year, facility)
  const data = asked.data
  const worth = useWorth(year, data)
  const ask = (path: string, at: readonly number[]): Promise<FigureNode> =>
    api.accounting.unmeasuredFigure({ year, facility: facility as NodeId | null, path, at: [...at] })
  const open = (title: string, path: string) =>
    openFigure(title, { inventory: null, path, of: { area: 'accounting', ask } })
  const enter = ({ source, facility: place, month }: UnmeasuredMonth) =>
    go(`/activity?${new URLSearchParams({ year: String(year), facility: place, source, month }).toString()}`)
  return (
    <PageFrame title={say('accounting.unmeasured.title')} purpose={say('accounting.unmeasured.purpose')}>
      <TroubleNote trouble={asked.error} />
      {data && data.months.length > 0 && <Totals year={data} worth={worth} onOpen={open} />}
      <RecordTable
        name="unmeasured"
        label={say('accounting.unmeasured.list')}
        rows={data?.months ?? []}
        rowKey={keyOf}
        columns={[...columnsIn(say, worth, open), enterColumn(say, enter)]}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="check"
            title={say('accounting.unmeasured.none')}
            why={say('accounting.unmeasured.none.why', { year })}
          />
        }
      />
    </PageFrame>
  )
}

function keyOf({ source, role, month }: UnmeasuredMonth): string {
  return `${source}/${role}/${month}`
}

interface TotalsProps {
  readonly year: UnmeasuredYear
  readonly worth: Worth
  readonly onOpen: (title: string, path: string) => void
}

function Totals({ year, worth, onOpen }: TotalsProps) {
  const say = useSay()
  const { price } = worth
  return (
    <section className="paper" aria-label={say('accounting.unmeasured.title')}>
      <dl className="unmeasured-totals">
        {(['avoidable', 'lost'] as const).map((kind) => {
          const { path, value } = year[kind]
          const money = worth.of(value)
          return (
            <div key={kind}>
              <dt>{say(`accounting.unmeasured.${kind}`)}</dt>
              <dd>
                <OpenableNumber
                  value={value}
                  unit="tCO2e"
                  decimals={2}
                  onOpen={() => onOpen(say(`accounting.unmeasured.${kind}`), path)}
                />
                {money !== null && (
                  <>
                    {' · '}
                    <NumberText value={money} unit="CNY" decimals={0} />
                  </>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      <p className="page-purpose">
        {price ? say('accounting.unmeasured.price', { ...price }) : say('accounting.unmeasured.no-price')}
      </p>
    </section>
  )
}

function toneOf(daysLeft: number): Tone {
  if (daysLeft < 0) return 'stop'
  return daysLeft <= 10 ? 'warn' : 'info'
}
function leftWord(say: Say, daysLeft: number): string {
  if (daysLeft === 0) return say('accounting.unmeasured.today')
  return daysLeft < 0
    ? say('accounting.unmeasured.late', { days: -daysLeft })
    : say('accounting.unmeasured.days-left', { days: daysLeft })
}

/** Leads to the cell where the test belongs. */
function enterColumn(say: Say, enter: (row: UnmeasuredMonth) => void): RecordColumn<UnmeasuredMonth> {
  const title = say('accounting.unmeasured.enter')
  return {
    key: 'enter',
    title,
    text: () => '',
    cell: (row) => (
      <Button
        size="small"
        type="link"
        aria-label={`${title} ${row.name} ${row.month}`}
        onClick={() => enter(row)}
      >
        {title}
      </Button>
    ),
    width: 130,
  }
}

function columnsIn(
  say: Say,
  worth: Worth,
  open: (title: string, path: string) => void,
): readonly RecordColumn<UnmeasuredMonth>[] {
  return [
    { key: 'month', title: say('accounting.unmeasured.month'), text: ({ month }) => month, width: 90 },
    { key: 'source', title: say('accounting.unmeasured.source'), text: ({ name }) => name, width: 140 },
    {
      key: 'role',
      title: say('accounting.unmeasured.role'),
      text: ({ role }) => say(`accounting.unmeasured.role.${role}`),
      choices: true,
      width: 140,
    },
    {
      key: 'left',
      title: say('accounting.unmeasured.left'),
      text: ({ daysLeft }) => String(daysLeft),
      cell: ({ daysLeft }) => <StateTag tone={toneOf(daysLeft)} text={leftWord(say, daysLeft)} />,
      number: true,
      width: 130,
    },
    {
      key: 'deadline',
      title: say('accounting.unmeasured.deadline'),
      text: ({ deadline }) => deadline,
      width: 110,
    },
    {
      key: 'fallback',
      title: say('accounting.unmeasured.fallback'),
      text: ({ fallback }) => fallback,
      cell: ({ fallback, unit }) => <NumberText value={fallback} unit={unit} decimals={6} />,
      number: true,
      width: 150,
    },
    {
      key: 'usual',
      title: say('accounting.unmeasured.usual'),
      text: ({ usual }) => usual ?? '',
      cell: ({ usual }) =>
        usual === null ? (
          <span className="unit">{say('accounting.unmeasured.no-test')}</span>
        ) : (
          <NumberText value={usual} decimals={6} />
        ),
      number: true,
      width: 140,
    },
    {
      key: 'tonnes',
      title: say('accounting.unmeasured.tonnes'),
      text: ({ tonnes }) => tonnes?.value ?? '',
      cell: ({ tonnes, name, month, usual }) =>
        tonnes ? (
          <OpenableNumber
            value={tonnes.value}
            unit="tCO2e"
            decimals={2}
            onOpen={() => open(`${name} · ${month}`, tonnes.path)}
          />
        ) : (
          <span className="unit">{usual === null ? '—' : say('accounting.unmeasured.no-heat')}</span>
        ),
      number: true,
      width: 170,
    },
    {
      key: 'money',
      title: say('accounting.unmeasured.money'),
      text: ({ tonnes }) => (tonnes ? (worth.of(tonnes.value) ?? '') : ''),
      cell: ({ tonnes }) => {
        const money = tonnes && worth.of(tonnes.value)
        return money === null ? '—' : <NumberText value={money} unit="CNY" decimals={0} />
      },
      number: true,
      width: 130,
    },
  ]
}
