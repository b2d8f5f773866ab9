import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'

import type { External } from '#shared/documents/external'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { evidenceAddress } from '../kernel/upload.ts'
import { useNames } from '../kernel/use-names.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { CheckForm, ExternalForm } from './ExternalForms.tsx'
import { useToday } from './use-documents.tsx'

/** Documents from outside and whether the edition in use is the current one. */
export function ExternalPage() {
  const say = useSay()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const [isAdding, setAdding] = useState(false)
  const asked = useAsk(['documents', 'externals'], () => api.documents.externals({}))
  const rows = asked.data ?? []
  const chosen = rows.find(({ id }) => id === params.get('open'))
  const open = (id: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      next.set('open', id)
      return next
    })
  const add = may('documents.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
      {say('documents.external.add')}
    </Button>
  )
  return (
    <PageFrame
      title={say('documents.external')}
      purpose={say('documents.external.purpose')}
      action={rows.length > 0 && add}
    >
      <TroubleNote trouble={asked.error} />
      {isAdding && <ExternalForm external={null} onDone={() => setAdding(false)} />}
      <div className={rows.length > 0 ? 'documents-list' : ''}>
        <RecordTable
          name="documents-external"
          label={say('documents.external')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={useColumns()}
          onOpen={({ id }) => open(id)}
          chosen={chosen?.id ?? null}
          loading={asked.isPending}
          empty={
            isAdding ? null : (
              <EmptyState
                icon="library"
                title={say('documents.external.empty')}
                why={say('documents.external.empty-why')}
                action={add}
              />
            )
          }
        />
      </div>
      {chosen && <Opened key={chosen.id} external={chosen} />}
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<External>[] {
  const say = useSay()
  const { nameOf } = useStaff()
  const today = useToday()
  const isLate = ({ checkDue }: External) => checkDue !== null && checkDue < today
  return [
    { key: 'number', width: 150, title: say('documents.field.number'), text: ({ number }) => number },
    { key: 'title', width: 240, title: say('documents.field.title'), text: ({ title }) => title },
    { key: 'issuer', width: 140, title: say('documents.external.issuer'), text: ({ issuer }) => issuer },
    { key: 'edition', width: 100, title: say('documents.external.edition'), text: ({ edition }) => edition },
    {
      key: 'state',
      width: 130,
      title: say('documents.field.state'),
      text: (row) =>
        isLate(row) ? say('documents.external.late') : say(`documents.external.state.${row.state}`),
      cell: (row) =>
        isLate(row) ? (
          <StateTag tone="stop" text={say('documents.external.late')} />
        ) : (
          <StateTag
            tone={row.state === 'current' ? 'good' : 'quiet'}
            text={say(`documents.external.state.${row.state}`)}
          />
        ),
      choices: true,
    },
    {
      key: 'checkDue',
      width: 120,
      title: say('documents.external.checkDue'),
      text: ({ checkDue }) => checkDue ?? '',
    },
    {
      key: 'usedFor',
      width: 160,
      title: say('documents.external.usedFor'),
      text: ({ usedFor }) => usedFor ?? '',
    },
    { key: 'owner', width: 100, title: say('documents.field.owner'), text: ({ owner }) => nameOf(owner) },
  ]
}

function Opened({ external }: { readonly external: External }) {
  const say = useSay()
  const may = useMay()
  const names = useNames()
  const [form, setForm] = useState<'edit' | 'check' | null>(null)
  const { id, title, edition, source, sha256, fileName, checks, state } = external
  return (
    <div className="record-page">
      <section className="paper" aria-label={title}>
        <h2>
          {title} {edition}
        </h2>
        {source !== null && (
          <p>
            {say('documents.external.source')}: {source}
          </p>
        )}
        {sha256 !== null && fileName !== null && (
          <p>
            <a href={evidenceAddress(sha256, fileName)} target="_blank" rel="noreferrer">
              <Icon name="evidence" /> {fileName}
            </a>
          </p>
        )}
        <h3>{say('documents.external.checks')}</h3>
        <ul className="record-list">
          {checks.map((check) => (
            <li key={check.id}>
              {check.checkedOn} {names.get(check.checkedBy) ?? '—'} ·{' '}
              {say(`documents.outcome.${check.outcome}`)} · {check.edition} {check.note}
              {check.sha256 !== null && check.fileName !== null && (
                <>
                  {' '}
                  <a href={evidenceAddress(check.sha256, check.fileName)} target="_blank" rel="noreferrer">
                    {check.fileName}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
        {may('documents.enter') && form === null && (
          <div className="page-acts">
            {state === 'current' && (
              <Button type="primary" onClick={() => setForm('check')}>
                {say('documents.external.check')}
              </Button>
            )}
            <Button onClick={() => setForm('edit')}>{say('documents.edit')}</Button>
          </div>
        )}
        {form === 'check' && <CheckForm external={external} onDone={() => setForm(null)} />}
        {form === 'edit' && <ExternalForm external={external} onDone={() => setForm(null)} />}
      </section>
      <RecordSide record={`documents/external/${id}`} />
    </div>
  )
}
