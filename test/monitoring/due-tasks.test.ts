import { afterAll, beforeAll, expect, it } from 'vitest'

import { byItself } from '#electron/areas'
import { keepTasks } from '#electron/kernel/task-keeper'
import type { MeterRecord, NewCertificate } from '#shared/monitoring/meter'
import type { NodeId } from '#shared/organization/model'
import { meterLike, newFacility, parameterLike, sourceLike } from '#test/monitoring/support'
import { administrator, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
let node: NodeId
let meter: MeterRecord['meter']

beforeAll(async () => {
  plant = await startBackend()
  node = newFacility(plant).id
  const source = await plant.api.monitoring.addSource(sourceLike(node))
  const parameter = await plant.api.monitoring.addParameter(
    parameterLike(source, {
      responsible: administrator.name,
      department: '计量中心',
      validFrom: '2026-01-01',
    }),
  )
  const installed = meterLike(node, { installedOn: '2026-01-01' })
  const made = await plant.api.monitoring.addMeter({ ...installed, parameters: [parameter.id] })
  meter = made.meter
})
afterAll(() => plant.close())

const paper = (facts: Partial<NewCertificate>): NewCertificate => ({
  meter: meter.id,
  number: 'JD-1',
  body: '市计量院',
  calibratedOn: '2026-01-05',
  validUntil: '2026-07-30',
  result: 'within-limits',
  deviation: null,
  limit: null,
  note: null,
  upload: null,
  ...facts,
})
const keep = () => keepTasks(plant.backend.spine, byItself.taskSources)
/** What is asked of whom about meters and deviations, by due day. */
const tasks = async () => {
  keep()
  const all = await plant.api.desk.tasks({ from: '2025-01-01', to: '2027-12-31', withOverdue: false })
  return all
    .filter(({ area }) => area === 'monitoring')
    .map(
      ({ code, due, state, standing }) =>
        `${code.slice('monitoring.task.'.length)} ${due} ${state} ${standing}`,
    )
}

it('T1 a meter without a certificate is to be calibrated since it came into use, by who answers for what it measures', async () => {
  expect(await tasks()).toEqual(['calibrate-none-yet 2026-01-01 open late'])
  expect(keep()).toBe(0)
  const [task] = await plant.api.desk.tasks({ from: '2026-01-01', to: '2026-01-01', withOverdue: false })
  expect(task).toMatchObject({
    facts: { meter: 'DN-7' },
    path: `/monitoring/meters/${meter.id}`,
    responsible: [administrator.name],
    department: '计量中心',
    isMine: true,
  })
})

it('T2 the next calibration is due on the last day of the certificate and shown from thirty days before', async () => {
  const first = 'calibrate-none-yet 2026-01-01 done done'
  const { id } = await plant.api.monitoring.addCertificate(paper({ validUntil: '2026-07-31' }))
  expect(await tasks()).toEqual([first])
  await plant.api.monitoring.withdrawCertificate({ id, reason: '日期有误' })
  expect(await tasks()).toEqual(['calibrate-none-yet 2026-01-01 open late'])
  await plant.api.monitoring.addCertificate(paper({}))
  expect(await tasks()).toEqual([first, 'calibrate-overdue 2026-07-30 open ahead'])
})

it('T3 it is done once a later certificate is there; a meter that failed is to be calibrated again', async () => {
  const failed = { number: 'JD-2', calibratedOn: '2026-06-20', validUntil: null, result: 'failed' as const }
  await plant.api.monitoring.addCertificate(paper(failed))
  expect(await tasks()).toEqual([
    'calibrate-none-yet 2026-01-01 done done',
    'calibrate-failed 2026-06-20 open late',
    'calibrate-overdue 2026-07-30 done done',
  ])
  const again = { number: 'JD-3', calibratedOn: '2026-06-29', validUntil: '2027-06-28' }
  await plant.api.monitoring.addCertificate(paper(again))
  expect((await tasks()).filter((task) => task.includes('open'))).toEqual([])
})

it('T4 nothing is asked of a meter that was taken away, or that needs no calibration', async () => {
  const before = await tasks()
  const other = meterLike(node, { tag: 'DN-8' })
  const { meter: gone } = await plant.api.monitoring.addMeter({ ...other, parameters: [] })
  expect((await tasks()).length).toBe(before.length + 1)
  const removed = { ...other, id: gone.id, parameters: [], from: '2026-06-01' }
  await plant.api.monitoring.changeMeter({ ...removed, removedOn: '2026-06-01' })
  expect(await tasks()).toEqual(before)
  const exempt = { tag: 'DN-9', calibrationMonths: null, exemption: '贸易结算表由供电公司检定' }
  await plant.api.monitoring.addMeter({ ...meterLike(node, exempt), parameters: [] })
  expect(await tasks()).toEqual(before)
})

it('T5 an open deviation is a task of who is responsible until it is answered, and again when it is returned', async () => {
  const other = await plant.signInAs(['management-representative'])
  const { id, code } = await plant.api.monitoring.recordDeviation({
    facility: node,
    title: '抄表推迟',
    trigger: null,
    parameters: [],
    from: '2026-06-01',
    to: null,
    dueOn: '2026-07-03',
    responsible: administrator.name,
  })
  const ofDeviation = async () => (await tasks()).filter((task) => task.startsWith('answer'))
  expect(await ofDeviation()).toEqual(['answer-deviation 2026-07-03 open due'])
  const due = { from: '2026-07-03', to: '2026-07-03', withOverdue: false }
  const [task] = await plant.api.desk.tasks(due)
  expect(task).toMatchObject({
    facts: { code, title: '抄表推迟' },
    path: `/monitoring/deviations/${id}`,
    isMine: true,
  })
  expect((await other.api.desk.tasks(due)).map(({ isMine }) => isMine)).toEqual([false])
  const answer = { cause: '人员调休', response: '补抄', substitute: null, to: '2026-06-03' }
  await plant.api.monitoring.answerDeviation({ id, ...answer })
  expect(await ofDeviation()).toEqual(['answer-deviation 2026-07-03 done done'])
  await other.api.monitoring.returnDeviation({ id, reason: '写明替代方法' })
  expect(await ofDeviation()).toEqual(['answer-deviation 2026-07-03 open due'])
})
