import { afterAll, beforeAll, expect, it } from 'vitest'

import { reminderOf } from '#shared/kernel/reminder'
import { type Api, refusalOf, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
let today: string
beforeAll(async () => {
  plant = await startBackend()
  today = plant.backend.spine.dayAt(plant.backend.spine.around.now())
})
afterAll(() => plant.close())

/** What stands among somebody's tasks of a month, as `text state standing`, and what is open from before. */
async function listed(month: string, api: Api = plant.api): Promise<string[]> {
  const tasks = await api.desk.tasks({ from: `${month}-01`, to: `${month}-28`, withOverdue: true })
  return tasks.flatMap((task) => {
    const own = reminderOf(task)
    return own ? [`${own.due} ${own.text} ${task.state} ${task.standing} ${task.isMine}`] : []
  })
}
const remember = (text: string, due: string) => plant.api.desk.saveReminder({ id: null, text, due })

it('R1 a reminder stands among the tasks on its day, is ticked off and opened again', async () => {
  const { id } = await remember('催检定证书', '2030-03-10')
  expect(await listed('2030-03')).toEqual(['2030-03-10 催检定证书 open ahead true'])
  await plant.api.desk.settleReminder({ id, isDone: true })
  expect(await listed('2030-03')).toEqual(['2030-03-10 催检定证书 done done true'])
  await plant.api.desk.settleReminder({ id, isDone: false })
  expect(await listed('2030-03')).toEqual(['2030-03-10 催检定证书 open ahead true'])
})

it('R2 what is past and open is shown with the later month, what is done is not', async () => {
  const late = await remember('补交原始记录', '2020-01-15')
  expect(await listed('2020-02')).toEqual(['2020-01-15 补交原始记录 open late true'])
  await plant.api.desk.settleReminder({ id: late.id, isDone: true })
  expect(await listed('2020-02')).toEqual([])
  expect(today > '2020-02').toBe(true)
})

it('R3 it is changed, removed and put back by the same words', async () => {
  const made = await remember('约核查员', '2031-05-02')
  const moved = await plant.api.desk.saveReminder({ ...made, due: '2031-06-02' })
  expect(await listed('2031-05')).not.toContain('2031-05-02 约核查员 open ahead true')
  await plant.api.desk.removeReminder({ id: moved.id })
  const june = async () => (await listed('2031-06')).filter((line) => line.includes('约核查员'))
  expect(await june()).toEqual([])
  await plant.api.desk.saveReminder(moved)
  expect(await june()).toEqual(['2031-06-02 约核查员 open ahead true'])
})

it('R4 nobody else sees it or may touch it', async () => {
  const { id, ...facts } = await remember('私事', '2032-01-05')
  const other = await plant.signInAs(['administrator'])
  expect(await listed('2032-01', other.api)).toEqual([])
  const acts = [
    other.api.desk.settleReminder({ id, isDone: true }),
    other.api.desk.removeReminder({ id }),
    other.api.desk.saveReminder({ id, ...facts, text: 'mine now' }),
  ]
  for (const act of acts) expect((await refusalOf(act)).code).toBe('kernel.no-such-reminder')
})
