import type { Client } from '#electron/kernel/in-process'

/** How the ledger of the measurements is imported: a day, a name, an amount and a unit in each row. */
export async function ledgerRequest(api: Pick<Client, 'organization' | 'monitoring'>, upload: string) {
  const facility = (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
  const { parameters } = await api.monitoring.register({ facility })
  return {
    upload,
    choice: { sheet: null, encoding: null, delimiter: null },
    facility,
    mapping: {
      layout: 'long' as const,
      sheet: '台账',
      header: { from: 1, to: 1 },
      lastRow: null,
      year: null,
      parameters: Object.fromEntries(parameters.map(({ name, id }) => [name, id])),
      units: {},
      decimalMark: 'point' as const,
      hiddenRows: 'leave-out' as const,
      names: [1],
      parameter: null,
      period: { column: 0, precision: 'day' as const },
      value: 2,
      unit: { column: 3, fixed: null },
      note: null,
      evidence: null,
    },
    period: null,
    acceptRepairs: [],
    take: 'all' as const,
    again: false,
    isRecord: true,
    proofs: [],
    profile: null,
    reason: null,
  }
}
