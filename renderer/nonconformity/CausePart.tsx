import type { ShownCase } from '#shared/nonconformity/contract'
import { causeAnalysis, type Fishbone, isWritable, noCauses } from '#shared/nonconformity/model'

import { api } from '../kernel/api.ts'
import { PeopleField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { KeepForm } from '../ui/KeepForm.tsx'
import type { Field, Typed } from '../ui/RecordForm.tsx'
import { knownIn, listIn, textIn } from '../ui/typed.ts'
import { FishboneField, SimilarField, WhysField, withoutBlanks } from './cause-controls.tsx'
import { FishboneDrawing } from './FishboneDrawing.tsx'
import { Part } from './Part.tsx'
import { useToday } from './use-nonconformity.tsx'

/** Why it happened, where else it may, and whether its causes are to be removed (10.2 b). */
export function CausePart({ of }: { readonly of: ShownCase }) {
  const say = useSay()
  const { nameOf } = useStaff()
  if (of.state === 'found' || of.state === 'withdrawn') return null
  const similar = of.similar.map(
    ({ what, isChecked, note }) =>
      `${say(isChecked ? 'nonconformity.similar.checked' : 'nonconformity.similar.unchecked')}: ${what}${note && ` · ${note}`}`,
  )
  return (
    <Part
      key={of.state}
      title={say('nonconformity.part.cause')}
      isWritable={isWritable('cause', of.state)}
      isNext={of.state === 'contained' && of.rootCause === ''}
      lines={[
        [say('nonconformity.field.whys'), of.whys.map((why, at) => `${at + 1}. ${why}`).join('\n')],
        [say('nonconformity.field.rootCause'), of.rootCause],
        [
          say('nonconformity.field.reviewers'),
          `${of.reviewers.map(nameOf).join(', ') || '—'} · ${of.reviewedOn ?? '—'}`,
        ],
        [say('nonconformity.field.similar'), [of.similarNote, ...similar].filter(Boolean).join('\n')],
        [
          say('nonconformity.field.needsAction'),
          [say(`nonconformity.needs-action.${of.needsAction}`), of.needReason].filter(Boolean).join('\n'),
        ],
      ]}
      form={(close) => <CauseForm of={of} onDone={close} />}
    >
      <FishboneDrawing fishbone={of.fishbone} title={of.title} />
    </Part>
  )
}

function CauseForm({ of, onDone }: { readonly of: ShownCase; readonly onDone: () => void }) {
  const say = useSay()
  const today = useToday()
  const {
    id,
    whys,
    fishbone,
    rootCause,
    reviewedOn,
    reviewers,
    similar,
    similarNote,
    needsAction,
    needReason,
  } = of
  const fields: readonly Field[] = [
    { name: 'whys', label: say('nonconformity.field.whys'), kind: 'own', control: <WhysField /> },
    {
      name: 'fishbone',
      label: say('nonconformity.field.fishbone'),
      kind: 'own',
      control: <FishboneField title={of.title} />,
    },
    { name: 'rootCause', label: say('nonconformity.field.rootCause'), kind: 'area' },
    { name: 'reviewedOn', label: say('nonconformity.field.reviewedOn'), kind: 'day' },
    {
      name: 'reviewers',
      label: say('nonconformity.field.reviewers'),
      kind: 'own',
      control: <PeopleField />,
    },
    {
      name: 'similar',
      label: say('nonconformity.field.similar'),
      kind: 'own',
      control: <SimilarField of={id} />,
    },
    { name: 'similarNote', label: say('nonconformity.field.similarNote'), kind: 'area' },
    {
      name: 'needsAction',
      label: say('nonconformity.field.needsAction'),
      kind: 'choice',
      options: (['true', 'false'] as const).map((value) => ({
        value,
        label: say(`nonconformity.needs-action.${value}`),
      })),
    },
    { name: 'needReason', label: say('nonconformity.field.needReason'), kind: 'area' },
  ]
  const save = (typed: Typed) => api.nonconformity.keepCause({ id, ...causeIn(typed) })
  return (
    <KeepForm
      title={say('nonconformity.part.cause')}
      draft={`nonconformity/${id}/cause`}
      isThere
      initial={{
        whys,
        fishbone,
        rootCause,
        reviewedOn: reviewedOn ?? today,
        reviewers,
        similar,
        similarNote,
        needsAction: needsAction === null ? null : String(needsAction),
        needReason,
      }}
      fields={fields}
      submit={say('nonconformity.save')}
      keep={save}
      onDone={onDone}
    />
  )
}

function causeIn(typed: Typed) {
  const whys = listIn(typed, 'whys').map((why) => String(why).trim())
  const needs = knownIn(typed, 'needsAction')
  return causeAnalysis.parse({
    whys: whys.filter((why) => why !== ''),
    fishbone: withoutBlanks((typed['fishbone'] ?? noCauses) as Fishbone),
    rootCause: textIn(typed, 'rootCause'),
    reviewedOn: knownIn(typed, 'reviewedOn'),
    reviewers: listIn(typed, 'reviewers'),
    similar: listIn(typed, 'similar').filter((each) => (each as { what?: string }).what?.trim()),
    similarNote: textIn(typed, 'similarNote'),
    needsAction: needs === null ? null : needs === 'true',
    needReason: textIn(typed, 'needReason'),
  })
}
