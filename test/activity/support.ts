import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { sha256 } from '#electron/kernel/crypto'
import type { EnteredValue, Reading } from '#shared/activity/model'
import { endOf } from '#shared/kernel/period'
import type { NewParameter, Parameter, Source } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import { newFacility, parameterLike, sourceLike } from '#test/monitoring/support'
import { type Api, startBackend, type TestBackend } from '#test/support/backend'

/** A facility with one source of purchased electricity, `bought` in MWh, and helpers that speak of months. */
export interface Plant {
  readonly backend: TestBackend
  readonly api: Api
  readonly facility: NodeId
  readonly source: Source
  readonly bought: Parameter
  readonly addParameter: (facts: Partial<NewParameter>) => Promise<Parameter>
  /** Types a text into a month of `bought`. */
  readonly type: (month: string, text: string, facts?: Partial<EnteredValue>) => Promise<Reading>
  /** Value and number of readings of a cell, `1200 ×1`; `— ×0` where there is none. */
  readonly cell: (month: string, parameter?: Parameter) => Promise<string>
  readonly codes: (month: string, parameter?: Parameter) => Promise<string[]>
}

export async function startPlant(): Promise<Plant> {
  const backend = await startBackend()
  const { api } = backend
  const facility = newFacility(backend).id
  const source = await api.monitoring.addSource(sourceLike(facility, { validFrom: '2024-01-01' }))
  const addParameter = (facts: Partial<NewParameter>) =>
    api.monitoring.addParameter(parameterLike(source, { validFrom: '2024-01-01', ...facts }))
  const bought = await addParameter({})
  const gridCell = async (month: string, parameter: Parameter) => {
    const rows = await api.activity.grid({ facility, year: Number(month.slice(0, 4)) })
    return rows.find((row) => row.parameter.id === parameter.id)!.cells.find((each) => each.month === month)!
  }
  return {
    backend,
    api,
    facility,
    source,
    bought,
    addParameter,
    type: async (month, text, facts) => {
      const { readings } = await api.activity.submit({
        readings: [inMonth(facts?.parameter ?? bought.id, month, text, facts)],
        proofs: [],
        reason: null,
      })
      return readings[0]!
    },
    cell: async (month, parameter = bought) => {
      const { value, count } = await gridCell(month, parameter)
      return `${value ?? '—'} ×${count}`
    },
    codes: async (month, parameter = bought) =>
      (await gridCell(month, parameter)).findings.map(({ code }) => code),
  }
}

export function inMonth(
  parameter: Parameter['id'],
  month: string,
  text: string,
  facts: Partial<EnteredValue> = {},
): EnteredValue {
  return {
    parameter,
    from: `${month}-01`,
    to: endOf(month),
    text,
    unit: null,
    note: null,
    proofs: [],
    ...facts,
  }
}

let papers = 0
/** A file as a window would have sent it, as a proof. */
export function paperAt({ backend }: Plant, text: string) {
  papers += 1
  const upload = `paper-${papers}`
  const path = join(backend.folder, 'staging', upload)
  writeFileSync(path, text)
  const side = { name: `${text}.pdf`, type: '', size: text.length, sha256: sha256(text) }
  writeFileSync(`${path}.json`, JSON.stringify(side))
  return { file: { from: 'upload' as const, upload }, place: null, reportNo: null, sampleDate: null }
}
