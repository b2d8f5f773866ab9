import { Button } from 'antd'
import { useState } from 'react'

import type { ShownSupplier } from '#shared/performance/supplier'

import { type Say, useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ScoreCriteriaCard } from './ScoreCriteriaCard.tsx'
import { SupplierForm } from './SupplierForm.tsx'
import { useSuppliers } from './use-operation.ts'

/** Suppliers with the state of their data and their last score, and the criteria they are judged by. */
export function SuppliersPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useSuppliers()
  const columns = useColumns()
  const [isNew, setNew] = useState(false)
  const begin = may('performance.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setNew(true)}>
      {say('performance.suppliers.new')}
    </Button>
  )
  return (
    <PageFrame
      title={say('performance.suppliers')}
      purpose={say('performance.suppliers.purpose')}
      action={!isNew && begin}
    >
      <TroubleNote trouble={asked.error} />
      {isNew && <SupplierForm supplier={null} onDone={() => setNew(false)} />}
      <RecordTable
        name="performance-suppliers"
        label={say('performance.suppliers')}
        rows={asked.data ?? []}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => go(`/performance/suppliers/${id}`)}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="box"
            title={say('performance.suppliers.empty')}
            why={say('performance.suppliers.empty-why')}
            action={!isNew && begin}
          />
        }
      />
      <ScoreCriteriaCard />
    </PageFrame>
  )
}

/** Whether a supplier has to be evaluated: a tag's tone and word. */
export function supplierState(
  say: Say,
  { retiredOn, isDue, evaluations }: ShownSupplier,
): { readonly tone: Tone; readonly text: string } {
  if (retiredOn !== null)
    return { tone: 'quiet', text: say('performance.supplier.retired', { on: retiredOn }) }
  if (isDue) return { tone: 'warn', text: say('performance.supplier.due') }
  if (evaluations.length > 0) return { tone: 'good', text: say('performance.supplier.current') }
  return { tone: 'quiet', text: say('performance.supplier.not-needed') }
}

function useColumns(): readonly RecordColumn<ShownSupplier>[] {
  const say = useSay()
  return [
    { key: 'name', title: say('performance.supplier.name'), text: ({ name }) => name, width: 220 },
    { key: 'goods', title: say('performance.supplier.goods'), text: ({ goods }) => goods, width: 160 },
    {
      key: 'dataState',
      title: say('performance.supplier.dataState'),
      text: ({ dataState }) => say(`performance.supplier.dataState.${dataState}`),
      choices: true,
      width: 110,
    },
    {
      key: 'spend',
      title: say('performance.supplier.spend'),
      text: ({ spend }) => spend ?? '',
      cell: ({ spend }) => <NumberText value={spend} />,
      number: true,
      width: 150,
    },
    {
      key: 'score',
      title: say('performance.supplier.score'),
      text: ({ evaluations }) => evaluations[0]?.score ?? '',
      cell: ({ evaluations: [last] }) => last && <NumberText value={last.score} decimals={1} />,
      number: true,
      width: 90,
    },
    {
      key: 'decision',
      title: say('performance.supplier.decision'),
      text: ({ evaluations: [last] }) => (last ? say(`performance.supplier.decision.${last.decision}`) : ''),
      choices: true,
      width: 110,
    },
    {
      key: 'next',
      title: say('performance.supplier.nextOn'),
      text: ({ evaluations: [last] }) => last?.nextOn ?? '',
      width: 120,
    },
    {
      key: 'state',
      title: say('performance.supplier.state'),
      text: (row) => supplierState(say, row).text,
      cell: (row) => <StateTag {...supplierState(say, row)} />,
      choices: true,
      width: 120,
    },
  ]
}
