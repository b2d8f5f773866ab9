import { Button } from 'antd'
import { Link, useLocation, useParams, useSearchParams } from 'react-router'

import { recordRef, type RecordRef } from '#shared/kernel/record'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope, withScope } from '../kernel/scope.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn } from '../ui/typed.ts'
import { factsIn, useFactFields } from './case-fields.tsx'
import { useToday } from './use-nonconformity.tsx'

/** Raises a nonconformity: bare, or prefilled from the record that it follows (`?from=area/kind/id&fact=…`). */
export function NewCasePage() {
  const say = useSay()
  const go = useGo()
  const { area, kind, id } = useParams()
  const [params] = useSearchParams()
  const from = recordRef.safeParse(area ? `${area}/${kind}/${id}` : params.get('from'))
  const origin = from.success ? from.data : null
  return (
    <PageFrame
      title={say('nonconformity.cases.add')}
      purpose={say('nonconformity.cases.purpose')}
      action={<Button onClick={() => go('/nonconformity')}>{say('nonconformity.cases.all')}</Button>}
    >
      {origin === null ? (
        <NewCase key="bare" origin={null} known={{ fact: params.get('fact') ?? '' }} />
      ) : (
        <FromRecord key={origin} origin={origin} fact={params.get('fact')} />
      )}
    </PageFrame>
  )
}

function FromRecord({ origin, fact }: { readonly origin: RecordRef; readonly fact: string | null }) {
  const say = useSay()
  const { search } = useLocation()
  const asked = useAsk(['nonconformity', 'prefill', origin], () =>
    api.nonconformity.prefill({ from: origin }),
  )
  if (!asked.data) return <TroubleNote trouble={asked.error} />
  const { record, raised, ...known } = asked.data
  const name = [record.number, record.title].filter((part) => part !== null).join(' ')
  return (
    <>
      <p>
        <Link to={withScope(record.path, search)}>{say('nonconformity.raised-from', { name })}</Link>
      </p>
      {raised !== null && <p role="status">{say('nonconformity.raised-already', { number: raised })}</p>}
      <NewCase origin={origin} known={{ ...known, ...(fact !== null && { fact }) }} />
    </>
  )
}

function NewCase({ origin, known }: { readonly origin: RecordRef | null; readonly known: Typed }) {
  const say = useSay()
  const go = useGo()
  const today = useToday()
  const { facility } = useScope()
  const fields = useFactFields(true)
  const raise = useCommand((typed: Typed) =>
    api.nonconformity.raise({ ...factsIn(typed), origin, due: knownIn(typed, 'due') }),
  )
  const submit = async (typed: Typed) => {
    const made = await raise.run(typed)
    if (made) go(`/nonconformity/${made.id}`)
    return made !== undefined
  }
  return (
    <RecordForm
      title={say('nonconformity.part.fact')}
      draft={origin === null ? 'nonconformity/new' : `nonconformity/new/${origin}`}
      initial={{
        title: '',
        source: 'observation',
        severity: 'minor',
        requirements: [],
        subsystem: 'core',
        node: facility,
        foundOn: today,
        foundBy: null,
        owner: null,
        ...known,
      }}
      fields={fields}
      submit={say('nonconformity.cases.add')}
      onSubmit={submit}
      busy={raise.busy}
      trouble={raise.trouble}
      onLeave={() => go('/nonconformity')}
    />
  )
}
