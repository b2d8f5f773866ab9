import { Button } from 'antd'
import { useState } from 'react'

import type { ShownCase } from '#shared/verification/contract'
import {
  type EntryKind,
  newRequest,
  type Request,
  requestKinds,
  type RequestState,
  severities,
} from '#shared/verification/request'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { knownIn, textIn } from '../ui/typed.ts'
import { MergeSection } from './MergeSection.tsx'
import { useInventoryOptions } from './use-verification.ts'

const tones = {
  open: 'warn',
  answered: 'info',
  accepted: 'good',
  rejected: 'stop',
} as const satisfies Record<RequestState, Tone>

/** What the verifier asked and found, with every word that was said on it. */
export function RequestsSection({ of }: { readonly of: ShownCase }) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const canAsk = of.state === 'open' && may('verification.enter')
  return (
    <div className="verification-main">
      <section className="paper" aria-label={say('verification.requests')}>
        <h2>{say('verification.requests')}</h2>
        {of.requests.length === 0 && <p className="page-purpose">{say('verification.requests.empty')}</p>}
        {of.requests.map((request) => (
          <RequestCard key={request.id} of={of} request={request} />
        ))}
        {canAsk && !isOpen && (
          <Button onClick={() => setOpen(true)}>{say('verification.request.ask')}</Button>
        )}
      </section>
      {isOpen && <AskForm of={of} onDone={() => setOpen(false)} />}
      <MergeSection of={of} canMerge={canAsk} />
    </div>
  )
}

function RequestCard({ of, request }: { readonly of: ShownCase; readonly request: Request }) {
  const say = useSay()
  const may = useMay()
  const [writing, setWriting] = useState<EntryKind | null>(null)
  const acts: readonly { readonly kind: EntryKind; readonly label: string; readonly shown: boolean }[] = [
    { kind: 'answer', label: say('verification.request.answer'), shown: may('verification.check') },
    { kind: 'correction', label: say('verification.request.correction'), shown: may('verification.check') },
    { kind: 'accepted', label: say('verification.request.accept'), shown: may('verification.enter') },
    { kind: 'rejected', label: say('verification.request.reject'), shown: may('verification.enter') },
  ]
  return (
    <article className="verification-request">
      <h3>
        {request.number} · {say(`verification.request.kind.${request.kind}`)}{' '}
        {request.severity && say(`verification.request.severity.${request.severity}`)}{' '}
        <StateTag tone={tones[request.state]} text={say(`verification.request.state.${request.state}`)} />
      </h3>
      <p className="verification-said">
        {request.text}{' '}
        <span className="page-purpose">
          {say('verification.entry.by', { name: request.by, at: localTime(request.at) })}
        </span>
      </p>
      {request.about !== '' && <code>{request.about}</code>}
      {request.entries.map((entry) => (
        <p key={entry.id} className="verification-said verification-entry">
          <strong>{say(`verification.entry.${entry.kind}`)}</strong> {entry.text}{' '}
          <span className="page-purpose">
            {say('verification.entry.by', { name: entry.by, at: localTime(entry.at) })}
          </span>
        </p>
      ))}
      {of.state === 'open' && writing === null && (
        <div className="page-acts">
          {acts
            .filter(({ shown }) => shown)
            .map(({ kind, label }) => (
              <Button key={kind} size="small" onClick={() => setWriting(kind)}>
                {label}
              </Button>
            ))}
        </div>
      )}
      {writing !== null && <EntryForm request={request} kind={writing} onDone={() => setWriting(null)} />}
    </article>
  )
}

interface EntryFormProps {
  readonly request: Request
  readonly kind: EntryKind
  readonly onDone: () => void
}

function EntryForm({ request, kind, onDone }: EntryFormProps) {
  const say = useSay()
  const inventories = useInventoryOptions()
  const isPlant = kind === 'answer' || kind === 'correction'
  const keep = useCommand((typed: Typed) => {
    const entry = {
      request: request.id,
      kind,
      text: textIn(typed, 'text'),
      inventory: knownIn(typed, 'inventory') as Request['entries'][number]['inventory'],
    }
    return isPlant ? api.verification.answer(entry) : api.verification.settle(entry)
  })
  const fields: readonly Field[] = [
    {
      name: 'text',
      label: say('verification.request.text'),
      kind: 'area',
      schema: newRequest.shape.text,
    },
    ...(kind === 'correction'
      ? ([
          {
            name: 'inventory',
            label: say('verification.request.correction-in'),
            kind: 'choice',
            options: inventories,
          },
        ] as const satisfies readonly Field[])
      : []),
  ]
  const submit = async (typed: Typed) => {
    const saved = await keep.run(typed)
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say(`verification.entry.${kind}`)}
      draft={`verification/requests/${request.id}/${kind}`}
      initial={{ text: '', inventory: null }}
      fields={fields}
      submit={say('verification.save')}
      onSubmit={submit}
      busy={keep.busy}
      trouble={keep.trouble}
      onLeave={onDone}
    />
  )
}

function AskForm({ of, onDone }: { readonly of: ShownCase; readonly onDone: () => void }) {
  const say = useSay()
  const ask = useCommand((typed: Typed) =>
    api.verification.ask(
      newRequest.parse({
        case: of.id,
        kind: typed['kind'],
        severity: knownIn(typed, 'severity'),
        about: textIn(typed, 'about'),
        text: textIn(typed, 'text'),
        dueOn: knownIn(typed, 'dueOn'),
      }),
    ),
  )
  const { shape } = newRequest
  const fields: readonly Field[] = [
    {
      name: 'kind',
      label: say('verification.request.kind'),
      kind: 'choice',
      schema: shape.kind,
      options: requestKinds.map((value) => ({ value, label: say(`verification.request.kind.${value}`) })),
    },
    {
      name: 'severity',
      label: say('verification.request.severity'),
      kind: 'choice',
      options: severities.map((value) => ({ value, label: say(`verification.request.severity.${value}`) })),
    },
    { name: 'about', label: say('verification.request.about'), kind: 'text' },
    { name: 'dueOn', label: say('verification.request.due'), kind: 'day' },
    { name: 'text', label: say('verification.request.text'), kind: 'area', schema: shape.text },
  ]
  const submit = async (typed: Typed) => {
    const saved = await ask.run(typed)
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say('verification.request.ask')}
      draft={`verification/ask/${of.id}`}
      initial={{ kind: 'question', severity: null, about: '', text: '', dueOn: null }}
      fields={fields}
      submit={say('verification.save')}
      onSubmit={submit}
      busy={ask.busy}
      trouble={ask.trouble}
      onLeave={onDone}
    />
  )
}
