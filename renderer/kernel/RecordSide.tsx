import { Tabs } from 'antd'
import { useState } from 'react'

import type { RecordRef } from '#shared/kernel/record'

import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { api } from './api.ts'
import { useAsk } from './changes.ts'
import { RecordComments } from './RecordComments.tsx'
import { RecordFiles } from './RecordFiles.tsx'
import { RecordHistory } from './RecordHistory.tsx'
import { RecordLinks } from './RecordLinks.tsx'
import { RecordRequirements } from './RecordRequirements.tsx'
import { useSay } from './say.ts'
import { useMay } from './session.ts'
import { trailTime } from './trail-word.ts'
import { useNames } from './use-names.ts'

import './record-side.css'

export type AboutRecord = Awaited<ReturnType<typeof api.desk.aboutRecord>>

/** Asked again whenever any area changes what is linked: titles and states of others are part of the answer. */
export function useAboutRecord(record: RecordRef) {
  const area = record.slice(0, record.indexOf('/'))
  return useAsk(['kernel', 'about', record], () => api.desk.aboutRecord({ record }), { also: [area] })
}

interface RecordSideProps {
  readonly record: RecordRef
  /** What it is a part of, where requirements rest on the whole. */
  readonly whole?: RecordRef
  /** What stands on its page and has no side of its own: what rests on these is shown, too. */
  readonly parts?: readonly RecordRef[]
}
/** What every record has besides its facts: links, files, comments, signatures and its history. */
export function RecordSide({ record, whole = record, parts = [] }: RecordSideProps) {
  const say = useSay()
  const may = useMay()
  const { data, error } = useAboutRecord(record)
  const [tab, setTab] = useState('links')
  if (error) return <TroubleNote trouble={error} />
  if (!data) return null
  const counted = (word: string, count: number) => (count === 0 ? word : `${word} ${count}`)
  return (
    <aside className="paper record-side" aria-label={say('frame.record.about')}>
      <Tabs
        size="small"
        tabBarGutter={12}
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'links',
            label: counted(say('frame.record.links'), data.links.length),
            children: <RecordLinks record={record} links={data.links} />,
          },
          {
            key: 'files',
            label: counted(say('frame.record.files'), data.attachments.length),
            children: <RecordFiles record={record} attachments={data.attachments} />,
          },
          {
            key: 'comments',
            label: counted(say('frame.record.comments'), data.comments.length),
            children: <RecordComments key={record} record={record} comments={data.comments} />,
          },
          {
            key: 'signatures',
            label: counted(say('frame.record.signatures'), data.signatures.length),
            children: <Signatures signatures={data.signatures} />,
          },
          {
            key: 'history',
            label: say('frame.record.history'),
            children: <RecordHistory record={record} />,
          },
          ...(may('compliance.read') && !record.startsWith('compliance/requirement/')
            ? [
                {
                  key: 'requirements',
                  label: say('frame.record.requirements'),
                  children: <RecordRequirements records={[whole, ...parts]} />,
                },
              ]
            : []),
        ]}
      />
    </aside>
  )
}

const tones = { valid: 'good', changed: 'stop', unknown: 'quiet' } as const

function Signatures({ signatures }: Pick<AboutRecord, 'signatures'>) {
  const say = useSay()
  const names = useNames()
  if (signatures.length === 0) return <p className="page-purpose">{say('frame.record.no-signatures')}</p>
  return (
    <ul className="record-list">
      {signatures.map(({ id, signer, meaning, signedAt, signedHash, standing, changedAt }) => (
        <li key={id}>
          <span>
            {say.of({ code: meaning })}{' '}
            <StateTag tone={tones[standing]} text={say(`frame.signature.${standing}`)} />
          </span>
          {standing === 'changed' && (
            <span className="page-purpose">
              {changedAt === null
                ? say('frame.signature.broken')
                : say('frame.signature.since', { at: trailTime(changedAt) })}
            </span>
          )}
          <span className="page-purpose">
            {names.get(signer) ?? '—'} · {trailTime(signedAt)}
          </span>
          <code className="evidence-hash">SHA-256 {signedHash}</code>
        </li>
      ))}
    </ul>
  )
}
