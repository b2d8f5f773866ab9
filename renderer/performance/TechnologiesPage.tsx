import { Button } from 'antd'
import { useState } from 'react'

import {
  type Technology,
  technologyFacts,
  technologyKinds,
  verificationStates,
} from '#shared/performance/technology'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'
import { FactList } from './FactList.tsx'
import { useTechnologies } from './use-operation.ts'

const tones = { named: 'quiet', read: 'info', proved: 'good' } as const

/** The technologies that come with the program and those of the plant, with what rests on them. */
export function TechnologiesPage() {
  const say = useSay()
  const may = useMay()
  const asked = useTechnologies()
  const columns = useColumns()
  const [open, setOpen] = useState<string | null>(null)
  const begin = may('performance.enter') && open !== 'new' && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setOpen('new')}>
      {say('performance.technologies.new')}
    </Button>
  )
  const shown = asked.data?.find(({ ref }) => ref === open)
  return (
    <PageFrame
      title={say('performance.technologies')}
      purpose={say('performance.technologies.purpose')}
      action={begin}
    >
      <TroubleNote trouble={asked.error} />
      {open === 'new' && <TechnologyForm technology={null} onDone={() => setOpen(null)} />}
      {shown && <Shown key={shown.ref} technology={shown} onDone={() => setOpen(null)} />}
      <RecordTable
        name="performance-technologies"
        label={say('performance.technologies')}
        rows={asked.data ?? []}
        rowKey={({ ref }) => ref}
        columns={columns}
        chosen={open}
        onOpen={({ ref }) => setOpen(ref)}
        loading={asked.isPending}
      />
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<Technology>[] {
  const say = useSay()
  const { language } = say
  return [
    {
      key: 'name',
      title: say('performance.technology.name'),
      text: ({ name }) => name[language],
      width: 220,
    },
    {
      key: 'kind',
      title: say('performance.technology.kind'),
      text: ({ kind }) => say(`performance.technology.kind.${kind}`),
      choices: true,
      width: 150,
    },
    {
      key: 'effect',
      title: say('performance.technology.effect'),
      text: ({ effect }) => effect[language],
      width: 340,
    },
    {
      key: 'verification',
      title: say('performance.technology.verification'),
      text: ({ verification }) => say(`performance.technology.verification.${verification}`),
      cell: ({ verification }) => (
        <StateTag
          tone={tones[verification]}
          text={say(`performance.technology.verification.${verification}`)}
        />
      ),
      choices: true,
      width: 150,
    },
    {
      key: 'origin',
      title: say('performance.technology.origin'),
      text: ({ own }) => say(own === null ? 'performance.technology.shipped' : 'performance.technology.own'),
      choices: true,
      width: 150,
    },
    {
      key: 'measures',
      title: say('performance.technology.measures'),
      text: ({ measures }) => String(measures.length),
      number: true,
      width: 100,
    },
  ]
}

interface ShownProps {
  readonly technology: Technology
  readonly onDone: () => void
}

function Shown({ technology, onDone }: ShownProps) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { language } = say
  const [isEdited, setEdited] = useState(false)
  const { own, name, applies, effect, needs, source, measures } = technology
  const remove = useCommand((id: NonNullable<typeof own>) => api.performance.removeTechnology({ id }))
  if (isEdited) return <TechnologyForm technology={technology} onDone={() => setEdited(false)} />
  return (
    <>
      <FactList
        label={name[language]}
        rows={[
          [say('performance.technology.kind'), say(`performance.technology.kind.${technology.kind}`)],
          [say('performance.technology.applies'), applies[language]],
          [say('performance.technology.effect'), effect[language]],
          [say('performance.technology.needs'), needs[language]],
          [
            say('performance.technology.source'),
            `${source} · ${say(`performance.technology.verification.${technology.verification}`)}`,
          ],
          [
            say('performance.technology.measures'),
            measures.map(({ id, title, objective }) => (
              <button
                key={id}
                type="button"
                className="openable"
                onClick={() => go(`/performance/targets/${objective}`)}
              >
                {title}
              </button>
            )),
          ],
        ]}
      />
      <TroubleNote trouble={remove.trouble} />
      <div className="performance-acts">
        <Button onClick={onDone}>{say('frame.close')}</Button>
        {own !== null && may('performance.enter') && (
          <>
            <Button onClick={() => setEdited(true)}>{say('performance.supplier.edit')}</Button>
            <ConfirmAct
              label={say('performance.remove')}
              question={say('performance.technology.remove-question', { name: name[language] })}
              button={{ danger: true }}
              onConfirm={() => void remove.run(own).then((done) => done && onDone())}
            />
          </>
        )}
      </div>
      {own !== null && <RecordSide record={`performance/technology/${own}`} />}
    </>
  )
}

function TechnologyForm({
  technology,
  onDone,
}: {
  readonly technology: Technology | null
  readonly onDone: () => void
}) {
  const say = useSay()
  const { language } = say
  const { shape } = technologyFacts
  const own = technology?.own ?? null
  const save = useCommand((typed: Typed) => {
    const facts = technologyFacts.parse({
      name: textIn(typed, 'name'),
      kind: typed['kind'],
      applies: textIn(typed, 'applies'),
      effect: textIn(typed, 'effect'),
      needs: textIn(typed, 'needs'),
      source: textIn(typed, 'source'),
      verification: typed['verification'],
    })
    return own === null
      ? api.performance.addTechnology(facts)
      : api.performance.editTechnology({ ...facts, id: own })
  })
  const submit = async (typed: Typed) => {
    const saved = await save.run(typed)
    if (saved) onDone()
    return saved !== undefined
  }
  const area = (name: 'applies' | 'effect' | 'needs'): Field => ({
    name,
    label: say(`performance.technology.${name}`),
    kind: 'area',
  })
  return (
    <RecordForm
      title={technology?.name[language] ?? say('performance.technologies.new')}
      draft={`performance/technologies/${own ?? 'new'}`}
      initial={{
        name: technology?.name[language] ?? '',
        kind: technology?.kind ?? 'energy-efficiency',
        applies: technology?.applies[language] ?? '',
        effect: technology?.effect[language] ?? '',
        needs: technology?.needs[language] ?? '',
        source: technology?.source ?? '',
        verification: technology?.verification ?? 'named',
      }}
      fields={[
        {
          name: 'name',
          label: say('performance.technology.name'),
          kind: 'text',
          schema: shape.name,
          wide: true,
        },
        {
          name: 'kind',
          label: say('performance.technology.kind'),
          kind: 'choice',
          options: technologyKinds.map((value) => ({
            value,
            label: say(`performance.technology.kind.${value}`),
          })),
        },
        {
          name: 'verification',
          label: say('performance.technology.verification'),
          kind: 'choice',
          options: verificationStates.map((value) => ({
            value,
            label: say(`performance.technology.verification.${value}`),
          })),
        },
        area('applies'),
        area('effect'),
        area('needs'),
        { name: 'source', label: say('performance.technology.source'), kind: 'area', schema: shape.source },
      ]}
      submit={say('performance.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onDone}
    />
  )
}
