import { Button } from 'antd'
import { useParams } from 'react-router'
import { z } from 'zod'

import {
  type Commitment,
  commitmentInput,
  commitmentRequirements,
  commitmentThemes,
} from '#shared/organization/commitment'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, listIn, numberIn, textIn, typedNumber, wholeIn } from '../ui/typed.ts'
import { Facts } from './Facts.tsx'
import { useCommitments, usualDays } from './use-system.ts'

/** One commitment: a draft is worked on, a published one is read, and withdrawn where it no longer holds. */
export function CommitmentPage() {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const { id } = useParams()
  const asked = useCommitments()
  const commitment = asked.data?.find((each) => each.id === id) ?? null
  const isNew = id === 'new'
  const isWritten = isNew || (commitment?.state === 'draft' && may('organization.enter'))
  const back = () => go('/organization/commitments')
  return (
    <PageFrame
      title={commitment?.statement ?? say('organization.commitments.new')}
      purpose={say('organization.commitments.purpose')}
      action={
        <>
          {commitment && <CommitmentActs commitment={commitment} onGone={back} />}
          <Button onClick={back}>{say('organization.commitments.title')}</Button>
        </>
      }
    >
      <TroubleNote trouble={asked.error} />
      {asked.data && !isNew && !commitment && <p>{say('organization.unknown-record')}</p>}
      {asked.data && isWritten && (
        <CommitmentForm
          key={id}
          commitment={commitment}
          onDone={(saved) => go(`/organization/commitments/${saved}`)}
        />
      )}
      {commitment && (
        <div className="record-page">
          {isWritten ? <span /> : <CommitmentFacts commitment={commitment} />}
          <RecordSide record={`organization/commitment/${commitment.id}`} />
        </div>
      )}
    </PageFrame>
  )
}

const tones = { draft: 'quiet', published: 'good', withdrawn: 'info' } as const

function CommitmentFacts({ commitment }: { readonly commitment: Commitment }) {
  const say = useSay()
  const { nameOf } = useStaff()
  const { theme, serves, person, targetYear, value, unit, covers, route, state, place } = commitment
  const { publishedOn, endReason } = commitment
  return (
    <section className="paper" aria-label={commitment.statement}>
      <StateTag tone={tones[state]} text={say(`organization.commitment-state.${state}`)} />
      <p className="organization-policy">{commitment.statement}</p>
      <Facts
        lines={[
          [say('organization.commitment.theme'), say(`organization.commitment-theme.${theme}`)],
          [say('organization.commitment.person'), nameOf(person)],
          [say('organization.commitment.targetYear'), targetYear === null ? '' : String(targetYear)],
          [
            say('organization.commitment.value'),
            value === null ? '' : <NumberText key="amount" value={value} unit={unit ?? ''} />,
          ],
          [say('organization.commitment.covers'), covers],
          [say('organization.commitment.route'), route],
          [say('organization.commitment.place'), [publishedOn, place].filter(Boolean).join(' ')],
          ...(endReason === null ? [] : [[say('organization.reason'), endReason] as const]),
          [
            say('organization.commitment.serves'),
            serves.map((each) => `${say.of({ code: `organization.serves.${each}` })} (${each})`).join('；'),
          ],
        ]}
      />
    </section>
  )
}

interface CommitmentActsProps {
  readonly commitment: Commitment
  readonly onGone: () => void
}
function CommitmentActs({ commitment, onGone }: CommitmentActsProps) {
  const say = useSay()
  const may = useMay()
  const { id, state } = commitment
  const publish = useCommand((place: string) =>
    api.organization.publishCommitment({ id, place, on: usualDays().today }),
  )
  const withdraw = useCommand((reason: string) => api.organization.withdrawCommitment({ id, reason }))
  const remove = useCommand(() => api.organization.removeCommitment({ id }), {
    undo: () => ({
      done: { code: 'organization.commitment.saved' },
      undo: () => api.organization.saveCommitment({ ...commitment, id: null }),
    }),
  })
  return (
    <>
      <TroubleNote trouble={publish.trouble ?? withdraw.trouble ?? remove.trouble} />
      {state === 'draft' && may('organization.approve') && (
        <ConfirmAct
          label={say('organization.commitment.publish')}
          question={say('organization.commitment.publish-question')}
          reasonLabel={say('organization.commitment.place')}
          onConfirm={(place) => void publish.run(place)}
        />
      )}
      {state === 'published' && may('organization.approve') && (
        <ConfirmAct
          label={say('organization.commitment.withdraw')}
          question={say('organization.commitment.withdraw-question')}
          reasonLabel={say('organization.reason')}
          button={{ danger: true }}
          onConfirm={(reason) => void withdraw.run(reason)}
        />
      )}
      {state === 'draft' && may('organization.enter') && (
        <ConfirmAct
          label={say('organization.remove')}
          question={say('organization.remove-question', { title: commitment.statement })}
          button={{ danger: true }}
          onConfirm={() => void remove.run(undefined).then((gone) => gone && onGone())}
        />
      )}
    </>
  )
}

interface CommitmentFormProps {
  readonly commitment: Commitment | null
  readonly onDone: (id: string) => void
}
function CommitmentForm({ commitment, onDone }: CommitmentFormProps) {
  const say = useSay()
  const fields = useFields()
  const save = useCommand((typed: Typed) => api.organization.saveCommitment(inputOf(typed, commitment)), {
    undo: ({ id }) => ({
      done: { code: 'organization.commitment.saved' },
      undo: () =>
        commitment ? api.organization.saveCommitment(commitment) : api.organization.removeCommitment({ id }),
    }),
  })
  const submit = async (typed: Typed) => {
    const saved = await save.run(typed)
    if (saved) onDone(saved.id)
    return saved !== undefined
  }
  const initial = commitment
    ? { ...commitment, targetYear: commitment.targetYear === null ? '' : String(commitment.targetYear) }
    : { statement: '', theme: 'system', serves: [], targetYear: '', value: '', unit: '' }
  return (
    <RecordForm
      title={say(commitment ? 'organization.commitments.edit' : 'organization.commitments.new')}
      draft={`organization/commitment/${commitment?.id ?? 'new'}`}
      isThere={commitment !== null}
      initial={initial}
      fields={fields}
      submit={say('organization.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
    />
  )
}
function inputOf(typed: Typed, commitment: Commitment | null) {
  return commitmentInput.parse({
    id: commitment?.id ?? null,
    theme: typed['theme'],
    serves: listIn(typed, 'serves'),
    statement: textIn(typed, 'statement'),
    person: typed['person'],
    targetYear: wholeIn(typed, 'targetYear'),
    value: numberIn(typed, 'value'),
    unit: knownIn(typed, 'unit'),
    covers: knownIn(typed, 'covers'),
    route: knownIn(typed, 'route'),
  })
}

const typedYear = z.string().regex(/^\s*\d{4}\s*$/)

function useFields(): readonly Field[] {
  const say = useSay()
  const { shape } = commitmentInput
  return [
    {
      name: 'statement',
      label: say('organization.commitment.statement'),
      kind: 'area',
      schema: shape.statement,
    },
    {
      name: 'person',
      label: say('organization.commitment.person'),
      kind: 'own',
      schema: shape.person,
      control: <PersonField label={say('organization.commitment.person')} />,
    },
    {
      name: 'theme',
      label: say('organization.commitment.theme'),
      kind: 'choice',
      schema: shape.theme,
      options: commitmentThemes.map((value) => ({
        value,
        label: say(`organization.commitment-theme.${value}`),
      })),
    },
    {
      name: 'targetYear',
      label: say('organization.commitment.targetYear'),
      kind: 'number',
      schema: typedYear.nullable(),
      hint: '5.1 n',
    },
    {
      name: 'value',
      label: say('organization.commitment.value'),
      kind: 'number',
      schema: typedNumber.nullable(),
    },
    { name: 'unit', label: say('organization.commitment.unit'), kind: 'text' },
    { name: 'covers', label: say('organization.commitment.covers'), kind: 'area' },
    { name: 'route', label: say('organization.commitment.route'), kind: 'area' },
    {
      name: 'serves',
      label: say('organization.commitment.serves'),
      kind: 'choices',
      wide: true,
      options: commitmentRequirements.map((value) => ({
        value,
        label: `${value.replaceAll('-', ' ')} ${say(`organization.serves.${value}`)}`,
      })),
    },
  ]
}
