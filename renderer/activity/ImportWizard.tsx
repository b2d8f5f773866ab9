import { Button, Steps } from 'antd'

import { mapping as mappingSchema } from '#shared/activity/mapping'
import type { NodeId } from '#shared/organization/model'

import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { UploadArea } from '../ui/UploadArea.tsx'
import { emptyImport, type ImportDraft } from './import-draft.ts'
import { MapStep } from './MapStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import { useImport } from './use-import.ts'

interface ImportWizardProps {
  readonly facility: NodeId
  readonly year: number
}

/** File, columns, preview, import. It can be left at any step: what was decided is a draft. */
export function ImportWizard({ facility, year }: ImportWizardProps) {
  const say = useSay()
  const draft = useDraft(`activity/import/${facility}`, emptyImport)
  const { value } = draft
  const run = useImport(facility, year, draft)
  const { inspection, mapping, previewed } = run
  const change = (changed: Partial<ImportDraft>) => draft.update((now) => ({ ...now, ...changed }))
  const isMapped = mapping !== null && mappingSchema.safeParse(mapping).success
  const step = value.upload === null ? 0 : previewed ? 2 : 1
  return (
    <section className="paper activity-import" aria-label={say('activity.import.title')}>
      <DraftNote draft={draft} />
      <Steps
        size="small"
        current={step}
        items={(['file', 'map', 'preview'] as const).map((name) => ({
          title: say(`activity.import.step.${name}`),
        }))}
      />
      <TaskPanel
        running={run.take}
        title={say('activity.import.taking', { name: value.name })}
        result={({ readings, rejected }) => say('activity.import.done', { readings, rejected })}
      />
      {value.upload === null && (
        <UploadArea
          accept=".xlsx,.csv,.tsv,.txt"
          label={say('activity.import.choose')}
          onUploaded={(upload, { name }) => draft.change({ ...emptyImport, upload, name })}
        />
      )}
      {value.upload !== null && (
        <div className="activity-bar">
          <StateTag tone="quiet" icon="table" text={value.name} />
          <Button onClick={run.drop}>{say('activity.import.other-file')}</Button>
        </div>
      )}
      {value.upload !== null && <TaskPanel running={run.inspect} title={say('activity.import.inspecting')} />}
      {inspection && !previewed && (
        <>
          <MapStep inspection={inspection} draft={value} mapping={mapping} change={change} year={year} />
          <TaskPanel running={run.preview} title={say('activity.import.previewing')} />
          <div className="page-acts">
            <Button
              type="primary"
              disabled={!isMapped}
              loading={run.isBusy}
              onClick={() => void run.look(value)}
            >
              {say('activity.import.preview')}
            </Button>
            {!isMapped && <span className="page-purpose">{say('activity.map.incomplete')}</span>}
          </div>
        </>
      )}
      {inspection && previewed && (
        <>
          <TaskPanel running={run.preview} title={say('activity.import.previewing')} />
          <PreviewStep
            inspection={inspection}
            preview={previewed}
            draft={value}
            change={change}
            isBusy={run.isBusy}
            onAgain={(changed) => {
              change(changed)
              void run.look({ ...value, ...changed })
            }}
            onBack={run.back}
            onTake={(only) => void run.bring(only)}
          />
        </>
      )}
    </section>
  )
}
