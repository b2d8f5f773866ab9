import { Input, Select } from 'antd'
import { useState } from 'react'

import { plainAmount } from '#shared/kernel/typed-amount'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { NumberText } from '../ui/NumberText.tsx'

const amounts = ['holding', 'sold', 'bought'] as const
const results = ['most', 'carried', 'to-sell'] as const
type Sector = 'power' | 'industry'

/** What of the allowances of 2019 to 2024 may be kept: an answer as soon as the three amounts are whole tonnes. */
export function CarryOver() {
  const say = useSay()
  const [sector, setSector] = useState<Sector>('power')
  const [typed, setTyped] = useState({ holding: '', sold: '', bought: '' })
  const [holding, sold, bought] = amounts.map((name) => plainAmount(typed[name])) as [string, string, string]
  const isWhole = [holding, sold, bought].every((text) => /^\d{1,12}$/.test(text))
  const asked = useAsk(
    ['assets', 'carry-over', sector, holding, sold, bought],
    () => api.assets.carryOver({ sector, holding, sold, bought }),
    { enabled: isWhole },
  )
  const values = isWhole && asked.data ? [asked.data.most, asked.data.carried, asked.data.toSell] : []
  return (
    <details className="paper">
      <summary>{say('assets.carry')}</summary>
      <p className="page-purpose">{say('assets.carry.why')}</p>
      <div className="record-fields">
        <label>
          {say('assets.carry.sector')}
          <Select<Sector>
            value={sector}
            onChange={setSector}
            style={{ width: '100%' }}
            options={(['power', 'industry'] as const).map((value) => ({
              value,
              label: say(`assets.carry.sector.${value}`),
            }))}
          />
        </label>
        {amounts.map((name) => (
          <label key={name}>
            {say(`assets.carry.${name}`)}
            <Input
              inputMode="numeric"
              value={typed[name]}
              onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
            />
          </label>
        ))}
      </div>
      {values.length > 0 && (
        <dl className="assets-numbers">
          {results.map((name, at) => (
            <div key={name} className="paper">
              <dt>{say(`assets.carry.${name}`)}</dt>
              <dd>
                <NumberText value={values[at] ?? null} unit="t" />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  )
}
