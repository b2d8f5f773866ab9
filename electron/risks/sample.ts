import { signedIn } from '#electron/access/prove'
import type { TaskContext } from '#electron/kernel/context'
import type { Client } from '#electron/kernel/in-process'
import { proposal } from '#shared/risks/proposal'
import { risksProposalTexts } from '#shared/risks/proposal-texts'
import type { NewRating, NewRisk } from '#shared/risks/risk'

type Facts = Pick<NewRisk, 'title' | 'kind' | 'class' | 'subsystem' | 'aim' | 'cause' | 'effect'>
const found: readonly (readonly [Facts, NewRating])[] = [
  [
    {
      title: '配额价格上涨',
      kind: 'risk',
      class: 'financial',
      subsystem: 'trading',
      aim: 'result',
      cause: '免费配额逐年收紧，供热负荷增加',
      effect: '清缴成本超出预算',
    },
    { likelihood: 4, impact: 4, reason: '近两年成交均价持续上升' },
  ],
  [
    {
      title: '入炉煤元素碳化验缺失',
      kind: 'risk',
      class: 'operational',
      subsystem: 'emission',
      aim: 'prevent',
      cause: '化验仪器故障时没有备用安排',
      effect: '按缺省值计算，排放量偏高',
    },
    { likelihood: 3, impact: 3, reason: '上年发生一次，延误五天' },
  ],
  [
    {
      title: '余热利用扩大供热',
      kind: 'opportunity',
      class: 'market',
      subsystem: 'core',
      aim: 'improve',
      cause: '周边园区新增用热',
      effect: '供热比上升，单位产品排放下降',
    },
    { likelihood: 4, impact: 3, reason: '已有两家用户提出意向' },
  ],
  [
    {
      title: '未按期清缴',
      kind: 'risk',
      class: 'legal',
      subsystem: 'emission',
      aim: 'prevent',
      cause: '年底采购配额时流动性不足',
      effect: '罚款，并核减下一年度配额',
    },
    { likelihood: 2, impact: 5, reason: '未发生过，后果严重' },
  ],
]

/** A small register of risks for the sample plant, one of them with a treatment that waits for its verdict. */
export async function fillRisksSample(context: TaskContext, api: Client): Promise<void> {
  const owner = signedIn(context.db, context.user).personId
  await api.risks.setCriteria(proposal((code) => risksProposalTexts[code].zh))
  const made: Awaited<ReturnType<typeof api.risks.rateRisk>>[] = []
  for (const [facts, rating] of found) {
    const { id } = await api.risks.addRisk({ ...facts, node: null, owner, from: null, endangers: [] })
    made.push(await api.risks.rateRisk({ ...rating, id }))
  }
  const [price] = made
  if (!price) return
  const treated = await api.risks.addTreatment({
    risk: price.id,
    what: '分季度采购配额，留足 5% 余量',
    way: 'reduce',
    nature: 'preventive',
    options: [],
    process: '年度交易计划',
    owner,
    due: context.today,
    cost: '120000',
    test: '采购均价不高于年度成交均价',
    checkDue: context.today,
  })
  for (const { id } of treated.treatments)
    await api.risks.finishTreatment({ id, doneOn: context.today, note: '前三个季度已按计划采购' })
  await api.risks.recordCreditCheck({
    item: 'penalty',
    checkedOn: context.today,
    outcome: 'clean',
    result: '近三年没有行政处罚',
    source: '公共信用信息平台',
  })
}
