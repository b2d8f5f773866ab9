import { effectVerdict, type ShownCase } from '#shared/nonconformity/contract'
import { isWritable } from '#shared/nonconformity/model'

import { api } from '../kernel/api.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useNames } from '../kernel/use-names.ts'
import { KeepForm } from '../ui/KeepForm.tsx'
import type { Field, Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { textIn } from '../ui/typed.ts'
import { Part } from './Part.tsx'
import { useToday } from './use-nonconformity.tsx'

/** Whether it worked, by the word of somebody else, and what changed in the system because of it (10.2 d, e). */
export function EffectPart({ of }: { readonly of: ShownCase }) {
  const { state } = of
  const hasCome = ['acting', 'awaiting', 'proven', 'closed'].includes(state)
  return (
    <>
      {state === 'awaiting' && <CheckForm of={of} />}
      {hasCome && <Outcome of={of} />}
    </>
  )
}

function Outcome({ of }: { readonly of: ShownCase }) {
  const say = useSay()
  const names: ReadonlyMap<string, string | null> = useNames()
  const { checkedBy, checkedAt, effectNote, aloneReason } = of
  const checked =
    checkedAt === null
      ? '—'
      : say('nonconformity.checked', {
          name: (checkedBy === null ? null : names.get(checkedBy)) ?? '—',
          at: localTime(checkedAt),
          note: effectNote ?? '',
        })
  const alone = aloneReason === null ? '' : say('nonconformity.alone', { reason: aloneReason })
  return (
    <Part
      key={of.state}
      title={say('nonconformity.part.effect')}
      isWritable={isWritable('outcome', of.state)}
      isNext={of.state === 'proven' && of.systemChange === ''}
      lines={[
        [say('nonconformity.part.effect'), [checked, alone].filter(Boolean).join('\n')],
        [say('nonconformity.field.systemChange'), of.systemChange],
      ]}
      form={(close) => <OutcomeForm of={of} onDone={close} />}
    />
  )
}

function OutcomeForm({ of, onDone }: { readonly of: ShownCase; readonly onDone: () => void }) {
  const say = useSay()
  const { id, systemChange } = of
  const save = (typed: Typed) =>
    api.nonconformity.keepOutcome({ id, systemChange: textIn(typed, 'systemChange') })
  return (
    <KeepForm
      title={say('nonconformity.field.systemChange')}
      draft={`nonconformity/${id}/outcome`}
      initial={{ systemChange }}
      fields={[
        {
          name: 'systemChange',
          label: say('nonconformity.field.systemChange'),
          kind: 'area',
          hint: say('nonconformity.field.systemChange-hint'),
        },
      ]}
      submit={say('nonconformity.save')}
      keep={save}
      onDone={onDone}
    />
  )
}

/** Asks somebody else whether the actions had effect; who carried them sees why it is not theirs to say. */
function CheckForm({ of }: { readonly of: ShownCase }) {
  const say = useSay()
  const may = useMay()
  const today = useToday()
  const { id, isOwnWork, isAlone, checkOn } = of
  const save = (typed: Typed) =>
    api.nonconformity.checkEffect({
      id,
      isEffective: typed['verdict'] === 'prove',
      note: textIn(typed, 'note'),
      reason: isOwnWork ? textIn(typed, 'reason') : null,
    })
  if (!may('nonconformity.check')) return null
  if (isOwnWork && !isAlone) return <StateTag tone="info" text={say('nonconformity.other-checks')} />
  if (checkOn !== null && checkOn > today) return null
  const said = (name: string, label: string, hint?: string): Field => ({
    name,
    label,
    kind: 'area',
    schema: effectVerdict.shape.note,
    ...(hint !== undefined && { hint }),
  })
  const fields: readonly Field[] = [
    {
      name: 'verdict',
      label: say('nonconformity.part.effect'),
      kind: 'choice',
      schema: effectVerdict.shape.verdict,
      options: effectVerdict.shape.verdict.options.map((value) => ({
        value,
        label: say(`nonconformity.act.${value}`),
      })),
    },
    said('note', say('nonconformity.ask.note'), say('nonconformity.ask.prove')),
    ...(isOwnWork ? [said('reason', say('nonconformity.ask.alone'))] : []),
  ]
  return (
    <KeepForm
      title={say('nonconformity.part.effect')}
      draft={`nonconformity/${id}/check`}
      initial={{ verdict: null, note: '', reason: '' }}
      fields={fields}
      submit={say('nonconformity.save')}
      keep={save}
    />
  )
}
