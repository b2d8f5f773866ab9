import { Button, Input } from 'antd'
import { useState } from 'react'

import { plainAmount } from '#shared/kernel/typed-amount'
import type { ShownThreshold } from '#shared/performance/threshold'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { UnitText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useThresholds } from './use-operation.ts'

/** The limits of this area's rules: the usual ones, and those that the plant set. */
export function ThresholdCard() {
  const say = useSay()
  const { data = [], error } = useThresholds()
  return (
    <section className="paper" aria-label={say('performance.thresholds')}>
      <h2>{say('performance.thresholds')}</h2>
      <TroubleNote trouble={error} />
      <table className="plain-table">
        <tbody>
          {data.map((each) => (
            <Row key={`${each.key} ${each.value}`} threshold={each} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ threshold: { key, value, unit, isOwn } }: { readonly threshold: ShownThreshold }) {
  const say = useSay()
  const may = useMay()
  const [text, setText] = useState(value)
  const set = useCommand((to: string) => api.performance.setLimit({ key, value: to }), {
    undo: () => ({
      done: { code: 'performance.threshold.own' },
      undo: () => api.performance.setLimit({ key, value }),
    }),
  })
  const name = say(`performance.threshold.${key}`)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="right">
        {may('performance.manage') ? (
          <Input
            aria-label={name}
            inputMode="decimal"
            maxLength={20}
            style={{ width: 130 }}
            value={text}
            onChange={({ target }) => setText(target.value)}
            onPressEnter={() => void set.run(plainAmount(text))}
            suffix={unit === null ? undefined : <UnitText unit={unit} />}
          />
        ) : (
          <>
            {value} {unit !== null && <UnitText unit={unit} />}
          </>
        )}
      </td>
      <td>
        <StateTag
          tone={isOwn ? 'info' : 'quiet'}
          text={say(isOwn ? 'performance.threshold.own' : 'performance.threshold.usual')}
        />{' '}
        {text !== value && (
          <Button size="small" loading={set.busy} onClick={() => void set.run(plainAmount(text))}>
            {say('performance.threshold.set')}
          </Button>
        )}
        <TroubleNote trouble={set.trouble} onClose={set.forget} />
      </td>
    </tr>
  )
}
