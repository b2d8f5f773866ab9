import { signedIn } from '#electron/access/prove'
import type { TaskContext } from '#electron/kernel/context'
import type { Client } from '#electron/kernel/in-process'
import { addDays } from '#shared/kernel/working-days'
import { noCauses } from '#shared/nonconformity/model'
import type { NodeId } from '#shared/organization/model'

const fishbone = {
  ...noCauses,
  people: ['夜班只有一人值守'],
  machine: ['采样器卡死', '没有备件'],
  method: ['规程没有写明采样器故障时怎么办'],
}

/** Two nonconformities, one of them under action, and two suggestions, one of them decided. */
export async function fillNonconformitySample(
  context: TaskContext,
  api: Client,
  facility: NodeId,
): Promise<void> {
  const { today } = context
  const { personId } = signedIn(context.db, context.user)
  const common = {
    size: null,
    subsystem: 'emission',
    foundBy: personId,
    owner: personId,
    origin: null,
    due: null,
  } as const
  const { id } = await api.nonconformity.raise({
    ...common,
    title: '入炉煤采样记录缺一班',
    source: 'observation',
    requirements: ['9.1.1'],
    fact: '核对采样台账时发现一个夜班没有采样记录，当班入炉煤 412 t。',
    severity: 'minor',
    node: facility,
    foundOn: addDays(today, -40),
  })
  await api.nonconformity.keepContainment({
    id,
    correction: '用皮带秤留存的煤样补做化验，并在台账注明。',
    correctedOn: addDays(today, -39),
    correctedBy: personId,
    consequences: '当月元素碳含量少一个样本，月加权值变化小于 0.1 %，未影响已月结的数据。',
  })
  await api.nonconformity.advance({ id, act: 'contain' })
  await api.nonconformity.keepCause({
    id,
    whys: ['夜班没有采样', '自动采样器卡死', '备件没有库存', '备件清单没有覆盖采样设备'],
    fishbone,
    rootCause: '备件清单没有覆盖采样设备',
    reviewedOn: addDays(today, -35),
    reviewers: [personId],
    similar: [{ what: '二号锅炉采样器', record: null, isChecked: true, note: '备件充足' }],
    similarNote: '查了全厂三台采样设备。',
    needsAction: true,
    needReason: '同样的原因会使其他锅炉也缺样。',
  })
  await api.nonconformity.advance({ id, act: 'analyse' })
  await api.nonconformity.addAction({
    case: id,
    what: '把采样设备列入备件最低库存清单',
    owner: personId,
    due: addDays(today, 20),
  })
  await api.nonconformity.keepCheckDay({ id, checkOn: addDays(today, 50) })
  await api.nonconformity.advance({ id, act: 'plan' })
  await raiseEarlyReading(api, { ...common, node: facility, foundOn: addDays(today, -3) })
  await fillSuggestions(context, api)
}

type Raised = Parameters<Client['nonconformity']['raise']>[0]
type Common = Omit<Raised, 'title' | 'source' | 'requirements' | 'fact' | 'severity'>
async function raiseEarlyReading(api: Client, common: Common): Promise<void> {
  await api.nonconformity.raise({
    ...common,
    title: '外购电力抄表早于月末一天',
    source: 'data',
    requirements: ['A.9.1'],
    fact: '关口表读数在月末前一天抄录，与结算单相差 0.3 %。',
    severity: 'observation',
  })
}

async function fillSuggestions(context: TaskContext, api: Client): Promise<void> {
  const { personId } = signedIn(context.db, context.user)
  const common = {
    source: 'suggestion',
    origin: null,
    subsystem: 'emission',
    node: null,
    raisedBy: personId,
  } as const
  const { id } = await api.nonconformity.suggest({
    ...common,
    title: '锅炉排污水余热回收',
    idea: '连续排污扩容器后加换热器，预热化学补水。',
    benefit: '每年少用标准煤约 180 t',
    cost: '约 26 万元',
  })
  await api.nonconformity.decideImprovement({
    id,
    isAccepted: true,
    reason: '两年内收回投资，停炉检修时可以施工。',
    owner: personId,
    due: addDays(context.today, 150),
  })
  await api.nonconformity.suggest({
    ...common,
    title: '煤场采样改为双人复核',
    idea: '采样单由第二人签名后再送检。',
    benefit: '减少缺样和错样',
    cost: '',
  })
}
