import { Button, Checkbox } from 'antd'

import type { ImportPreview } from '#shared/activity/import-model'
import type { ParsedReading } from '#shared/activity/preview-model'

import { type Say, useSay } from '../kernel/say.ts'
import { NumberText } from '../ui/NumberText.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { type ImportDraft, withRepair } from './import-draft.ts'
import type { Inspection } from './MapStep.tsx'
import { TakeForm } from './TakeForm.tsx'
import { TroubleTable, troubleTones } from './TroubleTable.tsx'

interface PreviewStepProps {
  readonly inspection: Inspection
  readonly preview: ImportPreview
  readonly draft: ImportDraft
  readonly change: (changed: Partial<ImportDraft>) => void
  readonly isBusy: boolean
  /** Changes what was decided and looks at the file again. */
  readonly onAgain: (changed: Partial<ImportDraft>) => void
  readonly onBack: () => void
  readonly onTake: (only: 'all' | 'valid') => void
}

/** What the file would come to: counts, every trouble with its likely repair, the readings as they would be stored. */
export function PreviewStep(props: PreviewStepProps) {
  const { inspection, preview, draft, change, isBusy, onAgain, onBack, onTake } = props
  const say = useSay()
  const { counts, tally, troubles, readings } = preview
  const { acceptRepairs } = draft
  const nameOf = (id: string) => inspection.parameters.find((each) => each.id === id)?.name ?? id
  const repair = (which: string, isTaken: boolean) =>
    onAgain({ acceptRepairs: withRepair(acceptRepairs, which, isTaken) })
  // Of a kind whose repair was taken nothing is left to tell; the choice has to stay to be taken back.
  const taken = acceptRepairs.filter((each) => !each.includes(' '))
  return (
    <div className="activity-form">
      <div className="activity-bar">
        <Button onClick={onBack}>{say('activity.preview.back')}</Button>
        <StateTag
          tone={counts.readings > 0 ? 'good' : 'warn'}
          text={say('activity.preview.readings', { count: counts.readings })}
        />
        {counts.rejectedRows > 0 && (
          <StateTag
            tone="stop"
            text={say('activity.preview.rejected', { rows: counts.rejectedRows, errors: counts.errors })}
          />
        )}
        <span className="unit">
          {say('activity.preview.others', {
            rows: counts.rows,
            missing: counts.missing,
            left: counts.leftOutRows,
            duplicates: counts.duplicates,
          })}
        </span>
      </div>
      <ul className="activity-tally">
        {tally.map(({ code, severity, count, repairable }) => {
          const example = troubles.find((trouble) => trouble.code === code)
          return (
            <li key={`${code}/${severity}`} className="activity-bar">
              <StateTag tone={troubleTones[severity]} text={say(`activity.trouble.${severity}`)} />
              <span>{say('activity.preview.times', { count })}</span>
              {example && <span>{say.of(example)}</span>}
              {(repairable > 0 || code === 'activity.already-recorded') && !taken.includes(code) && (
                <Button size="small" disabled={isBusy} onClick={() => repair(code, true)}>
                  {code === 'activity.already-recorded'
                    ? say('activity.preview.as-corrections', { count })
                    : say('activity.preview.take-all', { count: repairable })}
                </Button>
              )}
            </li>
          )
        })}
        {taken.map((code) => (
          <li key={code}>
            <Checkbox checked disabled={isBusy} onChange={() => repair(code, false)}>
              {say('activity.preview.taken', { what: say(`activity.repair.${repairWord(code)}`) })}
            </Checkbox>
          </li>
        ))}
      </ul>
      {troubles.length > 0 && (
        <TroubleTable
          troubles={troubles}
          total={counts.errors + counts.warnings + counts.notes}
          accepted={acceptRepairs}
          onRepair={repair}
          isBusy={isBusy}
        />
      )}
      <div className="activity-rows">
        <RecordTable
          name="import-readings"
          label={say('activity.preview.table')}
          rows={readings}
          rowKey={({ cell, parameter }) => `${cell} ${parameter}`}
          columns={readingColumns(say, nameOf)}
        />
      </div>
      <TakeForm {...{ counts, draft, change, isBusy, inspection, onTake }} />
    </div>
  )
}

const repairWords = ['already-recorded', 'float-noise', 'thousand-times', 'text-in-number'] as const
/** What a taken repair is called once its example is gone. */
function repairWord(code: string): (typeof repairWords)[number] | 'other' {
  return repairWords.find((word) => code === `activity.${word}`) ?? 'other'
}

function readingColumns(say: Say, nameOf: (id: string) => string): readonly RecordColumn<ParsedReading>[] {
  return [
    { key: 'cell', title: say('activity.preview.cell'), text: ({ cell }) => cell, width: 120 },
    {
      key: 'parameter',
      title: say('activity.entry.parameter'),
      text: ({ parameter }) => nameOf(parameter),
      width: 220,
      choices: true,
    },
    {
      key: 'period',
      title: say('activity.column.period'),
      text: ({ from, precision }) => (precision === 'month' ? from.slice(0, 7) : from),
      width: 110,
    },
    { key: 'text', title: say('activity.detail.text'), text: ({ text }) => text, width: 130 },
    {
      key: 'value',
      title: say('activity.preview.in-unit'),
      text: ({ inParameterUnit }) => inParameterUnit,
      cell: ({ inParameterUnit }) => <NumberText value={inParameterUnit} />,
      number: true,
      width: 140,
    },
    { key: 'note', title: say('activity.entry.note'), text: ({ note }) => note ?? '', width: 140 },
  ]
}
