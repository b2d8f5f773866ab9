import { Select, Switch } from 'antd'
import { useState } from 'react'

import { type GwpSetName, gwpSetNames } from '#shared/factors/gwp'
import { differs, type GwpRow, type GwpTable } from '#shared/factors/gwp-table'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { FormulaText, OpenableNumber } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { FactorTabs } from './FactorTabs.tsx'
import { openFactorAt } from './open-factor.ts'
import { TrustTag } from './TrustTag.tsx'

const none: GwpTable = { sets: [], rows: [] }

/** The sets of warming potentials side by side; what differs from the chosen one is marked. */
export function GwpPage() {
  const say = useSay()
  const asked = useAsk(['factors', 'gwp'], () => api.factors.gwpSets({}))
  const { sets, rows } = asked.data ?? none
  const [against, setAgainst] = useState<GwpSetName>('AR5')
  const [isOnlyDifferent, setOnlyDifferent] = useState(false)
  const shown = isOnlyDifferent
    ? rows.filter((row) => gwpSetNames.some((name) => differs(row, name, against)))
    : rows
  const sources = useAsk(['factors', 'editions'], () => api.factors.editions({}))
  return (
    <PageFrame title={say('factors.tab.gwp')} purpose={say('factors.gwp.purpose')} action={<FactorTabs />}>
      <TroubleNote trouble={asked.error} />
      <RecordTable
        name="gwp-sets"
        label={say('factors.tab.gwp')}
        rows={shown}
        rowKey={({ gas }) => gas}
        columns={columnsIn(say, sets, against)}
        loading={asked.isPending}
        acts={
          <>
            <label className="gwp-choice">
              {say('factors.gwp.against')}
              <Select
                aria-label={say('factors.gwp.against')}
                value={against}
                options={sets.map(({ name }) => ({ value: name, label: say(`factors.gwp-set.${name}`) }))}
                onChange={setAgainst}
                popupMatchSelectWidth={false}
                style={{ minWidth: 160 }}
              />
            </label>
            <label className="gwp-choice">
              <Switch checked={isOnlyDifferent} onChange={setOnlyDifferent} />
              {say('factors.gwp.only-different')}
            </label>
          </>
        }
      />
      <details className="paper gwp-sources">
        <summary>{say('factors.gwp.sets')}</summary>
        <dl>
          {sets.map(({ name, urn, document }) => {
            const unverified = sources.data?.find((edition) => edition.urn === urn)?.unverified ?? 0
            return (
              <div key={name}>
                <dt>{say(`factors.gwp-set.${name}`)}</dt>
                <dd>
                  {document} {unverified > 0 && <TrustTag verification="secondary-copy" />}
                </dd>
              </div>
            )
          })}
        </dl>
      </details>
    </PageFrame>
  )
}

function columnsIn(say: Say, sets: GwpTable['sets'], against: GwpSetName): readonly RecordColumn<GwpRow>[] {
  return [
    {
      key: 'gas',
      title: say('factors.column.gas'),
      text: ({ gas }) => gas,
      cell: ({ gas }) => <FormulaText text={gas} />,
      width: 130,
    },
    {
      key: 'family',
      title: say('factors.gwp.family'),
      text: ({ family }) => family ?? say('factors.gwp.outside'),
      cell: ({ family }) => <FormulaText text={family ?? say('factors.gwp.outside')} />,
      width: 110,
      choices: true,
    },
    ...sets.map(({ name }): RecordColumn<GwpRow> => ({
      key: name,
      title: say(`factors.gwp-set.${name}`),
      text: (row) => cellIn(row, name)?.value ?? '',
      cell: (row) => <Potential row={row} set={name} against={against} />,
      width: 124,
      number: true,
    })),
  ]
}
function cellIn({ cells }: GwpRow, set: GwpSetName) {
  return cells.find((cell) => cell.set === set)
}

function Potential({
  row,
  set,
  against,
}: {
  readonly row: GwpRow
  readonly set: GwpSetName
  readonly against: GwpSetName
}) {
  const say = useSay()
  const cell = cellIn(row, set)
  if (!cell) return <span title={say('factors.gwp.none')}>—</span>
  const isDifferent = differs(row, set, against)
  const sign = say('factors.gwp.differs', { set: say(`factors.gwp-set.${against}`) })
  return (
    <>
      {isDifferent && (
        <span className="gwp-differs" title={sign} role="img" aria-label={sign}>
          ≠
        </span>
      )}
      <OpenableNumber value={cell.value} onOpen={() => openFactorAt(say, row.name, cell.from)} />
    </>
  )
}
