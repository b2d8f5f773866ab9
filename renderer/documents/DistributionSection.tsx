import { Button, Checkbox } from 'antd'
import { useState } from 'react'

import type { PersonId } from '#shared/access/model'
import type { Reader, ShownDocument } from '#shared/documents/contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localDay } from '../kernel/local-day.ts'
import { PeopleField, useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, listIn } from '../ui/typed.ts'

/** Who has the document, who must have read it, and who did. */
export function DistributionSection({ document }: { readonly document: ShownDocument }) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const now = document.distribution.filter(({ endedAt }) => endedAt === null)
  const current = document.versions.find(({ state }) => state === 'in-force')
  const read = useCommand(async () => current && api.documents.confirmReading({ id: current.id }))
  return (
    <section className="paper" aria-label={say('documents.distribution')}>
      <h2>{say('documents.distribution')}</h2>
      {document.isForMe && (
        <div className="page-acts">
          <Button type="primary" loading={read.busy} onClick={() => void read.run(undefined)}>
            {say('documents.read-it')}
          </Button>
        </div>
      )}
      <TroubleNote trouble={read.trouble} onClose={read.forget} />
      {now.length === 0 ? (
        <p className="page-purpose">{say('documents.distribution.none')}</p>
      ) : (
        <ReaderTable readers={now} />
      )}
      {isOpen && <DistributeForm document={document} onDone={() => setOpen(false)} />}
      {may('documents.enter') && !isOpen && (
        <Button onClick={() => setOpen(true)}>{say('documents.distribution.add')}</Button>
      )}
    </section>
  )
}

function ReaderTable({ readers }: { readonly readers: readonly Reader[] }) {
  const say = useSay()
  const may = useMay()
  const { nameOf } = useStaff()
  const end = useCommand((reader: string) => api.documents.endDistribution({ reader }))
  return (
    <>
      <TroubleNote trouble={end.trouble} onClose={end.forget} />
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('documents.paper.who')}</th>
            <th scope="col">{say('documents.field.copyNumber')}</th>
            <th scope="col">{say('documents.field.read')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {readers.map(({ id, person, copyNumber, mustRead, readAt }) => (
            <tr key={id}>
              <th scope="row">{nameOf(person)}</th>
              <td>{copyNumber ?? '—'}</td>
              <td>
                <ReadTag mustRead={mustRead} readAt={readAt} />
              </td>
              <td className="right">
                {may('documents.enter') && (
                  <ConfirmAct
                    label={say('documents.distribution.end')}
                    question={say('documents.distribution.end-question')}
                    button={{ size: 'small' }}
                    onConfirm={() => void end.run(id)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function ReadTag({ mustRead, readAt }: Pick<Reader, 'mustRead' | 'readAt'>) {
  const say = useSay()
  if (readAt !== null)
    return <StateTag tone="good" text={say('documents.distribution.read', { on: localDay(readAt) })} />
  return mustRead ? (
    <StateTag tone="warn" text={say('documents.distribution.unread')} />
  ) : (
    <>{say('documents.distribution.informed')}</>
  )
}

interface DistributeFormProps {
  readonly document: ShownDocument
  readonly onDone: () => void
}

function DistributeForm({ document: { id }, onDone }: DistributeFormProps) {
  const say = useSay()
  const [mustRead, setMustRead] = useState(true)
  const distribute = useCommand((typed: Typed) =>
    api.documents.distribute({
      id,
      people: listIn(typed, 'people') as PersonId[],
      mustRead,
      copyNumber: knownIn(typed, 'copyNumber'),
    }),
  )
  const submit = async (typed: Typed) => {
    const done = (await distribute.run(typed)) !== undefined
    if (done) onDone()
    return done
  }
  return (
    <RecordForm
      title={say('documents.distribution.add')}
      draft={`documents/distribution/${id}`}
      initial={{ people: [], copyNumber: '' }}
      fields={[
        {
          name: 'people',
          label: say('documents.distribution.people'),
          kind: 'own',
          control: <PeopleField label={say('documents.distribution.people')} />,
        },
        { name: 'copyNumber', label: say('documents.field.copyNumber'), kind: 'text' },
      ]}
      submit={say('documents.distribution.add')}
      onSubmit={submit}
      busy={distribute.busy}
      trouble={distribute.trouble}
      onLeave={onDone}
      acts={
        <Checkbox checked={mustRead} onChange={({ target }) => setMustRead(target.checked)}>
          {say('documents.field.mustRead')}
        </Checkbox>
      }
    />
  )
}
