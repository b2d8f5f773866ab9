import { Button, Checkbox, Input } from 'antd'
import { useDeferredValue, useState } from 'react'

import type { DocumentSummary } from '#shared/documents/contract'

import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { GradeTag, useRegister, VersionStateTag } from './use-documents.tsx'

/** The register of controlled documents, found by number, title and what is in them. */
export function DocumentsPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const [typed, setTyped] = useState('')
  const [onlyMine, setOnlyMine] = useState(false)
  const text = useDeferredValue(typed.trim())
  const asked = useRegister(text === '' ? null : text)
  const all = asked.data ?? []
  const rows = onlyMine ? all.filter(({ isForMe }) => isForMe) : all
  const acts = may('documents.enter') && (
    <>
      {may('documents.manage') && (
        <Button icon={<Icon name="lock" />} onClick={() => go('/documents/clearances')}>
          {say('documents.clearances')}
        </Button>
      )}
      <Button icon={<Icon name="report" />} onClick={() => go('/documents/templates')}>
        {say('documents.from-template')}
      </Button>
      <Button type="primary" icon={<Icon name="plus" />} onClick={() => go('/documents/new')}>
        {say('documents.add')}
      </Button>
    </>
  )
  const isFiltered = text !== '' || onlyMine
  return (
    <PageFrame title={say('documents.title')} purpose={say('documents.purpose')} action={acts}>
      <TroubleNote trouble={asked.error} />
      <div className="documents-list">
        <RecordTable
          name="documents"
          label={say('documents.title')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={useColumns()}
          onOpen={({ id }) => go(`/documents/${id}`)}
          loading={asked.isPending}
          search={
            <>
              <Input.Search
                allowClear
                className="documents-search"
                aria-label={say('documents.search')}
                placeholder={say('documents.search')}
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
              />
              <Checkbox checked={onlyMine} onChange={({ target }) => setOnlyMine(target.checked)}>
                {say('documents.for-me')}
              </Checkbox>
            </>
          }
          empty={
            isFiltered ? undefined : (
              <EmptyState
                icon="book"
                title={say('documents.empty')}
                why={say('documents.empty-why')}
                action={
                  may('documents.enter') && (
                    <Button type="primary" onClick={() => go('/documents/templates')}>
                      {say('documents.from-template')}
                    </Button>
                  )
                }
              />
            )
          }
        />
      </div>
      {text !== '' && <p className="page-purpose">{say('documents.pdf-note')}</p>}
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<DocumentSummary>[] {
  const say = useSay()
  const { nameOf } = useStaff()
  return [
    { key: 'number', width: 130, title: say('documents.field.number'), text: ({ number }) => number },
    { key: 'title', width: 220, title: say('documents.field.title'), text: ({ title }) => title },
    {
      key: 'state',
      width: 130,
      title: say('documents.field.state'),
      text: ({ state }) => say(`documents.state.${state ?? 'none'}`),
      cell: ({ state }) => <VersionStateTag state={state} />,
      choices: true,
    },
    { key: 'label', width: 80, title: say('documents.field.label'), text: ({ label }) => label ?? '' },
    {
      key: 'next',
      width: 120,
      title: say('documents.version.new'),
      text: ({ next }) => (next === null ? '' : say(`documents.state.${next}`)),
      cell: ({ next }) => next !== null && <VersionStateTag state={next} />,
      optional: true,
    },
    {
      key: 'level',
      width: 110,
      title: say('documents.field.level'),
      text: ({ level }) => say(`documents.level.${level}`),
      choices: true,
    },
    { key: 'owner', width: 100, title: say('documents.field.owner'), text: ({ owner }) => nameOf(owner) },
    {
      key: 'secrecy',
      width: 100,
      title: say('documents.field.secrecy'),
      text: ({ secrecy }) => say(`documents.grade.${secrecy}`),
      cell: ({ secrecy }) => <GradeTag grade={secrecy} />,
      choices: true,
    },
    {
      key: 'read',
      width: 100,
      title: say('documents.field.read'),
      text: ({ readers: { asked, done } }) =>
        asked === 0 ? '' : say('documents.read-count', { asked, done }),
    },
    {
      key: 'reviewDue',
      width: 120,
      title: say('documents.field.reviewDue'),
      text: ({ reviewDue }) => reviewDue ?? '',
    },
  ]
}
