import { useSearchParams } from 'react-router'

import {
  newObligation,
  obligationFacts,
  obligationText,
  type ShownObligation,
  suggestedMonths,
} from '#shared/compliance/obligation'
import { monthsLater } from '#shared/kernel/period'
import { recordRef } from '#shared/kernel/record'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { submitting, useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'
import {
  obligationFactsIn,
  obligationIn,
  obligationTextIn,
  textFields,
  uploadIn,
  useFactFields,
} from './obligation-fields.tsx'
import { useToday } from './use-obligations.tsx'

/** A new obligation: bare, of a need of an interested party (`?party=…&need=…`), or from a record (`?from=…`). */
export function NewObligationPage() {
  const say = useSay()
  const [params] = useSearchParams()
  const party = params.get('party')
  const need = params.get('need')
  const from = recordRef.safeParse(need === null ? params.get('from') : `organization/need/${need}`)
  const known = useNeed(party, need)
  return (
    <PageFrame title={say('compliance.obligation.new')} purpose={say('compliance.obligations.purpose')}>
      <TroubleNote trouble={known.trouble} />
      {known.isReady && <NewForm from={from.success ? from.data : null} known={known.typed} />}
    </PageFrame>
  )
}

/** What a need of a party says of the obligation that follows from it. */
function useNeed(party: string | null, need: string | null) {
  const say = useSay()
  const enabled = party !== null && need !== null
  const asked = useAsk(['organization', 'parties'], () => api.organization.parties({}), { enabled })
  if (!enabled) return { isReady: true, trouble: null, typed: {} }
  const found = asked.data?.parties.find(({ id }) => id === party)
  const what = found?.needs.find(({ id }) => id === need)?.what
  if (!found || what === undefined)
    return { isReady: asked.data !== undefined || asked.error !== null, trouble: asked.error, typed: {} }
  return {
    isReady: true,
    trouble: null,
    typed: {
      title: what.slice(0, 300),
      text: what,
      issuer: found.name,
      kind: found.category === 'internal' ? 'commitment' : 'customer',
      applicability: 'applies',
      applicabilityReason: say('compliance.obligation.from-party', { name: found.name }),
    },
  }
}

function NewForm({ from, known }: { readonly from: string | null; readonly known: Typed }) {
  const say = useSay()
  const go = useGo()
  const today = useToday()
  const facts = useFactFields()
  const add = useCommand(
    (typed: Typed) => api.compliance.addObligation({ ...obligationIn(typed), from, upload: uploadIn(typed) }),
    {
      undo: ({ id, number, versions }) =>
        versions.some(({ file }) => file !== null)
          ? null
          : {
              done: { code: 'compliance.obligation.added', facts: { number } },
              undo: () => api.compliance.removeObligation({ id }),
            },
    },
  )
  const submit = submitting(add, ({ id }) => go(`/compliance/obligations/${id}`))
  return (
    <RecordForm
      title={say('compliance.obligation.new')}
      draft={`compliance/obligations/new/${from ?? 'bare'}`}
      initial={{
        title: '',
        code: '',
        kind: 'law',
        subsystem: 'core',
        applicability: 'undecided',
        weight: 'medium',
        evaluationMonths: String(suggestedMonths.medium),
        nextReview: monthsLater(today, 12),
        owner: null,
        ...known,
      }}
      fields={[...textFields(say), ...facts]}
      submit={say('compliance.obligation.save')}
      onSubmit={submit}
      busy={add.busy}
      trouble={add.trouble}
      onLeave={() => go('/compliance/obligations')}
    />
  )
}

interface EditProps {
  readonly obligation: ShownObligation
  readonly onDone: () => void
}
/** How it is taken up: what it applies to, who answers for it, how often it is evaluated. */
export function FactsForm({ obligation, onDone }: EditProps) {
  const say = useSay()
  const fields = useFactFields()
  const { id, number } = obligation
  const before = obligationFacts.parse(obligation)
  const edit = useCommand(
    ({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) =>
      api.compliance.editObligation({ ...obligationFactsIn(typed), id, seen: obligationFactsIn(seen) }),
    {
      undo: (saved) => ({
        done: { code: 'compliance.obligation.saved', facts: { number } },
        undo: () => api.compliance.editObligation({ ...before, id, seen: obligationFacts.parse(saved) }),
      }),
    },
  )
  return (
    <RecordForm
      title={say('compliance.obligation.edit')}
      draft={`compliance/obligations/${id}/facts`}
      isThere
      initial={{ ...before, evaluationMonths: String(before.evaluationMonths) }}
      fields={fields}
      submit={say('compliance.obligation.save')}
      onSubmit={(typed, seen) => submitting(edit, onDone)({ typed, seen })}
      onSettled={edit.forget}
      busy={edit.busy}
      trouble={edit.trouble}
      onLeave={onDone}
    />
  )
}

/** The text as it was changed; what it said before stays. */
export function TextForm({ obligation, onDone }: EditProps) {
  const say = useSay()
  const { id } = obligation
  const change = useCommand((typed: Typed) =>
    api.compliance.changeObligationText({
      ...obligationTextIn(typed),
      id,
      reason: textIn(typed, 'reason'),
      upload: uploadIn(typed),
    }),
  )
  const submit = submitting(change, onDone)
  return (
    <RecordForm
      title={say('compliance.obligation.change-text')}
      draft={`compliance/obligations/${id}/text`}
      initial={{ ...obligationText.parse(obligation), reason: '' }}
      fields={[
        ...textFields(say),
        {
          name: 'reason',
          label: say('compliance.obligation.change-reason'),
          kind: 'area',
          schema: newObligation.shape.issuer,
        },
      ]}
      submit={say('compliance.obligation.save')}
      onSubmit={submit}
      busy={change.busy}
      trouble={change.trouble}
      onLeave={onDone}
    />
  )
}
