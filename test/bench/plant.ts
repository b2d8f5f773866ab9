import { cpSync, mkdirSync } from 'node:fs'

import { type Backend, createBackend } from '#electron/kernel/backend'
import { type Client, clientAt, runToEnd } from '#electron/kernel/in-process'
import { nodeSurroundings } from '#electron/kernel/node-surroundings'
import { runCommand } from '#electron/kernel/spine'
import { openFolder } from '#electron/kernel/workspace'
import { monthsOf } from '#shared/kernel/period'
import type { Parameter } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import { newFacility, parameterLike, sourceLike } from '#test/monitoring/support'
import { administrator } from '#test/support/backend'

export const year = 2025
export const parametersInPlant = 200

/** An opened data folder with somebody at it. */
export interface Open {
  readonly backend: Backend
  readonly api: Client
  readonly close: () => void
}

/** Opens a data folder as the program does, with its usual cost of a password. */
export function open(folder: string): Open {
  const around = nodeSurroundings()
  const backend = createBackend(openFolder(folder, around), around)
  return { backend, api: clientAt(backend.router, 'bench'), close: backend.close }
}
export async function signIn({ api }: Open): Promise<void> {
  const { login, password } = administrator
  await runToEnd(api.access.signIn({ login, password }))
}

export interface BenchPlant {
  readonly facility: NodeId
  /** The measured amounts, one for each source; the factor of each comes from the library. */
  readonly parameters: readonly Parameter[]
}

/** A plant of so many sources, 200 if nothing is said, each with an amount that is delivered many times a month and a factor of the library. */
export async function buildPlant(folder: string, sources: number = parametersInPlant): Promise<BenchPlant> {
  const opened = open(folder)
  const { api, backend } = opened
  await runToEnd(api.access.setUp(administrator))
  const facility = newFacility({ backend } as never).id
  const parameters: Parameter[] = []
  const since = { validFrom: '2020-01-01' }
  const factor = { urn: 'urn:tanbu:factors:electricity-co2:2023', ref: 'electricity-average/CN' } as const
  for (let number = 1; number <= sources; number += 1) {
    const code = `D-${String(number).padStart(3, '0')}`
    const source = await api.monitoring.addSource(
      sourceLike(facility, { ...since, code, name: `${code} 线` }),
    )
    const common = { ...since, name: `${code} 电量` }
    parameters.push(
      await api.monitoring.addParameter(parameterLike(source, { ...common, frequency: 'batch' })),
    )
    await api.monitoring.addParameter(
      parameterLike(source, {
        ...since,
        name: `${code} 因子`,
        role: 'factor',
        unit: 'tCO2/MWh',
        determination: 'default',
        frequency: 'year',
        factor,
      }),
    )
  }
  opened.close()
  return { facility, parameters }
}

/** A copy of the plant with so many readings in it, over all months of some years, entered in one act with all triggers at work. */
export function withReadings(
  plant: string,
  to: string,
  count: number,
  years: readonly number[] = [year],
): string {
  mkdirSync(to, { recursive: true })
  cpSync(plant, to, { recursive: true })
  const opened = open(to)
  const { spine } = opened.backend
  const { sqlite } = spine.store()
  const parameters = sqlite
    .prepare<[], number>(`SELECT count(*) FROM monitoring_parameters WHERE role = 'bought'`)
    .pluck()
    .get()!
  const months = years.flatMap(monthsOf)
  const perMonth = Math.round(count / parameters / months.length)
  const meta = { kind: 'command', permission: 'activity.enter' } as const
  const request = { procedure: 'activity.import', meta, window: 'bench', signal: undefined, user: null }
  runCommand(spine, { ...request, now: new Date() }, ({ db, bulk, newId }) => {
    const at = new Date().toISOString()
    db.run(
      `INSERT INTO activity_acts (id, kind, by, at, reason, alone) VALUES (?, 'import', NULL, ?, NULL, 0)`,
      newId(),
      at,
    )
    bulk({ area: 'activity', rows: perMonth * parameters * months.length }, () => {
      for (const [index, month] of months.entries()) db.run(fill, month, perMonth, index)
    })
    // The file proves all of them, as that of every import does.
    db.run(`INSERT INTO activity_evidence VALUES (?, 'ledger.xlsx', '', 1, NULL, ?)`, fileHash, at)
    db.run(
      `INSERT INTO activity_evidence_links (id, sha256, act, linked_at)
       SELECT ?, ?, max(seq), max(at) FROM activity_acts`,
      newId(),
      fileHash,
    )
  })
  opened.close()
  return to
}
const fileHash = 'b'.repeat(64)

/** Hourly deliveries from the first of a month on: three decimals, six digits, never the same twice running. */
const fill = `
  WITH RECURSIVE given (month, count, number) AS (VALUES (?, ?, ?)),
  hour (number) AS (
    SELECT 0 FROM given WHERE count > 0
    UNION ALL SELECT hour.number + 1 FROM hour, given WHERE hour.number < given.count - 1),
  slot AS (
    SELECT p.seq AS parameter, g.month,
           strftime('%Y-%m-%dT%H:%M', g.month || '-01', '+' || h.number || ' hours') AS from_at,
           strftime('%Y-%m-%dT%H:%M', g.month || '-01', '+' || (h.number + 1) || ' hours') AS to_at,
           100000 + (p.seq * 7919 + h.number * 104729 + g.number * 15485863) % 900000 AS mantissa
    FROM given g, hour h JOIN monitoring_parameters p ON p.role = 'bought')
  INSERT INTO activity_readings (id, parameter, month, from_at, to_at, entered, unit, mantissa, scale, origin, state,
    live, entered_act)
  SELECT unhex(hex(randomblob(6)) || '7' || substr(hex(randomblob(2)), 2) || '8' || substr(hex(randomblob(2)), 2) || hex(randomblob(6))),
    parameter, month, replace(from_at, 'T00:00', ''), replace(to_at, 'T00:00', ''),
    printf('%d.%03d', mantissa / 1000, mantissa % 1000), 'MWh', mantissa, 3, 'import', 'submitted', 1,
    (SELECT max(seq) FROM activity_acts)
  FROM slot`
