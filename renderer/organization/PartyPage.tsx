import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'

import { type Party, partyCategories, partyInput } from '#shared/organization/parties'

import { api } from '../kernel/api.ts'
import { submitting, useCommand } from '../kernel/commands.ts'
import { PersonField, useStaff } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, listIn, textIn } from '../ui/typed.ts'
import { Facts } from './Facts.tsx'
import { known } from './form-values.ts'
import { blankNeed, NeedsField, type TypedNeed } from './NeedsField.tsx'
import { ReviewSection } from './ReviewSection.tsx'
import { useParties, usualDays } from './use-system.ts'

/** One party, what it needs, and the obligations that follow from it. */
export function PartyPage() {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const { id } = useParams()
  const asked = useParties()
  const [isOpen, setOpen] = useState(false)
  const party = asked.data?.parties.find((each) => each.id === id) ?? null
  const back = () => go('/organization/parties')
  return (
    <PageFrame
      title={party?.name ?? say('organization.parties.new')}
      purpose={say('organization.parties.purpose')}
      action={
        <>
          {party && may('organization.enter') && <PartyActs party={party} onGone={back} />}
          <Button onClick={back}>{say('organization.parties.title')}</Button>
        </>
      }
    >
      <TroubleNote trouble={asked.error} />
      {id === 'new' && (
        <PartyForm party={null} onDone={(saved) => go(`/organization/parties/${saved ?? ''}`)} />
      )}
      {asked.data && id !== 'new' && !party && <p>{say('organization.unknown-record')}</p>}
      {party && isOpen && <PartyForm party={party} onDone={() => setOpen(false)} />}
      {party && (
        <div className="record-page">
          <div className="organization-side">
            {!isOpen && <PartyFacts party={party} onEdit={() => setOpen(true)} />}
            <ReviewSection record={`organization/party/${party.id}`} />
          </div>
          <RecordSide record={`organization/party/${party.id}`} />
        </div>
      )}
    </PageFrame>
  )
}

function PartyFacts({ party, onEdit }: { readonly party: Party; readonly onEdit: () => void }) {
  const say = useSay()
  const may = useMay()
  const { nameOf } = useStaff()
  const { name, category, channel, owner, reviewOn, endedOn, endReason } = party
  return (
    <section className="paper" aria-label={name}>
      {endedOn !== null && <p>{say('organization.issue.ended', { on: endedOn, reason: endReason ?? '' })}</p>}
      <Facts
        lines={[
          [say('organization.party.category'), say(`organization.party-category.${category}`)],
          [say('organization.party.channel'), channel],
          [say('organization.issue.owner'), nameOf(owner)],
          [say('organization.issue.reviewOn'), reviewOn],
        ]}
      />
      <NeedTable party={party} />
      {may('organization.enter') && endedOn === null && (
        <div className="page-acts organization-acts">
          <Button onClick={onEdit}>{say('organization.parties.edit')}</Button>
        </div>
      )}
    </section>
  )
}

function NeedTable({ party }: { readonly party: Party }) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const states = { true: ['warn', 'yes'], false: ['quiet', 'no'], null: ['info', 'open'] } as const
  return (
    <table className="plain-table" aria-label={say('organization.party.needs')}>
      <thead>
        <tr>
          <th scope="col">{say('organization.need.what')}</th>
          <th scope="col">{say('organization.need.answer')}</th>
          <th scope="col">{say('organization.need.isObligation')}</th>
        </tr>
      </thead>
      <tbody>
        {party.needs.map(({ id, what, answer, isObligation, obligations }) => {
          const [tone, word] = states[`${isObligation}`]
          return (
            <tr key={id}>
              <td>{what}</td>
              <td>{answer ?? '—'}</td>
              <td>
                <StateTag
                  tone={obligations.length > 0 ? 'good' : tone}
                  text={
                    obligations.length > 0
                      ? say('organization.need.has-obligations', { count: obligations.length })
                      : say(`organization.need.${word}`)
                  }
                />
                {isObligation === true && obligations.length === 0 && may('compliance.enter') && (
                  <div>
                    <Button
                      size="small"
                      onClick={() => go(`/compliance/obligations/new?party=${party.id}&need=${id}`)}
                    >
                      {say('organization.need.make-obligation')}
                    </Button>
                  </div>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function PartyActs({ party, onGone }: { readonly party: Party; readonly onGone: () => void }) {
  const say = useSay()
  const { id, name } = party
  const done = { code: 'organization.party.saved', facts: { title: name } }
  const end = useCommand(
    (reason: string) => api.organization.endParty({ id, on: usualDays().today, reason }),
    { undo: () => ({ done, undo: () => api.organization.reopenParty({ id }) }) },
  )
  const reopen = useCommand(() => api.organization.reopenParty({ id }))
  const remove = useCommand(() => api.organization.removeParty({ id }), {
    undo: () => ({ done, undo: () => api.organization.saveParty(anew(party)) }),
  })
  return (
    <>
      <TroubleNote trouble={end.trouble ?? reopen.trouble ?? remove.trouble} />
      {party.endedOn === null ? (
        <ConfirmAct
          label={say('organization.issue.end')}
          question={say('organization.issue.end-question', { title: name })}
          reasonLabel={say('organization.reason')}
          onConfirm={(reason) => void end.run(reason)}
        />
      ) : (
        <Button onClick={() => void reopen.run(undefined)}>{say('organization.restore')}</Button>
      )}
      <ConfirmAct
        label={say('organization.remove')}
        question={say('organization.remove-question', { title: name })}
        button={{ danger: true }}
        onConfirm={() => void remove.run(undefined).then((gone) => gone && onGone())}
      />
    </>
  )
}
function anew(party: Party) {
  return { ...party, id: null, needs: party.needs.map((need) => ({ ...need, id: null })) }
}

interface PartyFormProps {
  readonly party: Party | null
  readonly onDone: (saved: string | null) => void
}
function PartyForm({ party, onDone }: PartyFormProps) {
  const say = useSay()
  const { shape } = partyInput
  const save = useCommand(
    ({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) =>
      api.organization.saveParty({
        ...partyIn(typed, party),
        ...(party && { seen: partyIn(seen, party) }),
      }),
    {
      undo: (saved) => ({
        done: { code: 'organization.party.saved', facts: { title: saved.name } },
        undo: () =>
          party
            ? api.organization.saveParty({ ...party, seen: saved })
            : api.organization.removeParty({ id: saved.id }),
      }),
    },
  )
  const initial = party
    ? { ...party, channel: party.channel ?? '', needs: party.needs.map(asTyped) }
    : { name: '', channel: '', reviewOn: usualDays().inAYear, needs: [blankNeed] }
  return (
    <RecordForm
      title={say(party ? 'organization.parties.edit' : 'organization.parties.new')}
      draft={`organization/party/${party?.id ?? 'new'}`}
      isThere={party !== null}
      initial={initial}
      fields={[
        { name: 'name', label: say('organization.party.name'), kind: 'text', schema: shape.name },
        {
          name: 'category',
          label: say('organization.party.category'),
          kind: 'choice',
          schema: shape.category,
          options: partyCategories.map((value) => ({
            value,
            label: say(`organization.party-category.${value}`),
          })),
        },
        { name: 'channel', label: say('organization.party.channel'), kind: 'text' },
        { name: 'reviewOn', label: say('organization.issue.reviewOn'), kind: 'day', schema: shape.reviewOn },
        {
          name: 'needs',
          label: say('organization.party.needs'),
          kind: 'own',
          hint: '4.2',
          control: <NeedsField />,
        },
        {
          name: 'owner',
          label: say('organization.issue.owner'),
          kind: 'own',
          control: <PersonField label={say('organization.issue.owner')} />,
        },
      ]}
      submit={say('organization.save')}
      onSubmit={(typed, seen) => submitting(save, ({ id }) => onDone(id))({ typed, seen })}
      onSettled={save.forget}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={() => onDone(null)}
    />
  )
}
function asTyped({ id, what, answer, isObligation }: Party['needs'][number]): TypedNeed {
  return { id, what, answer: answer ?? '', isObligation }
}
/** Lines without a need are left out: they were never filled in. */
function partyIn(typed: Typed, party: Party | null) {
  const needs = listIn(typed, 'needs') as readonly TypedNeed[]
  return partyInput.parse({
    ...typed,
    seen: undefined,
    id: party?.id ?? null,
    name: textIn(typed, 'name'),
    channel: knownIn(typed, 'channel'),
    owner: typed['owner'] ?? null,
    needs: needs
      .filter(({ what }) => what.trim() !== '')
      .map((need) => ({ ...need, answer: known(need.answer) })),
  })
}
