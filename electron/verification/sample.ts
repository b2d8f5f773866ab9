import type { TaskContext } from '#electron/kernel/context'
import type { Client } from '#electron/kernel/in-process'
import { stageUpload } from '#electron/kernel/uploads'
import { workCalendarOf } from '#electron/kernel/work-calendar'
import { addDays } from '#shared/kernel/working-days'
import { emptyPlan, type NewCase } from '#shared/verification/case'

const body = {
  name: '示例核查有限公司',
  recognitionNumber: 'HC-2024-018',
  recognisedBy: '省生态环境厅',
  scope: '发电；GB/T 32151.1',
  verifiers: '陈立，核查组长，发电行业',
} as const

/** A carbon inventory on its way and a verification being planned, for the sample plant. */
export async function fillVerificationSample(context: TaskContext, api: Client): Promise<void> {
  const { today, db } = context
  const year = Number(today.slice(0, 4)) - 1
  // The steps end within two months; a year whose holidays are not out yet counts as Monday to Friday only.
  const soon = Number(addDays(today, 60).slice(0, 4))
  const [inventory] = await api.accounting.inventories({})
  const usual = {
    year,
    inventory: inventory?.id ?? null,
    owner: null,
    cost: null,
    weekdayYears: workCalendarOf(db).years.has(soon) ? [] : [soon],
  }
  await takeInventory(context, api, usual)
  await planVerification(context, api, usual)
}
type Usual = Pick<NewCase, 'year' | 'inventory' | 'owner' | 'cost' | 'weekdayYears'>

async function takeInventory(context: TaskContext, api: Client, usual: Usual): Promise<void> {
  const { id } = await api.verification.createCase({
    ...usual,
    kind: 'inventory',
    title: `${usual.year} 年碳盘查`,
    body: null,
    requester: '集团总部',
    isCompulsory: false,
    startsOn: addDays(context.today, -3),
  })
  const [agreement, team] = (await api.verification.case({ id })).steps
  if (!agreement || !team) throw new Error('The carbon inventory has no steps')
  const upload = await stageUpload(context.folder, {
    name: '碳盘查协议.txt',
    type: 'text/plain',
    body: new Blob(['碳盘查协议（示例）']).stream(),
  })
  await api.desk.attach({ record: `verification/step/${agreement.id}`, upload, note: null })
  await api.verification.finishStep({ id: agreement.id, note: '协议已签订', reason: null })
  await api.verification.answerItem({
    id: team.id,
    item: 'team',
    answer: 'yes',
    tier: null,
    flag: null,
    note: '组长一人，组员两人',
  })
}

async function planVerification({ today }: TaskContext, api: Client, usual: Usual): Promise<void> {
  const verifier = await api.verification.addBody({
    ...body,
    validFrom: addDays(today, -400),
    validTo: addDays(today, 700),
  })
  const { id } = await api.verification.createCase({
    ...usual,
    kind: 'verification',
    title: `${usual.year} 年度碳排放核查`,
    body: verifier.id,
    requester: '省生态环境厅',
    isCompulsory: true,
    startsOn: addDays(today, -2),
  })
  await api.verification.editPlan({
    id,
    plan: {
      ...emptyPlan,
      scopeAndAim: '热电分厂全部排放源；确认年度排放量真实、准确',
      assurance: 'reasonable',
      assuranceReason: '用于配额清缴',
      materiality: '5',
      criteria: '发电设施核算与报告指南',
      agreedOn: addDays(today, -1),
    },
  })
  await api.verification.ask({
    case: id,
    kind: 'question',
    severity: null,
    about: '',
    text: '元素碳含量的化验委托方资质是什么？',
    dueOn: addDays(today, 5),
  })
}
