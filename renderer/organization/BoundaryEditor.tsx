import { Button, Steps } from 'antd'
import { useSearchParams } from 'react-router'

import { isValidOn } from '#shared/kernel/period'
import type { BoundaryContent, BoundaryVersion } from '#shared/organization/boundary'
import { contentOf, saysTheSame } from '#shared/organization/boundary-edit'
import type { Node } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ApproachStep } from './ApproachStep.tsx'
import { ApprovalStep } from './ApprovalStep.tsx'
import { BoundaryPicture } from './BoundaryPicture.tsx'
import { ExclusionStep } from './ExclusionStep.tsx'
import { NodeStep } from './NodeStep.tsx'
import { ReportingStep } from './ReportingStep.tsx'

const steps = ['approach', 'nodes', 'reporting', 'exclusions', 'approval'] as const

interface BoundaryEditorProps {
  /** Null before the first save. */
  readonly version: Extract<BoundaryVersion, { state: 'draft' }> | null
  readonly initial: BoundaryContent
  readonly nodes: readonly Node[]
  readonly versions: readonly BoundaryVersion[]
}

/** A boundary in five steps that can be left at any time and resumed where they were left. */
export function BoundaryEditor({ version, initial, nodes, versions }: BoundaryEditorProps) {
  const say = useSay()
  const go = useGo()
  const [params] = useSearchParams()
  const firstStep = steps.findIndex((step) => step === params.get('step'))
  const draft = useDraft<{ readonly step: number; readonly content: BoundaryContent }>(
    `organization/boundary/${version?.id ?? 'new'}`,
    { step: Math.max(0, firstStep), content: initial },
  )
  const { save, discard } = useActs(version)
  const { step, content } = draft.value
  const show = (next: number) => draft.change({ step: next, content })
  const change = (next: BoundaryContent) => draft.change({ step, content: next })
  const existing = nodes.filter((node) => isValidOn(node, content.validFrom))
  const isSaved = version !== null && saysTheSame(version, content)
  const keep = async () => {
    const saved = await save.run(contentOf(content))
    if (!saved) return
    await draft.settled()
    go(`/organization/boundary/${saved.id}?step=${steps[step]}`)
  }
  const throwAway = async () => {
    if (version && !(await discard.run({ id: version.id }))) return
    draft.discard()
    go('/organization/boundary')
  }
  if (!draft.ready) return null
  const name = steps[step] ?? 'approach'
  return (
    <>
      <DraftNote draft={draft} />
      <Steps
        size="small"
        current={step}
        onChange={show}
        items={steps.map((one) => ({ title: say(`organization.step.${one}`) }))}
      />
      <section className="paper" aria-label={say(`organization.step.${name}`)}>
        {name === 'approach' && <ApproachStep content={content} versions={versions} onChange={change} />}
        {name === 'nodes' && <NodeStep content={content} nodes={existing} onChange={change} />}
        {name === 'reporting' && <ReportingStep content={content} onChange={change} />}
        {name === 'exclusions' && <ExclusionStep content={content} nodes={existing} onChange={change} />}
        {name === 'approval' && (
          <ApprovalStep
            content={content}
            nodes={existing}
            saved={isSaved ? version : null}
            onSave={() => void keep()}
          />
        )}
        <TroubleNote trouble={save.trouble ?? discard.trouble} />
        <div className="page-acts organization-acts">
          {step > 0 && <Button onClick={() => show(step - 1)}>{say('organization.step.back')}</Button>}
          {step < steps.length - 1 && (
            <Button type="primary" onClick={() => show(step + 1)}>
              {say('organization.step.next')}
            </Button>
          )}
          <Button
            disabled={isSaved || content.title.trim() === ''}
            loading={save.busy}
            onClick={() => void keep()}
          >
            {say('organization.boundary.save')}
          </Button>
          <ConfirmAct
            label={say('organization.boundary.discard')}
            question={say('organization.boundary.discard-question')}
            button={{ danger: true }}
            onConfirm={() => void throwAway()}
          />
        </div>
      </section>
      {version && isSaved && <BoundaryPicture version={version} />}
    </>
  )
}

function useActs(version: BoundaryEditorProps['version']) {
  const save = useCommand(
    (content: BoundaryContent) =>
      version
        ? api.organization.editBoundary({ ...content, id: version.id })
        : api.organization.draftBoundary(content),
    {
      undo: (saved) => ({
        done: { code: 'organization.boundary.saved', facts: { number: saved.number } },
        undo: () =>
          version
            ? api.organization.editBoundary({ ...contentOf(version), id: version.id })
            : api.organization.discardBoundary({ id: saved.id }),
      }),
    },
  )
  const discard = useCommand(api.organization.discardBoundary, {
    undo: () =>
      version && {
        done: { code: 'organization.boundary.discarded', facts: { number: version.number } },
        undo: () => api.organization.draftBoundary(contentOf(version)),
      },
  })
  return { save, discard }
}
