import { signedIn } from '#electron/access/prove'
import type { TaskContext } from '#electron/kernel/context'
import type { Client } from '#electron/kernel/in-process'
import type { JudgementInput } from '#shared/compliance/conformity'
import { standardTree } from '#shared/compliance/tree'
import { addDays } from '#shared/kernel/working-days'

type Said = Pick<JudgementInput, 'requirements' | 'state' | 'reason' | 'note'>

const judged: readonly Said[] = [
  {
    requirements: ['A.6.1-c', 'A.6.1-c-1', 'A.6.1-c-2', 'A.6.1-c-3', '6.1.2-b'],
    state: 'full',
    reason: '记录口径不同：影响因素写在排放源识别表里，已核对原件',
    note: '对照排放源识别表逐项看过：产品、工艺设备、燃料三个方面均已列入。',
  },
  {
    requirements: ['A.6.1-c-4', 'A.6.1-c-5'],
    state: 'partial',
    reason: null,
    note: '规章制度和人员方面只列了名称，没有分析影响。',
  },
  {
    requirements: ['6.1.3-d'],
    state: 'not-applicable',
    reason: '本厂不做碳金融衍生品交易',
    note: null,
  },
]

/** What somebody judged of the sample plant, and two gaps that somebody sees to. */
export async function fillConformitySample(context: TaskContext, api: Client): Promise<void> {
  const { today } = context
  for (const said of judged)
    await api.compliance.judge({
      ...said,
      requirements: [...said.requirements],
      tree: standardTree,
      judgedOn: today,
    })
  const person = signedIn(context.db, context.user).personId
  await api.compliance.assign({
    tree: standardTree,
    requirements: ['A.6.5.2.2-p1', 'A.9.1-a'],
    owner: { person, dueOn: addDays(today, 45), step: '编制监测计划并报批' },
  })
}
