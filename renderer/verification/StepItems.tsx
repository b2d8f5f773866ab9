import { Button, Input, Select } from 'antd'
import { useState } from 'react'

import { answers, flags, type ItemAnswer } from '#shared/verification/case'
import type { ShownCase, ShownStep } from '#shared/verification/contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'

type Item = ShownStep['items'][number]

interface StepItemsProps {
  readonly of: ShownCase
  readonly step: ShownStep
  readonly canAnswer: boolean
}

/** What a step is gone through by, one line each; every choice is kept at once. */
export function StepItems({ of, step: { id, items, key }, canAnswer }: StepItemsProps) {
  const say = useSay()
  const go = useGo()
  const keep = useCommand((answer: ItemAnswer) => api.verification.answerItem({ id, ...answer }))
  if (items.length === 0) return null
  const done = items.filter(({ answer }) => answer !== null).length
  const hasTier = items.some(({ tier }) => tier !== null)
  const isOnSite = key === 'on-site' || key === 'visit'
  return (
    <>
      <h3>
        {say('verification.items')}{' '}
        <span className="page-purpose">{say('verification.items.count', { done, total: items.length })}</span>
      </h3>
      <table className="plain-table verification-items">
        <thead>
          <tr>
            <th scope="col">{say('verification.items.item')}</th>
            <th scope="col">{say('verification.items.answer')}</th>
            {hasTier && <th scope="col">{say('verification.items.tier')}</th>}
            {hasTier && <th scope="col">{say('verification.items.flag')}</th>}
            <th scope="col">{say('verification.items.note')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ItemRow
              key={`${item.key}/${item.answer?.note ?? ''}`}
              item={item}
              hasTier={hasTier}
              canAnswer={canAnswer}
              onAnswer={(answer) => void keep.run(answer)}
            />
          ))}
        </tbody>
      </table>
      {isOnSite && canAnswer && of.state === 'open' && (
        <Button onClick={() => go('/monitoring/new')}>{say('verification.items.new-source')}</Button>
      )}
      <TroubleNote trouble={keep.trouble} onClose={keep.forget} />
    </>
  )
}

interface ItemRowProps {
  readonly item: Item
  readonly hasTier: boolean
  readonly canAnswer: boolean
  readonly onAnswer: (answer: ItemAnswer) => void
}

function ItemRow({ item: { key, title, clause, tier, answer }, hasTier, canAnswer, onAnswer }: ItemRowProps) {
  const say = useSay()
  const [note, setNote] = useState(answer?.note ?? '')
  const name = title[say.language]
  const give = (change: Partial<ItemAnswer>) =>
    onAnswer({
      item: key,
      answer: 'yes',
      tier: answer?.tier ?? tier,
      flag: answer?.flag ?? null,
      ...answer,
      note,
      ...change,
    })
  const choice = (
    label: string,
    value: string | number | undefined,
    options: readonly { value: string | number; label: string }[],
    onChange: (value: string | number) => void,
  ) => (
    <Select
      aria-label={`${label} ${name}`}
      options={[...options]}
      disabled={!canAnswer}
      style={{ width: 110 }}
      placeholder="—"
      {...(value !== undefined && { value })}
      onChange={onChange}
    />
  )
  return (
    <tr>
      <td>
        {name} <span className="page-purpose">{clause}</span>
      </td>
      <td>
        {choice(
          say('verification.items.answer'),
          answer?.answer,
          answers.map((each) => ({ value: each, label: say(`verification.answer.${each}`) })),
          (chosen) => give({ answer: chosen as ItemAnswer['answer'] }),
        )}
      </td>
      {hasTier && (
        <td>
          {tier !== null &&
            choice(
              say('verification.items.tier'),
              answer?.tier ?? tier,
              [1, 2, 3].map((each) => ({ value: each, label: String(each) })),
              (chosen) => give({ tier: Number(chosen) }),
            )}
        </td>
      )}
      {hasTier && (
        <td>
          {tier !== null &&
            choice(
              say('verification.items.flag'),
              answer?.flag ?? undefined,
              flags.map((each) => ({ value: each, label: say(`verification.flag.${each}`) })),
              (chosen) => give({ flag: chosen as ItemAnswer['flag'] }),
            )}
        </td>
      )}
      <td>
        <Input
          aria-label={`${say('verification.items.note')} ${name}`}
          maxLength={1000}
          disabled={!canAnswer}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          onBlur={() => note !== (answer?.note ?? '') && answer !== null && give({})}
        />
      </td>
    </tr>
  )
}
