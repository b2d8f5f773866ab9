import { Alert, Checkbox, Select } from 'antd'

import type { Mapping } from '#shared/activity/mapping'
import { layouts, withLayout } from '#shared/activity/mapping-roles'
import { delimiters, encodings } from '#shared/activity/table-file'

import type { api } from '../kernel/api.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { ColumnTable } from './ColumnTable.tsx'
import type { ImportDraft } from './import-draft.ts'
import { MapOptions } from './MapOptions.tsx'
import { NameTable } from './NameTable.tsx'
import { useWho } from './use-who.ts'

type Steps = Awaited<ReturnType<typeof api.activity.importInspect>>
/** What is known of the file, as `importInspect` gives it. */
export type Inspection = Extract<Awaited<ReturnType<Steps['next']>>, { done: true }>['value']

interface MapStepProps {
  readonly inspection: Inspection
  readonly draft: ImportDraft
  readonly mapping: Mapping | null
  readonly change: (changed: Partial<ImportDraft>) => void
  readonly year: number
}

/** How the file is read: its sheet, its heading, what each column is, which parameter each name means. */
export function MapStep({ inspection, draft, mapping, change, year }: MapStepProps) {
  const say = useSay()
  const { proposal, profile, sample, parameters } = inspection
  const put = (changed: Mapping) => change({ mapping: changed })
  const isKeyed = mapping?.layout === 'long' && mapping.keyed === true
  return (
    <div className="activity-form">
      <FileChoices {...{ inspection, draft, change }} />
      {profile !== null && <StateTag tone="good" text={say('activity.map.remembered', { name: profile })} />}
      {draft.mapping === null &&
        proposal.open.map(({ code, facts }) => (
          <StateTag key={code} tone="warn" text={say.of({ code, facts })} />
        ))}
      {isKeyed && <StateTag tone="good" text={say('activity.collect.recognised')} />}
      {mapping && !isKeyed && (
        <>
          <div className="activity-bar">
            <span>{say('activity.map.layout')}</span>
            <Select
              aria-label={say('activity.map.layout')}
              value={mapping.layout}
              options={layouts.map((value) => ({ value, label: say(`activity.map.layout.${value}`) }))}
              onChange={(layout) => put(withLayout(mapping, layout))}
              popupMatchSelectWidth={false}
              style={{ width: 260 }}
            />
          </div>
          <MapOptions mapping={mapping} change={put} />
          <ColumnTable {...{ mapping, sample, parameters, year }} change={put} />
          <NameTable {...{ mapping, sample, parameters }} proposed={proposal.names} change={put} />
        </>
      )}
    </div>
  )
}

type FileChoicesProps = Pick<MapStepProps, 'inspection' | 'draft' | 'change'>

/** Which sheet, which encoding, which separator; and whether the very same file was imported before. */
function FileChoices({ inspection: { file, before }, draft, change }: FileChoicesProps) {
  const say = useSay()
  const who = useWho()
  const { choice } = draft
  const read = (changed: Partial<ImportDraft['choice']>) =>
    change({ choice: { ...choice, ...changed }, mapping: null, acceptRepairs: [] })
  const known = before.filter(({ undoneAt }) => undoneAt === null)
  return (
    <>
      {known.map(({ id, at, by, readings }) => (
        <Alert
          key={id}
          type="warning"
          title={say('activity.map.known', { at: localTime(at), name: who(by), count: readings })}
          description={
            <Checkbox checked={draft.again} onChange={({ target }) => change({ again: target.checked })}>
              {say('activity.map.again')}
            </Checkbox>
          }
        />
      ))}
      <div className="activity-bar">
        {file.sheets.length > 1 && (
          <>
            <span>{say('activity.map.sheet')}</span>
            <Select
              aria-label={say('activity.map.sheet')}
              value={
                choice.sheet ?? file.sheets.find(({ visibility }) => visibility === 'visible')?.name ?? null
              }
              options={file.sheets.map(({ name }) => ({ value: name, label: name }))}
              onChange={(sheet) => read({ sheet })}
              popupMatchSelectWidth={false}
              style={{ minWidth: 160 }}
            />
          </>
        )}
        {file.assumed && (
          <>
            <span>{say('activity.map.encoding')}</span>
            <Select
              aria-label={say('activity.map.encoding')}
              value={choice.encoding ?? file.assumed.encoding}
              options={encodings.map((value) => ({ value, label: value.toUpperCase() }))}
              onChange={(encoding) => read({ encoding })}
              style={{ width: 130 }}
            />
            <span>{say('activity.map.delimiter')}</span>
            <Select
              aria-label={say('activity.map.delimiter')}
              value={choice.delimiter ?? file.assumed.delimiter}
              options={delimiters.map((value) => ({
                value,
                label: value === '\t' ? say('activity.map.tab') : value,
              }))}
              onChange={(delimiter) => read({ delimiter })}
              style={{ width: 100 }}
            />
          </>
        )}
      </div>
    </>
  )
}
