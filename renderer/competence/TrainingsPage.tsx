import type { PersonId } from '#shared/access/model'
import type { SkillId } from '#shared/competence/skill'
import { type Training, trainingTopics } from '#shared/competence/training'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { PeopleField } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { KeepForm } from '../ui/KeepForm.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { listIn, numberIn, textIn } from '../ui/typed.ts'
import { AwarenessSection } from './AwarenessSection.tsx'
import { ListPage } from './ListPage.tsx'
import { TrainingSteps } from './TrainingSteps.tsx'
import { useMatrix } from './use-competence.ts'

const tones = { planned: 'info', held: 'warn', judged: 'good', cancelled: 'quiet' } as const

/** Trainings from plan to judged effect, and who is aware of what (7.2.1 c, 7.2.2, 7.2.3). */
export function TrainingsPage() {
  const asked = useAsk(['competence', 'trainings'], () => api.competence.trainings({}))
  return (
    <ListPage
      kind="training"
      icon="people"
      words={{
        title: 'competence.trainings',
        purpose: 'competence.trainings.purpose',
        list: 'competence.trainings',
        empty: 'competence.trainings.empty',
        why: 'competence.trainings.empty-why',
        add: 'competence.training.add',
      }}
      asked={asked}
      columns={useColumns()}
      form={(onDone) => <TrainingForm onDone={onDone} />}
      opened={(training, onClose) => (
        <TrainingSteps key={training.changedAt} training={training} onClose={onClose} />
      )}
    >
      <AwarenessSection />
    </ListPage>
  )
}

function TrainingForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay()
  const { data: matrix } = useMatrix()
  return (
    <KeepForm
      title={say('competence.training.add')}
      draft="competence/training/new"
      initial={{ topic: 'system', people: [] }}
      submit={say('competence.save')}
      onDone={onDone}
      keep={(typed) =>
        api.competence.planTraining({
          title: textIn(typed, 'title'),
          topic: typed['topic'] as Training['topic'],
          skill: (typed['skill'] as SkillId | undefined) ?? null,
          hours: numberIn(typed, 'hours') ?? '',
          plannedOn: textIn(typed, 'plannedOn'),
          trainer: textIn(typed, 'trainer'),
          place: textIn(typed, 'place'),
          people: listIn(typed, 'people') as PersonId[],
        })
      }
      fields={[
        { name: 'title', label: say('competence.training.title'), kind: 'text' },
        {
          name: 'topic',
          label: say('competence.training.topic'),
          kind: 'choice',
          options: trainingTopics.map((value) => ({ value, label: say(`competence.topic.${value}`) })),
        },
        {
          name: 'skill',
          label: say('competence.training.skill'),
          kind: 'choice',
          options: (matrix?.skills ?? []).map(({ id, name }) => ({ value: id, label: name })),
        },
        { name: 'hours', label: say('competence.training.hours'), kind: 'number' },
        { name: 'plannedOn', label: say('competence.training.planned'), kind: 'day' },
        { name: 'trainer', label: say('competence.training.trainer'), kind: 'text' },
        { name: 'place', label: say('competence.training.place'), kind: 'text' },
        { name: 'people', label: say('competence.training.people'), kind: 'own', control: <PeopleField /> },
      ]}
    />
  )
}

function useColumns(): readonly RecordColumn<Training>[] {
  const say = useSay()
  return [
    { key: 'number', width: 120, title: say('competence.training.number'), text: ({ number }) => number },
    { key: 'title', width: 220, title: say('competence.training.title'), text: ({ title }) => title },
    {
      key: 'topic',
      width: 180,
      title: say('competence.training.topic'),
      text: ({ topic }) => say(`competence.topic.${topic}`),
      choices: true,
    },
    {
      key: 'planned',
      width: 112,
      title: say('competence.training.planned'),
      text: ({ plannedOn }) => plannedOn,
    },
    {
      key: 'hours',
      width: 80,
      title: say('competence.training.hours'),
      number: true,
      text: ({ hours }) => hours,
    },
    {
      key: 'people',
      width: 96,
      title: say('competence.training.people'),
      number: true,
      text: ({ attendances }) => String(attendances.length),
    },
    {
      key: 'state',
      width: 110,
      title: say('competence.field.state'),
      text: ({ state }) => say(`competence.training.state.${state}`),
      cell: ({ state }) => <StateTag tone={tones[state]} text={say(`competence.training.state.${state}`)} />,
      choices: true,
    },
  ]
}
