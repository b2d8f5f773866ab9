import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'

import { requiredCodes, ownWriting, type Writing, type WritingState } from '#shared/documents/required'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, textIn } from '../ui/typed.ts'

const tones = {
  there: 'good',
  begun: 'info',
  missing: 'stop',
  'not-adopted': 'quiet',
} as const satisfies Record<WritingState, Tone>

/** What must be in writing, which document or records hold it, and what is missing. */
export function WritingPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const [isOpen, setOpen] = useState(false)
  // What records show comes from every area, so the question is asked again whatever changed.
  const asked = useAsk(['documents', 'writing'], () => api.documents.writing({}), { also: everyArea })
  const rows = asked.data ?? []
  const counted = rows.filter(({ state }) => state !== 'not-adopted')
  return (
    <PageFrame
      title={say('documents.required')}
      purpose={say('documents.required.purpose')}
      action={
        <>
          {may('documents.enter') && (
            <Button onClick={() => go('/documents/templates')}>{say('documents.from-template')}</Button>
          )}
          {may('documents.manage') && (
            <Button onClick={() => setOpen(true)}>{say('documents.required.add')}</Button>
          )}
        </>
      }
    >
      <TroubleNote trouble={asked.error} />
      {isOpen && <OwnForm onDone={() => setOpen(false)} />}
      {rows.length > 0 && (
        <section className="paper" aria-label={say('documents.required')}>
          <p role="status">
            {say('documents.required.count', {
              count: counted.length,
              there: counted.filter(({ state }) => state === 'there').length,
              missing: counted.filter(({ state }) => state === 'missing').length,
            })}
          </p>
          <WritingTable rows={rows} />
        </section>
      )}
    </PageFrame>
  )
}
const everyArea = [
  'organization',
  'competence',
  'monitoring',
  'performance',
  'risks',
  'compliance',
  'nonconformity',
  'audits',
  'review',
]

function WritingTable({ rows }: { readonly rows: readonly Writing[] }) {
  const say = useSay()
  const may = useMay()
  const remove = useCommand((code: string) => api.documents.removeWriting({ code }))
  const titleOf = ({ code, title }: Writing) => {
    const known = requiredCodes.find((each) => each === code)
    return known ? say(`documents.required.${known}`) : title
  }
  return (
    <>
      <TroubleNote trouble={remove.trouble} onClose={remove.forget} />
      <div className="plain-scroll" tabIndex={0} role="group" aria-label={say('documents.required')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('documents.required.what')}</th>
              <th scope="col">{say('documents.column.clause')}</th>
              <th scope="col">{say('documents.required.holding')}</th>
              <th scope="col">{say('documents.field.state')}</th>
              <th scope="col">{say('documents.required.shown-by')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <td>{titleOf(row)}</td>
                <td className="documents-day">{row.clause ?? '—'}</td>
                <td>
                  {row.holding === null
                    ? say('documents.required.own')
                    : say(`documents.holding.${row.holding}`)}
                </td>
                <td>
                  <StateTag tone={tones[row.state]} text={say(`documents.writing.${row.state}`)} />
                </td>
                <td>
                  <ShownBy row={row} />
                  {row.title !== null && may('documents.manage') && (
                    <ConfirmAct
                      label={say('documents.required.remove')}
                      question={say('documents.required.remove-question')}
                      button={{ size: 'small', danger: true }}
                      onConfirm={() => void remove.run(row.code)}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function ShownBy({ row: { documents, records } }: { readonly row: Writing }) {
  const say = useSay()
  if (documents.length + records.length === 0) return <>{say('documents.required.nothing')}</>
  return (
    <ul className="documents-shown">
      {documents.map(({ id, number, title, state }) => (
        <li key={id}>
          <Link to={`/documents/${id}`}>
            {number} {title}
          </Link>{' '}
          {say(`documents.state.${state ?? 'none'}`)}
        </li>
      ))}
      {records.map(({ code, facts, path, isMet }) => (
        <li key={`${code}${path}`}>
          <StateTag tone={isMet ? 'good' : 'warn'} text="" /> <Link to={path}>{say.of({ code, facts })}</Link>
        </li>
      ))}
    </ul>
  )
}

/** What the organization itself finds it must have in writing. */
function OwnForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay()
  const add = useCommand((typed: Typed) =>
    api.documents.addWriting({
      title: textIn(typed, 'title'),
      clause: knownIn(typed, 'clause'),
      reason: textIn(typed, 'reason'),
    }),
  )
  const submit = async (typed: Typed) => {
    const done = (await add.run(typed)) !== undefined
    if (done) onDone()
    return done
  }
  const { shape } = ownWriting
  return (
    <RecordForm
      title={say('documents.required.add')}
      draft="documents/writing/new"
      initial={{ title: '', clause: '', reason: '' }}
      fields={[
        { name: 'title', label: say('documents.required.what'), kind: 'text', schema: shape.title },
        { name: 'clause', label: say('documents.column.clause'), kind: 'text' },
        { name: 'reason', label: say('documents.required.why'), kind: 'area', schema: shape.reason },
      ]}
      submit={say('documents.save')}
      onSubmit={submit}
      busy={add.busy}
      trouble={add.trouble}
      onLeave={onDone}
    />
  )
}
