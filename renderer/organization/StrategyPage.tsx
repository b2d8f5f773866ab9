import { Button } from 'antd'
import { useParams, useSearchParams } from 'react-router'

import {
  fieldsOf,
  isCurrent,
  type Issue,
  type Strategy,
  strategyInput,
  type StrategyKind,
  strategyKinds,
} from '#shared/organization/context'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { PersonField } from '../kernel/PersonField.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { listIn, textIn } from '../ui/typed.ts'
import { useContextRegister } from './use-system.ts'

/** One strategy with the issues that it combines. */
export function StrategyPage() {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const { id } = useParams()
  const [params] = useSearchParams()
  const asked = useContextRegister()
  const strategy = asked.data?.strategies.find((each) => each.id === id) ?? null
  const kind = strategy?.kind ?? strategyKinds.find((each) => each === params.get('kind')) ?? 'SO'
  const back = () => go('/organization/context')
  const remove = useCommand((of: Strategy) => api.organization.removeStrategy({ id: of.id }), {
    undo: (_done, of) => ({
      done: { code: 'organization.strategy.saved', facts: { kind: of.kind } },
      undo: () => api.organization.saveStrategy({ ...of, id: null }),
    }),
  })
  const isKnown = id === 'new' || strategy !== null
  return (
    <PageFrame
      title={say(`organization.strategy.${kind}`)}
      purpose={say(`organization.strategy-why.${kind}`)}
      action={
        <>
          {strategy && may('organization.enter') && (
            <ConfirmAct
              label={say('organization.remove')}
              question={say('organization.remove-question', { title: strategy.statement })}
              button={{ danger: true }}
              onConfirm={() => void remove.run(strategy).then((gone) => gone && back())}
            />
          )}
          <Button onClick={back}>{say('organization.context.title')}</Button>
        </>
      }
    >
      <TroubleNote trouble={asked.error ?? remove.trouble} />
      {asked.data && !isKnown && <p>{say('organization.unknown-record')}</p>}
      {asked.data && isKnown && (
        <div className="record-page">
          <StrategyForm
            key={id}
            strategy={strategy}
            kind={kind}
            issues={asked.data.issues.filter(isCurrent)}
            onDone={back}
          />
          {strategy && <RecordSide record={`organization/strategy/${strategy.id}`} />}
        </div>
      )}
    </PageFrame>
  )
}

interface StrategyFormProps {
  readonly strategy: Strategy | null
  readonly kind: StrategyKind
  readonly issues: readonly Issue[]
  readonly onDone: () => void
}
function StrategyForm({ strategy, kind, issues, onDone }: StrategyFormProps) {
  const say = useSay()
  const save = useSave(strategy, kind)
  const fields = fieldsOf[kind]
  const options = fields.flatMap((field) =>
    issues
      .filter((each) => each.field === field)
      .map(({ id, title }) => ({ value: id, label: `${say(`organization.swot.${field}`)} · ${title}` })),
  )
  const submit = async (typed: Typed) => {
    const saved = await save.run(typed)
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say('organization.strategy.edit')}
      draft={`organization/strategy/${strategy?.id ?? `new-${kind}`}`}
      isThere={strategy !== null}
      initial={strategy ? { ...strategy } : { statement: '', issues: [] }}
      fields={[
        {
          name: 'statement',
          label: say('organization.strategy.statement'),
          kind: 'area',
          schema: strategyInput.shape.statement,
        },
        {
          name: 'issues',
          label: say('organization.strategy.issues'),
          kind: 'choices',
          schema: strategyInput.shape.issues,
          options,
          wide: true,
          hint: say('organization.strategy.needs-issues', {
            first: say(`organization.swot.${fields[0]}`),
            second: say(`organization.swot.${fields[1]}`),
          }),
        },
        {
          name: 'owner',
          label: say('organization.issue.owner'),
          kind: 'own',
          control: <PersonField label={say('organization.issue.owner')} />,
        },
      ]}
      submit={say('organization.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onDone}
    />
  )
}

function useSave(strategy: Strategy | null, kind: StrategyKind) {
  return useCommand(
    (typed: Typed) =>
      api.organization.saveStrategy(
        strategyInput.parse({
          id: strategy?.id ?? null,
          kind,
          statement: textIn(typed, 'statement'),
          issues: listIn(typed, 'issues'),
          owner: typed['owner'] ?? null,
        }),
      ),
    {
      undo: ({ id }) => ({
        done: { code: 'organization.strategy.saved', facts: { kind } },
        undo: () =>
          strategy ? api.organization.saveStrategy(strategy) : api.organization.removeStrategy({ id }),
      }),
    },
  )
}
