import { signedIn } from '#electron/access/prove'
import type { TaskContext } from '#electron/kernel/context'
import type { Client } from '#electron/kernel/in-process'
import { addDays } from '#shared/kernel/working-days'

const alone = '示例电厂只有一名人员'

const skills = [
  [{ name: '碳排放核算', field: 'accounting', description: '按核算指南编制年度排放报告' }, 2],
  [{ name: '碳管理体系内部审核', field: 'audit', description: '按审核方案独立实施内部审核' }, 1],
  [{ name: '碳排放权交易', field: 'trading', description: '在交易系统中按批准的方案操作' }, 1],
] as const

/** What a small plant keeps of clause 7: who is able to do what, one training to its end, and what was said. */
export async function fillCompetenceSample(context: TaskContext, api: Client): Promise<void> {
  const { today } = context
  const person = signedIn(context.db, context.user).personId
  const { posts } = await api.competence.matrix({})
  const known: Awaited<ReturnType<typeof api.competence.saveSkill>>['id'][] = []
  for (const [facts, level] of skills) {
    const { id } = await api.competence.saveSkill({ id: null, ...facts })
    known.push(id)
    const post = posts.at(-1)?.post
    if (post !== undefined) await api.competence.setNeed({ post, skill: id, level })
  }
  const [accounting, auditing] = known
  if (accounting === undefined || auditing === undefined) throw new Error('The sample plant knows no skill')
  await api.competence.addHeld({
    person,
    skill: accounting,
    level: 2,
    basis: 'training',
    evidence: '碳排放管理员职业技能培训',
    certificate: '示例-2023-0417',
    issuer: '示例培训中心',
    validFrom: addDays(today, -3 * 365 + 40),
    validTo: addDays(today, 40),
  })
  const training = await api.competence.planTraining({
    title: '碳管理体系内部审核员培训',
    topic: 'system',
    skill: auditing,
    hours: '16',
    plannedOn: addDays(today, -60),
    trainer: '外聘讲师',
    place: '二楼培训室',
    people: [person],
  })
  const { id } = training
  const attendances = [{ person, result: 'passed' as const }]
  await api.competence.holdTraining({ id, heldOn: addDays(today, -60), attendances })
  const effect = '随后独立完成一次模拟审核，检查表与证据齐全'
  await api.competence.judgeTraining({ id, isEffective: true, effect, aloneReason: alone })
  await api.competence.tellPeople({
    people: [person],
    topics: ['policy', 'contribution'],
    toldOn: addDays(today, -30),
    how: '月度例会宣讲碳管理方针',
  })
  await fillMessages(api, today, person)
  await draftDisclosure(api)
}

async function fillMessages(
  api: Client,
  today: string,
  owner: ReturnType<typeof signedIn>['personId'],
): Promise<void> {
  await api.competence.saveChannel({
    id: null,
    subject: '年度排放量和履约情况',
    audience: '省生态环境厅、母公司',
    occasion: '每年三月和十二月',
    way: '管理平台报送',
    owner,
    secrecy: 'internal',
  })
  const asked = await api.competence.addMessage({
    ...request,
    onDay: addDays(today, -20),
    due: addDays(today, 10),
  })
  await api.competence.decideMessage({ id: asked.id, decision: '由碳管理办公室按月复核化验报告后再存证' })
  await api.competence.addMessage({ ...question, onDay: addDays(today, -6), due: addDays(today, 9) })
}
const request = {
  direction: 'in',
  way: 'written',
  party: '省生态环境厅',
  subject: '关于补充说明入炉煤元素碳化验频次的函',
  content: '要求说明各月缩分样的制备日期和化验机构资质。',
  isImportant: true,
} as const
const question = {
  direction: 'in',
  way: 'electronic',
  party: '园区供热用户',
  subject: '询问外供蒸汽的碳排放因子',
  content: '用户编制产品碳足迹，希望取得上一年度外供蒸汽的排放因子。',
  isImportant: true,
} as const

/** A draft, since its figures are those of an inventory that is not frozen yet: it cannot leave before that. */
async function draftDisclosure(api: Client): Promise<void> {
  const [inventory] = await api.accounting.inventories({})
  if (!inventory) throw new Error('The sample plant has no inventory')
  const { value } = (await api.accounting.overview({ id: inventory.id })).total
  if (value === null) return
  await api.competence.draftDisclosure({
    title: `${inventory.year} 年度温室气体排放信息披露`,
    recipient: '园区管委会',
    basis: '园区企业环境信息披露约定',
    secrecy: 'public',
    inventory: `accounting/inventory/${inventory.id}`,
    figures: [{ path: 'total', label: '温室气体排放总量', value, unit: 'tCO2e' }],
    words: '数值以冻结后的年度清单为准，冻结前不得对外提供。',
  })
}
