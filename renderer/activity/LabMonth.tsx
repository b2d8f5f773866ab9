import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'

import type { LabSample } from '#shared/activity/laboratory'
import type { Month } from '#shared/kernel/period'
import type { SourceId } from '#shared/monitoring/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DataGrid } from '../ui/DataGrid.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { UploadArea } from '../ui/UploadArea.tsx'
import { drawnLabCell, labGridColumns } from './lab-cells.ts'
import { LabResults } from './LabResults.tsx'
import { type LabTable, useLabRows } from './use-lab-rows.ts'

const noSamples: readonly LabSample[] = []

interface LabMonthProps {
  readonly source: SourceId
  readonly month: Month
}

/** The table of samples of a month, typed or pasted, saved in one act, with what they come to below. */
export function LabMonth({ source, month }: LabMonthProps) {
  const say = useSay()
  const may = useMay()
  const asked = useAsk(
    ['activity', 'laboratory', source, month],
    () => api.activity.laboratory({ source, month }),
    {
      also: ['monitoring'],
    },
  )
  const samples = asked.data?.samples ?? noSamples
  const { draft, rows, change } = useLabRows(source, month, samples)
  const [focus, setFocus] = useState<string | null>(null)
  const mayEnter = may('activity.enter')
  const findings = asked.data?.findings
  const columns = useMemo(() => labGridColumns(say), [say])
  const titles = useMemo(() => rows.map(({ key }, index) => ({ key, title: String(index + 1) })), [rows])
  const cellAt = useCallback(
    (key: string, column: string) =>
      drawnLabCell(
        rows.find((row) => row.key === key),
        column,
        { findings, mayEnter, say },
      ),
    [rows, findings, mayEnter, say],
  )
  const { saveAll, remove, ready, troubles } = useSaving({ source, month, rows, draft })
  const focused = rows.find(({ key }) => key === focus)
  if (asked.error) return <TroubleNote trouble={asked.error} />
  if (!asked.data) return null
  return (
    <>
      <section className="paper activity-form" aria-labelledby="activity-lab-samples">
        <h2 id="activity-lab-samples">{say('activity.lab.samples')}</h2>
        <p className="page-purpose">{say('activity.lab.samples.how')}</p>
        <DraftNote draft={draft} />
        <DataGrid
          label={say('activity.lab.samples')}
          rowsTitle="#"
          rows={titles}
          columns={columns}
          cellAt={cellAt}
          onChange={change}
          onFocus={setFocus}
          height={Math.min(460, 110 + titles.length * 34)}
        />
        <TroubleNote trouble={saveAll.trouble ?? remove.trouble} />
        {mayEnter && (
          <div className="activity-bar">
            <Button
              type="primary"
              disabled={ready.length === 0 || troubles > 0}
              loading={saveAll.busy}
              onClick={() => void saveAll.run(ready)}
            >
              {say('activity.lab.save', { count: ready.length })}
            </Button>
            {troubles > 0 && (
              <StateTag tone="stop" text={say('activity.submit.unreadable', { count: troubles })} />
            )}
            {focused?.sample && !focused.sample.isPosted && (
              <ConfirmAct
                label={say('activity.lab.remove', { number: focused.sample.number })}
                question={say('activity.lab.remove.question', { number: focused.sample.number })}
                onConfirm={() => focused.sample && void remove.run(focused.sample)}
              />
            )}
          </div>
        )}
        {mayEnter && focused && focused.read.kind === 'value' && focused.sample?.isPosted !== true && (
          <UploadArea
            label={say('activity.lab.report.for', { number: focused.texts.number ?? '' })}
            accept=".pdf,.png,.jpg,.jpeg,.xlsx,.docx"
            onUploaded={(upload, { name }) =>
              draft.update((now) => ({
                ...now,
                reports: { ...now.reports, [focused.key]: { upload, name } },
              }))
            }
          />
        )}
        {Object.entries(draft.value.reports).map(([key, { name }]) => (
          <StateTag key={key} tone="info" icon="evidence" text={name} />
        ))}
      </section>
      <LabResults source={source} month={month} found={asked.data} isDirty={ready.length > 0} />
    </>
  )
}

interface Saving extends LabMonthProps {
  readonly rows: readonly LabTable[]
  readonly draft: ReturnType<typeof useLabRows>['draft']
}

/** Saves every changed row that can be read, all or nothing; what is saved leaves the draft. */
function useSaving({ source, month, rows, draft }: Saving) {
  const changed = rows.filter(({ isChanged, read }) => isChanged && read.kind !== 'empty')
  const ready = changed.flatMap(({ key, sample, read }) =>
    read.kind === 'value'
      ? [{ ...read.sample, id: sample?.id ?? null, upload: draft.value.reports[key]?.upload ?? null }]
      : [],
  )
  const save = async (samples: typeof ready) => {
    await api.activity.saveLaboratory({ source, month, samples, remove: [] })
    draft.change({ rows: {}, reports: {} })
    await draft.settled()
    return {}
  }
  const saveAll = useCommand(save)
  const remove = useCommand(
    ({ id }: LabSample) => api.activity.saveLaboratory({ source, month, samples: [], remove: [id] }),
    {
      undo: (
        _,
        { id: _id, source: _source, month: _month, sha256: report, isPosted: _posted, ...facts },
      ) => ({
        done: { code: 'activity.lab.did-save' },
        undo: () =>
          api.activity.saveLaboratory({
            source,
            month,
            samples: [{ ...facts, id: null, upload: null, report }],
            remove: [],
          }),
      }),
    },
  )
  return { saveAll, remove, ready, troubles: changed.length - ready.length }
}
