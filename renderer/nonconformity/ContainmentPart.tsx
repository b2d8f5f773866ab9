import type { ShownCase } from '#shared/nonconformity/contract'
import { containment, isWritable } from '#shared/nonconformity/model'

import { api } from '../kernel/api.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { KeepForm } from '../ui/KeepForm.tsx'
import type { Field, Typed } from '../ui/RecordForm.tsx'
import { knownIn, textIn } from '../ui/typed.ts'
import { Part } from './Part.tsx'
import { useToday } from './use-nonconformity.tsx'

/** What was done at once, and what it touched (10.2 a). */
export function ContainmentPart({ of }: { readonly of: ShownCase }) {
  const say = useSay()
  const { nameOf } = useStaff()
  return (
    <Part
      key={of.state}
      title={say('nonconformity.part.containment')}
      isWritable={isWritable('containment', of.state)}
      isNext={of.state === 'found' && of.correction === ''}
      lines={[
        [say('nonconformity.field.correction'), of.correction],
        [say('nonconformity.field.correctedBy'), `${nameOf(of.correctedBy)} · ${of.correctedOn ?? '—'}`],
        [say('nonconformity.field.consequences'), of.consequences],
      ]}
      form={(close) => <ContainmentForm of={of} onDone={close} />}
    />
  )
}

function ContainmentForm({ of, onDone }: { readonly of: ShownCase; readonly onDone: () => void }) {
  const say = useSay()
  const today = useToday()
  const { id, correction, correctedOn, correctedBy, consequences, owner } = of
  const fields: readonly Field[] = [
    { name: 'correction', label: say('nonconformity.field.correction'), kind: 'area' },
    { name: 'correctedOn', label: say('nonconformity.field.correctedOn'), kind: 'day' },
    {
      name: 'correctedBy',
      label: say('nonconformity.field.correctedBy'),
      kind: 'own',
      control: <PersonField />,
    },
    {
      name: 'consequences',
      label: say('nonconformity.field.consequences'),
      kind: 'area',
      hint: say('nonconformity.field.consequences-hint'),
    },
  ]
  const save = (typed: Typed) =>
    api.nonconformity.keepContainment({
      id,
      ...containment.parse({
        correction: textIn(typed, 'correction'),
        correctedOn: knownIn(typed, 'correctedOn'),
        correctedBy: knownIn(typed, 'correctedBy'),
        consequences: textIn(typed, 'consequences'),
      }),
    })
  return (
    <KeepForm
      title={say('nonconformity.part.containment')}
      draft={`nonconformity/${id}/containment`}
      isThere
      initial={{
        correction,
        correctedOn: correctedOn ?? today,
        correctedBy: correctedBy ?? owner,
        consequences,
      }}
      fields={fields}
      submit={say('nonconformity.save')}
      keep={save}
      onDone={onDone}
    />
  )
}
