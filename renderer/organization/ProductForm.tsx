import { Button, Form, Input, InputNumber, Select } from 'antd'

import { isUnit, type Measure, symbolOf, units } from '#shared/kernel/units'
import { newProduct, type Node, type NodeId, type Product, type ProductId } from '#shared/organization/model'
import { typedAmount } from '#shared/organization/typed-amount'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { known, knownAmount, typedOf } from './form-values.ts'

interface TypedProduct {
  readonly facility: NodeId
  readonly number: number
  readonly name: string
  readonly unit: Measure
  readonly output: string
  readonly designCapacity: string
  readonly note: string
}
interface ProductFormProps {
  /** Null for a new one. */
  readonly product: Product | null
  readonly year: number
  /** The number a new one gets. */
  readonly number: number
  /** The facility a new one belongs to, unless another is chosen. */
  readonly facility: NodeId
  readonly facilities: readonly Node[]
  readonly onDone: (saved: ProductId | null) => void
}

const choices = Object.keys(units)
  .filter(isUnit)
  .map((value) => ({ value, label: symbolOf(value) || value }))

/** One line of table E.6. An output that is not known is left empty: it is missing, not zero. */
export function ProductForm({ product, year, number, facility, facilities, onDone }: ProductFormProps) {
  const say = useSay()
  const draft = useDraft<TypedProduct>(`organization/products/${year}/${product?.id ?? 'new'}`, {
    facility: product?.facility ?? facility,
    number: product?.number ?? number,
    name: product?.name ?? '',
    unit: product?.unit ?? 't',
    output: typedOf(product?.output ?? null),
    designCapacity: typedOf(product?.designCapacity ?? null),
    note: typedOf(product?.note ?? null),
  })
  const save = useSave(product, year)
  const remove = useRemove()
  const finish = async (typed: TypedProduct) => {
    const saved = await save.run(typed)
    if (!saved) return
    await draft.settled()
    onDone(product ? saved.id : null)
  }
  const { shape } = newProduct
  return (
    <>
      <h2>{product ? product.name : say('organization.products.new', { year })}</h2>
      <DraftNote draft={draft} />
      {draft.ready && (
        <Form
          key={draft.restoredAt ?? 'kept'}
          layout="vertical"
          initialValues={draft.value}
          onValuesChange={(_change, all: TypedProduct) => draft.change(all)}
          onFinish={(typed: TypedProduct) => void finish(typed)}
        >
          <Form.Item name="facility" label={say('organization.kind.facility')}>
            <Select options={facilities.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
          <Form.Item
            name="number"
            label={say('organization.product.number')}
            rules={schemaRules(say, shape.number)}
          >
            <InputNumber precision={0} controls={false} />
          </Form.Item>
          <Form.Item
            name="name"
            label={say('organization.product.name')}
            rules={schemaRules(say, shape.name)}
          >
            <Input maxLength={300} autoFocus />
          </Form.Item>
          <Form.Item
            name="unit"
            label={say('organization.product.unit')}
            rules={schemaRules(say, shape.unit)}
          >
            <Select showSearch options={choices} />
          </Form.Item>
          {(['output', 'designCapacity'] as const).map((name) => (
            <Form.Item
              key={name}
              name={name}
              label={say(`organization.product.${name}`)}
              rules={schemaRules(say, typedAmount.nullable())}
            >
              <Input inputMode="decimal" maxLength={40} />
            </Form.Item>
          ))}
          <Form.Item name="note" label={say('organization.node.note')}>
            <Input maxLength={300} />
          </Form.Item>
          <TroubleNote trouble={save.trouble ?? remove.trouble} />
          <div className="page-acts">
            <Button type="primary" htmlType="submit" loading={save.busy}>
              {say('organization.products.save')}
            </Button>
            <Button onClick={() => onDone(null)}>{say('organization.tree.leave')}</Button>
            {product && (
              <ConfirmAct
                label={say('organization.products.remove')}
                question={say('organization.products.remove-question', { name: product.name })}
                button={{ danger: true }}
                onConfirm={() => void remove.run(product).then(() => onDone(null))}
              />
            )}
          </div>
        </Form>
      )}
    </>
  )
}

function useSave(product: Product | null, year: number) {
  const record = (typed: TypedProduct) => ({
    ...typed,
    year,
    output: knownAmount(typed.output),
    designCapacity: knownAmount(typed.designCapacity),
    note: known(typed.note),
  })
  return useCommand(
    (typed: TypedProduct) =>
      product
        ? api.organization.editProduct({ ...record(typed), id: product.id })
        : api.organization.addProduct(record(typed)),
    {
      undo: ({ id, name }) => ({
        done: { code: 'organization.products.saved', facts: { name } },
        undo: () =>
          product ? api.organization.editProduct(product) : api.organization.removeProduct({ id }),
      }),
    },
  )
}

function useRemove() {
  return useCommand(({ id }: Product) => api.organization.removeProduct({ id }), {
    undo: (_done, { id: _id, ...again }) => ({
      done: { code: 'organization.products.removed', facts: { name: again.name } },
      undo: () => api.organization.addProduct(again),
    }),
  })
}
