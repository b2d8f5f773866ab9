import { Button, Input, Segmented } from 'antd'

import type { PartyInput } from '#shared/organization/parties'

import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'

export interface TypedNeed {
  readonly id: PartyInput['needs'][number]['id']
  readonly what: string
  readonly answer: string
  readonly isObligation: boolean | null
}
export const blankNeed: TypedNeed = { id: null, what: '', answer: '', isObligation: null }

/** What a party needs, line by line; a form item hands in value and change. */
export function NeedsField({
  value = [blankNeed],
  onChange,
}: {
  readonly value?: readonly TypedNeed[]
  readonly onChange?: (needs: readonly TypedNeed[]) => void
}) {
  const say = useSay()
  const set = (at: number, change: Partial<TypedNeed>) =>
    onChange?.(value.map((need, index) => (index === at ? { ...need, ...change } : need)))
  return (
    <>
      {value.map((need, at) => (
        <fieldset key={need.id ?? at} className="organization-need">
          <legend className="visually-hidden">
            {say('organization.need.what')} {at + 1}
          </legend>
          <Input.TextArea
            rows={1}
            className="organization-grow"
            maxLength={1000}
            aria-label={`${say('organization.need.what')} ${at + 1}`}
            placeholder={say('organization.need.what')}
            value={need.what}
            onChange={({ target }) => set(at, { what: target.value })}
          />
          <Input.TextArea
            rows={1}
            className="organization-grow"
            maxLength={1000}
            aria-label={`${say('organization.need.answer')} ${at + 1}`}
            placeholder={say('organization.need.answer')}
            value={need.answer}
            onChange={({ target }) => set(at, { answer: target.value })}
          />
          <div>
            <div className="organization-hint">{say('organization.need.isObligation')}</div>
            <Segmented<string>
              aria-label={`${say('organization.need.isObligation')} ${at + 1}`}
              value={need.isObligation === null ? 'open' : need.isObligation ? 'yes' : 'no'}
              options={(['yes', 'no', 'open'] as const).map((answer) => ({
                value: answer,
                label: say(`organization.need.${answer}`),
              }))}
              onChange={(answer) => set(at, { isObligation: answer === 'open' ? null : answer === 'yes' })}
            />
          </div>
          {value.length > 1 && (
            <Button
              type="text"
              icon={<Icon name="trash" />}
              aria-label={say('organization.need.remove', { at: at + 1 })}
              onClick={() => onChange?.(value.filter((_need, index) => index !== at))}
            />
          )}
        </fieldset>
      ))}
      <Button icon={<Icon name="plus" />} onClick={() => onChange?.([...value, blankNeed])}>
        {say('organization.need.add')}
      </Button>
    </>
  )
}
