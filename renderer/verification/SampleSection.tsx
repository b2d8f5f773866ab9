import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'

import type { ShownCase } from '#shared/verification/contract'
import { sampleMethods, type Sampling } from '#shared/verification/sampling'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { NumberText } from '../ui/NumberText.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** A sample of the lines of the inventory that anybody can draw again. */
export function SampleSection({ of: { id } }: { readonly of: ShownCase }) {
  const say = useSay()
  const [typed, setTyped] = useState<Sampling>({ method: 'size', size: 10, seed: 1 })
  const [asked, setAsked] = useState<Sampling | null>(null)
  const { data, error } = useAsk(
    ['verification', 'sample', id, asked],
    () => api.verification.sample({ case: id, ...(asked ?? typed) }),
    { enabled: asked !== null },
  )
  const change = (part: Partial<Sampling>) => setTyped({ ...typed, ...part })
  return (
    <section className="paper" aria-label={say('verification.sample')}>
      <h2>{say('verification.sample')}</h2>
      <p className="page-purpose">{say('verification.sample.purpose')}</p>
      <div className="page-acts">
        <Select
          aria-label={say('verification.sample.method')}
          style={{ width: 240 }}
          value={typed.method}
          options={sampleMethods.map((value) => ({
            value,
            label: say(`verification.sample.method.${value}`),
          }))}
          onChange={(method) => change({ method })}
        />
        <InputNumber
          aria-label={say('verification.sample.size')}
          prefix={say('verification.sample.size')}
          min={1}
          max={10_000}
          precision={0}
          value={typed.size}
          onChange={(size) => change({ size: size ?? 1 })}
        />
        <InputNumber
          aria-label={say('verification.sample.seed')}
          prefix={say('verification.sample.seed')}
          min={0}
          max={4_294_967_295}
          precision={0}
          value={typed.seed}
          onChange={(seed) => change({ seed: seed ?? 0 })}
        />
        <Button onClick={() => setAsked(typed)}>{say('verification.sample.draw')}</Button>
      </div>
      <TroubleNote trouble={error} />
      {asked !== null && data && (
        <>
          <p role="status">
            {say('verification.sample.drawn', { population: data.population, count: data.items.length })}
          </p>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{say('verification.sample.line')}</th>
                <th scope="col" className="right">
                  {say('verification.sample.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.items.map(({ key, name, size }) => (
                <tr key={key}>
                  <td>{name}</td>
                  <td className="right">
                    <NumberText value={size} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
