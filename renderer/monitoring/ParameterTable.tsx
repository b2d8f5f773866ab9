import { Button } from 'antd'

import { formulaOf } from '#shared/monitoring/formula'
import { type MonitoringLine, monitoringLines } from '#shared/monitoring/lines'
import type { Parameter, Source } from '#shared/monitoring/model'

import { type Say, useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'
import { UnitText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { SymbolText } from '../ui/SymbolText.tsx'
import { roleWord } from './role-word.ts'
import { factorKey, showFactor, useFactors } from './use-factors.ts'
import type { OpenParameter } from './use-open-parameter.ts'

interface ParameterTableProps {
  /** Null for the parameters of a facility itself. */
  readonly source: Source | null
  readonly parameters: readonly Parameter[]
  readonly opened: OpenParameter
}

/** What the method asks for and who plays it; what is missing is offered to be added. */
export function ParameterTable({ source, parameters, opened }: ParameterTableProps) {
  const say = useSay()
  const factors = useFactors(parameters.map(({ factor }) => factor))
  const lines: readonly MonitoringLine[] = source
    ? monitoringLines(source, parameters)
    : parameters.map((parameter) => ({ role: null, parameter }))
  const symbols = source ? formulaOf(source).symbols : {}
  return (
    <div className="monitoring-scroll">
      <table className="monitoring-table">
        <thead>
          <tr>
            {source && <th scope="col">{say('monitoring.column.symbol')}</th>}
            <th scope="col">{say('monitoring.field.name')}</th>
            <th scope="col">{say('monitoring.field.unit')}</th>
            <th scope="col">{say('monitoring.source-of-value')}</th>
            <th scope="col">{say('monitoring.field.frequency')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr
              key={line.parameter?.id ?? line.role?.path}
              className={line.parameter?.id === opened.id && opened.id !== null ? 'chosen' : ''}
            >
              {source && (
                <td>
                  <SymbolText text={symbols[line.role?.path ?? ''] ?? ''} />
                </td>
              )}
              {line.parameter ? (
                <PlayedCells
                  line={line}
                  parameter={line.parameter}
                  siblings={parameters}
                  isSurplus={source !== null && line.role === null}
                  opened={opened}
                  factors={factors}
                />
              ) : (
                <MissingCells line={line} opened={opened} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface PlayedCellsProps {
  readonly line: MonitoringLine
  readonly parameter: Parameter
  readonly siblings: readonly Parameter[]
  readonly isSurplus: boolean
  readonly opened: OpenParameter
  readonly factors: ReturnType<typeof useFactors>
}
function PlayedCells({ line, parameter, siblings, isSurplus, opened, factors }: PlayedCellsProps) {
  const say = useSay()
  const { id, name, unit, frequency, weightedBy, responsible, department, validTo } = parameter
  const word = line.role ? roleWord(say, line.role) : null
  const by = [responsible, department].filter((who) => who !== null)
  const weight = siblings.find((sibling) => sibling.id === weightedBy)
  return (
    <>
      <td>
        <button
          type="button"
          className="openable"
          aria-expanded={opened.id === id}
          onClick={() => opened.show(opened.id === id ? null : id)}
        >
          {name}
        </button>
        {word !== null && word !== name && <div className="monitoring-second">{word}</div>}
        {isSurplus && <StateTag tone="warn" text={say('monitoring.not-used')} />}
        {validTo !== null && <StateTag tone="quiet" text={say('monitoring.ended', { on: validTo })} />}
      </td>
      <td>
        <UnitText unit={unit} />
      </td>
      <td>
        {say(`monitoring.determination.${parameter.determination}`)}
        <ValueOrigin say={say} parameter={parameter} factors={factors} />
      </td>
      <td>
        {say(`monitoring.frequency.${frequency}`)}
        {weight && (
          <div className="monitoring-second">{say('monitoring.weighted', { name: weight.name })}</div>
        )}
        {by.length > 0 && <div className="monitoring-second">{by.join(' · ')}</div>}
      </td>
    </>
  )
}

/** The meter it is read from, and the value of the library that stands in. */
function ValueOrigin({
  say,
  parameter: { meter, factor },
  factors,
}: Pick<PlayedCellsProps, 'parameter' | 'factors'> & { readonly say: Say }) {
  const found = factor && factors.get(factorKey(factor))
  const name = found?.row.name[say.language] ?? factor?.ref ?? ''
  return (
    <>
      {meter !== null && <div className="monitoring-second">{meter}</div>}
      {factor && (
        <div>
          <button type="button" className="openable" onClick={() => showFactor(say, factor, name)}>
            {found && 'value' in found.row ? (
              <>
                {found.row.value} <UnitText unit={found.row.unit} />
              </>
            ) : (
              name
            )}
            <span className="visually-hidden"> {name}</span>
          </button>{' '}
          {found && found.row.verification !== 'verified' && found.mark === null && (
            <StateTag tone="warn" text={say(`factors.verification.${found.row.verification}`)} />
          )}
        </div>
      )}
    </>
  )
}

function MissingCells({
  line: { role },
  opened,
}: {
  readonly line: MonitoringLine
  readonly opened: OpenParameter
}) {
  const say = useSay()
  const may = useMay()
  if (!role) return null
  const word = roleWord(say, role)
  const isNeeded = role.need === 'always'
  return (
    <>
      <td>
        {word}{' '}
        <StateTag
          tone={isNeeded ? 'stop' : 'quiet'}
          text={say(isNeeded ? 'monitoring.missing' : 'monitoring.optional')}
        />
      </td>
      <td>{role.units[0] !== undefined && <UnitText unit={role.units[0]} />}</td>
      <td colSpan={2}>
        {may('monitoring.manage') && (
          <Button
            size="small"
            icon={<Icon name="plus" size={14} />}
            aria-label={say('monitoring.add-role', { role: word })}
            onClick={() => opened.add(role.path)}
          >
            {say('monitoring.add')}
          </Button>
        )}
      </td>
    </>
  )
}
