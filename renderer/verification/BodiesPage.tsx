import { Button } from 'antd'
import { useState } from 'react'

import { type Body, type BodyFacts, bodyFacts, isRecognisedOn } from '#shared/verification/body'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useToday } from '../kernel/use-today.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, textIn } from '../ui/typed.ts'
import { useBodies } from './use-verification.ts'

/** Bodies that verify, with what they are recognised for and until when. */
export function BodiesPage() {
  const say = useSay()
  const may = useMay()
  const asked = useBodies()
  const columns = useColumns()
  const [open, setOpen] = useState<Body | 'new' | null>(null)
  const rows = asked.data ?? []
  const canEdit = may('verification.check')
  const add = canEdit && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setOpen('new')}>
      {say('verification.body.add')}
    </Button>
  )
  return (
    <PageFrame
      title={say('verification.bodies')}
      purpose={say('verification.bodies.purpose')}
      action={rows.length > 0 && add}
    >
      <TroubleNote trouble={asked.error} />
      {open !== null && canEdit && (
        <BodyForm
          key={open === 'new' ? 'new' : open.id}
          of={open === 'new' ? null : open}
          onDone={() => setOpen(null)}
        />
      )}
      {open !== null && open !== 'new' && (
        <RecordSide key={open.id} record={`verification/body/${open.id}`} />
      )}
      <RecordTable
        name="verification-bodies"
        label={say('verification.bodies')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={setOpen}
        loading={asked.isPending}
        empty={
          open === null && (
            <EmptyState
              icon="shield"
              title={say('verification.bodies.empty')}
              why={say('verification.bodies.empty-why')}
              action={add}
            />
          )
        }
      />
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<Body>[] {
  const say = useSay()
  const today = useToday()
  const until = (body: Body) => body.validTo ?? ''
  return [
    { key: 'name', width: 240, title: say('verification.body.name'), text: ({ name }) => name },
    {
      key: 'number',
      width: 160,
      title: say('verification.body.recognitionNumber'),
      text: ({ recognitionNumber }) => recognitionNumber,
    },
    {
      key: 'by',
      width: 160,
      title: say('verification.body.recognisedBy'),
      text: ({ recognisedBy }) => recognisedBy,
    },
    { key: 'scope', width: 220, title: say('verification.body.scope'), text: ({ scope }) => scope },
    {
      key: 'from',
      width: 110,
      title: say('verification.body.validFrom'),
      text: ({ validFrom }) => validFrom,
    },
    {
      key: 'to',
      width: 130,
      title: say('verification.body.validTo'),
      text: until,
      cell: (body) =>
        isRecognisedOn(body, today) ? (
          until(body)
        ) : (
          <StateTag tone="stop" text={until(body) || body.validFrom} />
        ),
    },
  ]
}

function BodyForm({ of, onDone }: { readonly of: Body | null; readonly onDone: () => void }) {
  const say = useSay()
  const today = useToday()
  const keep = useCommand(({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) =>
    of === null
      ? api.verification.addBody(factsIn(typed))
      : api.verification.editBody({ ...factsIn(typed), id: of.id, seen: factsIn(seen) }),
  )
  const { shape } = bodyFacts
  const names = [
    'name',
    'recognitionNumber',
    'recognisedBy',
    'validFrom',
    'validTo',
    'scope',
    'verifiers',
  ] as const
  const kinds = { validFrom: 'day', validTo: 'day', scope: 'area', verifiers: 'area' } as const
  const fields = names.map((name): Field => ({
    name,
    label: say(`verification.body.${name}`),
    kind: name in kinds ? kinds[name as keyof typeof kinds] : 'text',
    ...((name === 'name' || name === 'validFrom') && { schema: shape[name] }),
  }))
  const submit = async (typed: Typed, seen: Typed) => {
    const saved = await keep.run({ typed, seen })
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say(of === null ? 'verification.body.add' : 'verification.body.edit')}
      draft={`verification/bodies/${of?.id ?? 'new'}`}
      isThere={of !== null}
      initial={of === null ? { name: '', validFrom: today, validTo: null } : { ...of }}
      fields={fields}
      submit={say('verification.save')}
      onSubmit={submit}
      busy={keep.busy}
      trouble={keep.trouble}
      onLeave={onDone}
    />
  )
}

function factsIn(typed: Typed): BodyFacts {
  return bodyFacts.parse({
    name: textIn(typed, 'name'),
    recognitionNumber: textIn(typed, 'recognitionNumber'),
    recognisedBy: textIn(typed, 'recognisedBy'),
    scope: textIn(typed, 'scope'),
    validFrom: typed['validFrom'],
    validTo: knownIn(typed, 'validTo'),
    verifiers: textIn(typed, 'verifiers'),
  })
}
