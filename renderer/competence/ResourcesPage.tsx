import { Button } from 'antd'
import { useState } from 'react'

import { type Resource, type ResourceKind, resourceKinds } from '#shared/competence/resource'
import type { NamedRecord } from '#shared/kernel/record-contract'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { KeepForm } from '../ui/KeepForm.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { SearchPicker } from '../ui/SearchPicker.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { numberIn, textIn } from '../ui/typed.ts'

import './competence.css'

/** What the system needs, what was granted, and what a gap endangers (7.1). */
export function ResourcesPage() {
  const say = useSay()
  const may = useMay()
  const { year } = useScope()
  const asked = useAsk(['competence', 'resources', year], () => api.competence.resources({ year }))
  const [edited, setEdited] = useState<Resource | 'new' | null>(null)
  const remove = useCommand((id: Resource['id']) => api.competence.removeResource({ id }))
  const rows = asked.data ?? []
  const add = may('competence.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setEdited('new')}>
      {say('competence.resource.add')}
    </Button>
  )
  return (
    <PageFrame
      title={say('competence.resources')}
      purpose={say('competence.resources.purpose')}
      action={rows.length > 0 && add}
    >
      <TroubleNote trouble={asked.error ?? remove.trouble} />
      {edited !== null && (
        <ResourceForm
          key={edited === 'new' ? 'new' : edited.id}
          year={year}
          known={edited === 'new' ? null : edited}
          onDone={() => setEdited(null)}
        />
      )}
      <RecordTable
        name="competence-resources"
        label={say('competence.resources')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={useColumns((id) => void remove.run(id))}
        onOpen={(row) => may('competence.enter') && setEdited(row)}
        loading={asked.isPending}
        empty={
          <EmptyState
            icon="table"
            title={say('competence.resources.empty', { year })}
            why={say('competence.resources.empty-why')}
            action={add}
          />
        }
      />
    </PageFrame>
  )
}

interface ResourceFormProps {
  readonly year: number
  readonly known: Resource | null
  readonly onDone: () => void
}
function ResourceForm({ year, known, onDone }: ResourceFormProps) {
  const say = useSay()
  const number = (name: 'needed' | 'requested' | 'granted' | 'used') =>
    ({ name, label: say(`competence.resource.${name}`), kind: 'number' }) as const
  return (
    <KeepForm
      title={say('competence.resource.add')}
      draft={`competence/resource/${known?.id ?? `new/${year}`}`}
      isThere={known !== null}
      initial={known ?? { kind: 'money' }}
      submit={say('competence.save')}
      onDone={onDone}
      keep={(typed) =>
        api.competence.saveResource({
          id: known?.id ?? null,
          year,
          kind: typed['kind'] as ResourceKind,
          name: textIn(typed, 'name'),
          unit: textIn(typed, 'unit'),
          needed: numberIn(typed, 'needed') ?? '',
          requested: numberIn(typed, 'requested'),
          granted: numberIn(typed, 'granted'),
          used: numberIn(typed, 'used'),
          endangers: typeof typed['endangers'] === 'string' ? typed['endangers'] : null,
          note: textIn(typed, 'note'),
        })
      }
      fields={[
        {
          name: 'kind',
          label: say('competence.resource.kind'),
          kind: 'choice',
          options: resourceKinds.map((value) => ({ value, label: say(`competence.resource.${value}`) })),
        },
        { name: 'name', label: say('competence.resource.name'), kind: 'text' },
        { name: 'unit', label: say('competence.field.unit'), kind: 'text' },
        number('needed'),
        number('requested'),
        number('granted'),
        number('used'),
        {
          name: 'endangers',
          label: say('competence.resource.endangers'),
          kind: 'own',
          control: <Endangered />,
        },
        { name: 'note', label: say('competence.resource.note'), kind: 'area' },
      ]}
    />
  )
}

interface EndangeredProps {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (value: string | null) => void
}
/** The objective or plan that a gap would endanger, found by a word of its title. */
function Endangered({ id, value = null, onChange }: EndangeredProps) {
  const say = useSay()
  const [found, setFound] = useState<NamedRecord | null>(null)
  const shown = found?.record === value ? found : null
  return (
    <>
      <SearchPicker<NamedRecord>
        {...(id !== undefined && { id })}
        label={say('competence.resource.endangers')}
        value={shown}
        onChange={(chosen) => {
          setFound(chosen)
          onChange?.(chosen?.record ?? null)
        }}
        askKey={['kernel', 'records-like', 'objectives']}
        ask={async (text) =>
          (await api.desk.recordsLike({ text })).filter(({ record }) => record.startsWith('performance/'))
        }
        keyOf={({ record }) => record}
        textOf={({ title }) => title}
      />
      {shown === null && value !== null && <code>{value}</code>}
    </>
  )
}

function useColumns(onRemove: (id: Resource['id']) => void): readonly RecordColumn<Resource>[] {
  const say = useSay()
  const may = useMay()
  const amount = (key: 'needed' | 'requested' | 'granted' | 'used'): RecordColumn<Resource> => ({
    key,
    width: 110,
    title: say(`competence.resource.${key}`),
    number: true,
    text: (row) => row[key] ?? '—',
    cell: (row) => (row[key] === null ? '—' : <NumberText value={row[key]} unit={row.unit} />),
  })
  return [
    {
      key: 'kind',
      width: 110,
      title: say('competence.resource.kind'),
      text: ({ kind }) => say(`competence.resource.${kind}`),
      choices: true,
    },
    { key: 'name', width: 220, title: say('competence.resource.name'), text: ({ name }) => name },
    amount('needed'),
    amount('requested'),
    amount('granted'),
    amount('used'),
    {
      key: 'gap',
      width: 120,
      title: say('competence.resource.gap'),
      number: true,
      text: ({ gap }) => gap ?? '—',
      cell: ({ gap, unit }) =>
        gap === null ? '—' : <StateTag tone={gap === '0' ? 'good' : 'stop'} text={`${gap} ${unit}`} />,
    },
    {
      key: 'act',
      width: 90,
      title: '',
      text: () => '',
      cell: ({ id, name }) =>
        may('competence.enter') && (
          <ConfirmAct
            label={say('competence.remove')}
            question={say('competence.remove-ask', { name })}
            onConfirm={() => onRemove(id)}
            button={{ size: 'small', type: 'text' }}
          />
        ),
    },
  ]
}
