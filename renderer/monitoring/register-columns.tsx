import type { Finding } from '#shared/kernel/finding'
import type { Day } from '#shared/kernel/period'
import { standingOf } from '#shared/monitoring/calibration'
import type { MeterRecord } from '#shared/monitoring/meter'
import type { Parameter, Source } from '#shared/monitoring/model'
import type { Node } from '#shared/organization/model'

import type { Say } from '../kernel/say.ts'
import { FormulaText } from '../ui/NumberText.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { methodWord } from './role-word.ts'
import { SourceState } from './SourceState.tsx'

interface Register {
  readonly nodes: readonly Node[]
  readonly parameters: readonly Parameter[]
  readonly findings: readonly Finding[]
  readonly meters: readonly MeterRecord[]
  readonly today: Day
}

/** One line a source: class and state stand beside the name, gaps at the end. */
export function registerColumns(say: Say, register: Register): readonly RecordColumn<Source>[] {
  const nodeName = new Map<string, string>(register.nodes.map(({ id, name }) => [id, name]))
  const counts = Map.groupBy(register.parameters, ({ source }) => source)
  const gaps = Map.groupBy(register.findings, ({ where }) => where)
  const calibration = calibrationIn(register)
  return [
    { key: 'code', width: 76, title: say('monitoring.field.code'), text: ({ code }) => code },
    { key: 'name', width: 136, title: say('monitoring.field.name'), text: ({ name }) => name },
    {
      key: 'node',
      width: 92,
      title: say('monitoring.field.node'),
      text: ({ node }) => nodeName.get(node) ?? '',
      choices: true,
    },
    {
      key: 'state',
      width: 88,
      title: say('monitoring.field.state'),
      text: ({ state }) => say(`monitoring.state.${state}`),
      cell: ({ state }) => <SourceState state={state} />,
      choices: true,
    },
    {
      key: 'category',
      width: 108,
      title: say('monitoring.field.category'),
      text: ({ category }) => say(`monitoring.category.${category}`),
      choices: true,
    },
    {
      key: 'isoCategory',
      width: 76,
      title: say('monitoring.column.iso'),
      text: ({ isoCategory }) => say('monitoring.iso-short', { number: isoCategory }),
    },
    {
      key: 'scope',
      width: 72,
      title: say('monitoring.field.scope'),
      text: ({ scope }) => say('monitoring.scope-short', { number: scope }),
    },
    {
      key: 'gas',
      width: 62,
      title: say('monitoring.field.gas'),
      text: ({ gas }) => gas,
      cell: ({ gas }) => <FormulaText text={gas} />,
    },
    {
      key: 'method',
      width: 124,
      title: say('monitoring.field.method'),
      text: ({ calculation }) => methodWord(say, calculation),
      choices: true,
    },
    {
      key: 'parameters',
      width: 76,
      number: true,
      title: say('monitoring.parameters'),
      text: ({ id }) => String(counts.get(id)?.length ?? 0),
    },
    {
      key: 'calibration',
      width: 104,
      title: say('monitoring.column.calibration'),
      text: (source) => calibrationText(say, calibration(source)),
      cell: (source) => {
        const state = calibration(source)
        return state === null ? (
          '—'
        ) : (
          <StateTag tone={state === 'valid' ? 'good' : 'warn'} text={calibrationText(say, state)} />
        )
      },
    },
    {
      key: 'findings',
      width: 104,
      title: say('monitoring.findings'),
      text: ({ id }) => gapText(say, gaps.get(id) ?? []),
      cell: ({ id }) => {
        const own = gaps.get(id) ?? []
        const isHeavy = own.some(({ severity }) => severity === 'blocks-report')
        return (
          <StateTag tone={own.length === 0 ? 'good' : isHeavy ? 'stop' : 'warn'} text={gapText(say, own)} />
        )
      },
      choices: true,
    },
  ]
}

function gapText(say: Say, own: readonly Finding[]): string {
  if (own.length === 0) return say('monitoring.complete')
  const heavy = own.filter(({ severity }) => severity === 'blocks-report').length
  return heavy > 0
    ? say('monitoring.gaps', { count: heavy })
    : say('monitoring.remarks', { count: own.length })
}

/** Whether all meters of a source are calibrated today; null where no registered meter measures it. */
function calibrationIn({
  parameters,
  meters,
  today,
}: Register): (source: Source) => 'valid' | 'invalid' | null {
  return ({ id }) => {
    const own = new Set(parameters.filter(({ source }) => source === id).map((parameter) => parameter.id))
    const standings = meters
      .filter(({ uses }) =>
        uses.some(
          ({ parameter, validFrom, validTo }) =>
            own.has(parameter) && validFrom <= today && (validTo === null || today < validTo),
        ),
      )
      .map((record) => standingOf(record, today).state)
    if (standings.length === 0) return null
    return standings.includes('invalid') ? 'invalid' : 'valid'
  }
}
function calibrationText(say: Say, state: 'valid' | 'invalid' | null): string {
  return state === null ? '' : say(`monitoring.calibration.${state}`)
}
