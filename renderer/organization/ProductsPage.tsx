import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'

import type { Product } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { OutputValueForm } from './OutputValueForm.tsx'
import { ProductForm } from './ProductForm.tsx'

/** Main products of a year by facility, as table E.6 prints them, and the output value for the intensity. */
export function ProductsPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { year, facility } = useScope()
  const [params] = useSearchParams()
  const [chosen, choose] = useState<string | null>(params.get('product'))
  const asked = useAsk(['organization', 'products', year], () => api.organization.products({ year }))
  const tree = useAsk(['organization', 'tree'], () => api.organization.tree({}))
  const takeOver = useCommand(api.organization.takeOverProducts)
  const facilities = (tree.data ?? []).filter(({ kind }) => kind === 'facility')
  const products = (asked.data ?? []).filter((product) => facility === null || product.facility === facility)
  const nameOf = (id: string) => facilities.find((node) => node.id === id)?.name ?? ''
  const first = facilities.find(({ id }) => id === facility) ?? facilities[0]
  const canEnter = may('organization.enter') && first !== undefined
  const product = products.find(({ id }) => id === chosen)
  const columns = useColumns(nameOf)
  return (
    <PageFrame
      title={say('organization.products.title', { year })}
      purpose={say('organization.products.purpose')}
      action={
        canEnter && (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => choose('new')}>
            {say('organization.products.add')}
          </Button>
        )
      }
    >
      <TroubleNote trouble={asked.error ?? takeOver.trouble} />
      <div className="organization-columns">
        <div className="organization-list">
          <RecordTable
            name="organization-products"
            label={say('organization.products.title', { year })}
            rows={products}
            rowKey={({ id }) => id}
            columns={columns}
            chosen={product?.id ?? null}
            onOpen={({ id }) => choose(id)}
            loading={asked.isPending}
            empty={
              <EmptyState
                icon="box"
                title={say('organization.products.empty', { year })}
                why={say('organization.products.empty-why')}
                action={
                  facilities.length === 0 ? (
                    <Button onClick={() => go('/organization/tree')}>
                      {say('organization.products.to-tree')}
                    </Button>
                  ) : (
                    may('organization.enter') && (
                      <Button
                        loading={takeOver.busy}
                        onClick={() => void takeOver.run({ from: year - 1, to: year })}
                      >
                        {say('organization.products.take-over', { year: year - 1 })}
                      </Button>
                    )
                  )
                }
              />
            }
          />
        </div>
        <div className="organization-side">
          {first && canEnter && (product || chosen === 'new') && (
            <section className="paper">
              <ProductForm
                key={`${product?.id ?? 'new'}/${year}`}
                product={product ?? null}
                year={year}
                number={Math.max(0, ...products.map((one) => one.number)) + 1}
                facility={first.id}
                facilities={facilities}
                onDone={(saved) => choose(saved)}
              />
            </section>
          )}
          {product && <RecordSide key={product.id} record={`organization/product/${product.id}`} />}
          <section className="paper">
            <OutputValueForm key={year} year={year} />
          </section>
        </div>
      </div>
    </PageFrame>
  )
}

function useColumns(nameOf: (id: string) => string): readonly RecordColumn<Product>[] {
  const say = useSay()
  return [
    {
      key: 'facility',
      width: 130,
      title: say('organization.kind.facility'),
      text: ({ facility }) => nameOf(facility),
      choices: true,
    },
    {
      key: 'number',
      title: say('organization.product.number'),
      text: ({ number }) => String(number),
      number: true,
      width: 70,
    },
    { key: 'name', width: 130, title: say('organization.product.name'), text: ({ name }) => name },
    {
      key: 'output',
      width: 150,
      title: say('organization.product.output'),
      text: ({ output }) => output ?? '',
      cell: ({ output, unit }) => <NumberText value={output} unit={unit} />,
      number: true,
    },
    {
      key: 'designCapacity',
      width: 190,
      title: say('organization.product.designCapacity'),
      text: ({ designCapacity }) => designCapacity ?? '',
      cell: ({ designCapacity, unit }) => <NumberText value={designCapacity} unit={unit} />,
      number: true,
    },
    { key: 'note', width: 120, title: say('organization.node.note'), text: ({ note }) => note ?? '' },
  ]
}
