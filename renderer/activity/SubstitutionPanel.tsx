import { Button, Input, Radio } from 'antd'
import { useId } from 'react'

import type { SubstitutionRule } from '#shared/activity/substitution'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { Icon } from '../ui/Icon.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { cellKey, pathOfCell } from './entry-draft.ts'
import { inputsText } from './reading-words.ts'
import type { Gap } from './SubstitutionPage.tsx'

interface SubstitutionPanelProps {
  readonly gap: Gap
  readonly onClose: () => void
}

/** One gap: what stands in and from what it was made, or what could stand in and what that makes of the emission. */
export function SubstitutionPanel({ gap, onClose }: SubstitutionPanelProps) {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const { name, month, applied, unit, parameter, facility } = gap
  return (
    <aside className="paper activity-form" aria-label={`${name} ${month}`}>
      <div className="activity-bar">
        <h2>
          {name} · {month}
        </h2>
        <Button type="text" icon={<Icon name="cross" />} aria-label={say('frame.close')} onClick={onClose} />
      </div>
      <div>
        <Button
          icon={<Icon name="edit" />}
          onClick={() => go(pathOfCell(cellKey(parameter, month), facility))}
        >
          {say('activity.gap.enter')}
        </Button>
      </div>
      {applied && (
        <dl className="activity-facts">
          <dt>{say('activity.gap.value')}</dt>
          <dd>
            <NumberText value={applied.value} unit={unit} decimals={12} />
          </dd>
          <dt>{say('activity.gap.how')}</dt>
          <dd>{say(`activity.rule.${applied.rule}`)}</dd>
          <dt>{say('activity.gap.inputs')}</dt>
          <dd>{inputsText(applied, say) || '—'}</dd>
          <dt>{say('activity.gap.reason')}</dt>
          <dd>{applied.reason}</dd>
        </dl>
      )}
      {!applied && may('activity.enter') && <Offers gap={gap} />}
    </aside>
  )
}

interface Typed {
  readonly rule: SubstitutionRule | null
  readonly text: string
  readonly reason: string
}

function Offers({ gap: { parameter, month, name, unit } }: Pick<SubstitutionPanelProps, 'gap'>) {
  const say = useSay()
  const id = useId()
  const asked = useAsk(
    ['activity', 'offers', parameter, month],
    () => api.activity.offers({ parameter, month }),
    { also: ['monitoring', 'factors', 'accounting'] },
  )
  const draft = useDraft<Typed>(`activity/gap/${parameter}/${month}`, { rule: null, text: '', reason: '' })
  const { value, change } = draft
  const apply = useCommand(
    (rule: SubstitutionRule) =>
      api.activity.substitute({
        parameter,
        month,
        rule,
        text: rule === 'supplier-value' ? value.text.trim() : null,
        proofs: [],
        reason: value.reason.trim(),
      }),
    {
      undo: ({ act }) => ({
        done: { code: 'activity.gap.did', facts: { name, month } },
        undo: () => api.activity.undo({ act, reason: null }),
      }),
    },
  )
  const isSupplier = value.rule === 'supplier-value'
  const isReady =
    value.rule !== null && value.reason.trim() !== '' && (!isSupplier || value.text.trim() !== '')
  const save = async () => {
    if (value.rule !== null && (await apply.run(value.rule))) draft.discard()
  }
  return (
    <form
      className="activity-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <DraftNote draft={draft} />
      <TroubleNote trouble={asked.error} />
      <h3>{say('activity.gap.offers')}</h3>
      <Radio.Group
        className="activity-offers"
        aria-label={say('activity.gap.offers')}
        value={value.rule}
        onChange={({ target }) => change({ ...value, rule: target.value as SubstitutionRule })}
      >
        {(asked.data ?? []).map((offer) => (
          <OfferLine key={offer.rule} offer={offer} unit={unit} />
        ))}
      </Radio.Group>
      {isSupplier && (
        <>
          <label htmlFor={`${id}-text`}>{say('activity.gap.supplier')}</label>
          <Input
            id={`${id}-text`}
            value={value.text}
            maxLength={80}
            suffix={<span className="unit">{unit}</span>}
            onChange={({ target }) => change({ ...value, text: target.value })}
          />
        </>
      )}
      <label htmlFor={`${id}-reason`}>{say('activity.gap.reason')}</label>
      <Input.TextArea
        id={`${id}-reason`}
        rows={2}
        value={value.reason}
        maxLength={1000}
        onChange={({ target }) => change({ ...value, reason: target.value })}
      />
      <TroubleNote trouble={apply.trouble} onClose={apply.forget} />
      <div>
        <Button type="primary" htmlType="submit" loading={apply.busy} disabled={!isReady}>
          {say('activity.gap.apply')}
        </Button>
      </div>
    </form>
  )
}

type Offer = Awaited<ReturnType<typeof api.activity.offers>>[number]

function OfferLine({ offer, unit }: { readonly offer: Offer; readonly unit: Gap['unit'] }) {
  const say = useSay()
  const { rule, value, inputs, isAllowed, effect } = offer
  const isMade = value !== null || rule === 'supplier-value'
  return (
    <Radio value={rule} disabled={!isAllowed || !isMade}>
      <span className="activity-bar">
        {say(`activity.rule.${rule}`)}
        {value !== null && <NumberText value={value} unit={unit} decimals={12} />}
        {!isAllowed && <StateTag tone="quiet" text={say('activity.gap.not-allowed')} />}
        {isAllowed && !isMade && <StateTag tone="quiet" text={say('activity.gap.no-data')} />}
      </span>
      {rule !== 'guideline-default' && inputs.length > 0 && (
        <span className="unit">
          {say('activity.gap.inputs')} {inputsText(offer, say)}
        </span>
      )}
      {effect && (
        <span className="activity-bar">
          {say('activity.gap.effect')} <NumberText value={effect.after} unit="tCO2e" decimals={2} />
          <span className="unit">
            {effect.before === null
              ? say('activity.gap.no-result')
              : say('activity.gap.from', { value: effect.before })}
          </span>
        </span>
      )}
    </Radio>
  )
}
