import type { ShownCase } from '#shared/nonconformity/contract'
import { isWritable } from '#shared/nonconformity/model'

import { api } from '../kernel/api.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { usePlaceOptions } from '../kernel/use-place-options.ts'
import { KeepForm } from '../ui/KeepForm.tsx'
import type { Typed } from '../ui/RecordForm.tsx'
import { textIn } from '../ui/typed.ts'
import { factsIn, useFactFields } from './case-fields.tsx'
import { Part } from './Part.tsx'

/** What was found; it can be put right until it is contained. */
export function FactsPart({ of }: { readonly of: ShownCase }) {
  const say = useSay()
  const { nameOf } = useStaff()
  const place = usePlaceOptions().find(({ value }) => value === of.node)
  return (
    <Part
      title={say('nonconformity.part.fact')}
      isWritable={isWritable('facts', of.state)}
      isNext={false}
      lines={[
        [say('nonconformity.field.fact'), of.fact],
        [say('nonconformity.field.requirements'), of.requirements.join(', ')],
        [
          say('nonconformity.field.source'),
          [
            say(`nonconformity.source.${of.source}`),
            say(`nonconformity.subsystem.${of.subsystem}`),
            place?.label.trim() ?? '',
          ]
            .filter(Boolean)
            .join(' · '),
        ],
        ...(of.size === null ? [] : [[say('nonconformity.field.size'), `${of.size} %`] as const]),
        [say('nonconformity.field.foundBy'), `${nameOf(of.foundBy)} · ${of.foundOn}`],
        [say('nonconformity.field.owner'), nameOf(of.owner)],
        [say('nonconformity.field.due'), of.due],
      ]}
      form={(close) => <FactsForm of={of} onDone={close} />}
    />
  )
}

function FactsForm({ of, onDone }: { readonly of: ShownCase; readonly onDone: () => void }) {
  const say = useSay()
  const { id } = of
  const fields = useFactFields(false)
  const factsOf = (typed: Typed) => ({ ...factsIn(typed), due: textIn(typed, 'due') })
  const save = (typed: Typed, seen: Typed) =>
    api.nonconformity.changeFacts({ id, ...factsOf(typed), seen: factsOf(seen) })
  return (
    <KeepForm
      title={say('nonconformity.part.fact')}
      draft={`nonconformity/${id}/facts`}
      isThere
      initial={{ ...of }}
      fields={fields}
      submit={say('nonconformity.save')}
      keep={save}
      onDone={onDone}
    />
  )
}
