import type { Client } from '#electron/kernel/in-process'
import type { NodeId } from '#shared/organization/model'

/** The two units of the sample plant, which share their meters and so are given allowances as one. */
export async function fillAssetsSample(
  { assets, monitoring }: Client,
  facility: NodeId,
  year: number,
): Promise<void> {
  const { parameters } = await monitoring.register({ facility })
  const of = (role: string) =>
    parameters.find((parameter) => parameter.source === null && parameter.role === role)?.id ?? null
  await assets.addUnit({
    kind: 'power',
    node: facility,
    name: '1、2号机组（合并填报）',
    unitClass: 'II',
    cooling: 'water',
    isBackPressure: false,
    isCondensing: false,
    capacity: '100',
    gross: of('generation'),
    supplied: of('supplied-electricity'),
    heat: of('supplied-heat'),
    heatRatio: null,
    hours: of('running-hours'),
    validFrom: `${year}-01-01`,
    validTo: null,
  })
  await assets.setTerms({
    year,
    allowancesHeld: '12000',
    creditsHeld: '5000',
    creditBase: 'obligation',
    rounding: null,
    price: '60',
    priceSource: '示例单价',
    priceDate: `${year}-12-31`,
    balance: null,
  })
}
