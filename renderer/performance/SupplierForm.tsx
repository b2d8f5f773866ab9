import { dataStates, type ShownSupplier, supplierFacts } from '#shared/performance/supplier'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, numberIn, textIn, typedNumber } from '../ui/typed.ts'
import { useThresholds } from './use-operation.ts'

/** A supplier, new or changed. */
export function SupplierForm({
  supplier,
  onDone,
}: {
  readonly supplier: ShownSupplier | null
  readonly onDone: () => void
}) {
  const say = useSay()
  const { data: thresholds = [] } = useThresholds()
  const limit = thresholds.find(({ key }) => key === 'supplier-spend')?.value ?? ''
  const { shape } = supplierFacts
  const fields: readonly Field[] = [
    { name: 'name', label: say('performance.supplier.name'), kind: 'text', schema: shape.name },
    { name: 'goods', label: say('performance.supplier.goods'), kind: 'text', schema: shape.goods },
    {
      name: 'dataState',
      label: say('performance.supplier.dataState'),
      kind: 'choice',
      options: dataStates.map((value) => ({ value, label: say(`performance.supplier.dataState.${value}`) })),
    },
    { name: 'askedOn', label: say('performance.supplier.askedOn'), kind: 'day' },
    {
      name: 'spend',
      label: say('performance.supplier.spend'),
      kind: 'number',
      schema: typedNumber.nullable(),
      hint: say('performance.supplier.spend-hint', { limit }),
    },
    { name: 'note', label: say('performance.supplier.note'), kind: 'area' },
  ]
  const save = useCommand(
    ({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) =>
      supplier
        ? api.performance.editSupplier({ ...factsIn(typed), id: supplier.id, seen: factsIn(seen) })
        : api.performance.addSupplier(factsIn(typed)),
    {
      undo: ({ id, name }, { typed }) => ({
        done: { code: 'performance.supplier.saved', facts: { name } },
        undo: () =>
          supplier
            ? api.performance.editSupplier({ ...supplierFacts.parse(supplier), id, seen: factsIn(typed) })
            : api.performance.removeSupplier({ id }),
      }),
    },
  )
  const submit = async (typed: Typed, seen: Typed) => {
    const saved = await save.run({ typed, seen })
    if (saved) onDone()
    return saved !== undefined
  }
  const before = supplier && supplierFacts.parse(supplier)
  return (
    <RecordForm
      title={supplier?.name ?? say('performance.suppliers.new')}
      draft={`performance/suppliers/${supplier?.id ?? 'new'}`}
      isThere={supplier !== null}
      initial={
        before
          ? { ...before, spend: before.spend ?? '' }
          : { name: '', goods: '', dataState: 'none', spend: '', note: '' }
      }
      fields={fields}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onDone}
    />
  )
}

function factsIn(typed: Typed) {
  return supplierFacts.parse({
    name: textIn(typed, 'name'),
    goods: textIn(typed, 'goods'),
    dataState: typed['dataState'],
    askedOn: knownIn(typed, 'askedOn'),
    spend: numberIn(typed, 'spend'),
    note: textIn(typed, 'note'),
  })
}
