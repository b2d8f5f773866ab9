import { Button, Select } from 'antd'
import { useState } from 'react'

import type { ShownVersion } from '#shared/documents/contract'
import {
  compareFacts,
  type ComparedField,
  type ComparedRow,
  compareTexts,
  foldSame,
  type Piece,
} from '#shared/documents/difference'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface DifferenceProps {
  readonly shown: ShownVersion
  readonly versions: readonly ShownVersion[]
}

/** Sets the version that is looked at beside another of the same document (7.4.3). */
export function DifferenceSection({ shown, versions }: DifferenceProps) {
  const say = useSay()
  const [chosen, setChosen] = useState<string | null>(null)
  const others = versions.filter(({ id }) => id !== shown.id)
  const other = others.find(({ id }) => id === chosen)
  if (others.length === 0) return null
  const [before, after] = other && other.number > shown.number ? [shown, other] : [other, shown]
  return (
    <>
      <div className="page-acts">
        <Select<string | null>
          aria-label={say('documents.compare')}
          placeholder={say('documents.compare')}
          value={other?.id ?? null}
          allowClear
          onChange={(id) => setChosen(id ?? null)}
          options={others.map(({ id, label }) => ({
            value: id,
            label: say('documents.compare.with', { label }),
          }))}
          style={{ minWidth: 220 }}
        />
      </div>
      {before && <Difference key={`${before.id} ${after.id}`} before={before} after={after} />}
    </>
  )
}

interface Pair {
  readonly before: ShownVersion
  readonly after: ShownVersion
}
function Difference({ before, after }: Pair) {
  const say = useSay()
  const wordOf = useFieldWord()
  const facts = compareFacts(before, after)
  return (
    <section className="documents-difference" aria-label={say('documents.compare')}>
      {facts.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <td />
              <th scope="col">{before.label}</th>
              <th scope="col">{after.label}</th>
            </tr>
          </thead>
          <tbody>
            {facts.map((fact) => (
              <tr key={fact.field}>
                <th scope="row">{say(`documents.field.${fact.field}`)}</th>
                <td>{wordOf(fact.field, fact.before)}</td>
                <td>{wordOf(fact.field, fact.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <TextDifference before={before} after={after} />
    </section>
  )
}

function useFieldWord() {
  const say = useSay()
  const { nameOf } = useStaff()
  return (field: ComparedField, value: string | null): string => {
    if (value === null) return '—'
    if (field === 'author' || field === 'reviewer' || field === 'approver') return nameOf(value)
    return field === 'language'
      ? say(value === 'zh' ? 'documents.language.zh' : 'documents.language.en')
      : value
  }
}

/** What is handed out one by one is read one by one as well, and both readings stand in the trail. */
function TextDifference({ before, after }: Pair) {
  const say = useSay()
  const isLogged = before.sha256 === null && after.sha256 === null
  const asked = useAsk(
    ['documents', 'texts', before.id, after.id],
    () => Promise.all([before, after].map(({ id }) => api.documents.versionText({ id }))),
    { enabled: !isLogged },
  )
  const [opened, setOpened] = useState<readonly { readonly text: string }[] | null>(null)
  const open = useCommand(async () => [
    await api.documents.openVersion({ id: before.id }),
    await api.documents.openVersion({ id: after.id }),
  ])
  const texts = (opened ?? asked.data)?.map(({ text }) => text)
  if (isLogged && !opened)
    return (
      <>
        <Button
          loading={open.busy}
          onClick={() => void open.run(undefined).then((both) => both && setOpened(both))}
        >
          {say('documents.version.open-logged')}
        </Button>
        <TroubleNote trouble={open.trouble} onClose={open.forget} />
      </>
    )
  if (asked.error) return <TroubleNote trouble={asked.error} />
  const [was, is] = texts ?? []
  if (was === undefined || is === undefined) return null
  if (was === '' || is === '')
    return (
      <p className="page-purpose">
        {say(before.sha256 === after.sha256 ? 'documents.compare.same-file' : 'documents.compare.no-text')}
      </p>
    )
  const rows = compareTexts(was, is)
  if (rows.every(({ kind }) => kind === 'same'))
    return <StateTag tone="good" text={say('documents.compare.same')} />
  return <ComparedText rows={foldSame(rows)} labels={[before.label, after.label]} />
}

function ComparedText({
  rows,
  labels: [before, after],
}: {
  readonly rows: readonly ComparedRow[]
  readonly labels: readonly [string, string]
}) {
  const say = useSay()
  return (
    <div className="plain-scroll" tabIndex={0} role="group" aria-label={say('documents.compare.text')}>
      <table className="plain-table documents-compared">
        <thead>
          <tr>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // Paragraphs have no name but their place.
            <ComparedLine key={`${at} ${row.kind}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ComparedLine({ row }: { readonly row: ComparedRow }) {
  const say = useSay()
  if (row.kind === 'left-out')
    return (
      <tr>
        <td colSpan={2} className="page-purpose">
          {say('documents.compare.left-out', { count: row.count })}
        </td>
      </tr>
    )
  if (row.kind === 'same')
    return (
      <tr>
        <td>{row.text}</td>
        <td>{row.text}</td>
      </tr>
    )
  return (
    <tr>
      <td>
        {row.before?.map((piece, at) => (
          <Marked key={at} as="del" piece={piece} />
        ))}
      </td>
      <td>
        {row.after?.map((piece, at) => (
          <Marked key={at} as="ins" piece={piece} />
        ))}
      </td>
    </tr>
  )
}
function Marked({ as: Mark, piece: { text, isOwn } }: { readonly as: 'del' | 'ins'; readonly piece: Piece }) {
  return isOwn ? <Mark>{text}</Mark> : <>{text}</>
}
