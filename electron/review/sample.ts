import { signedIn } from '#electron/access/prove'
import type { TaskContext } from '#electron/kernel/context'
import type { Client } from '#electron/kernel/in-process'
import { addDays } from '#shared/kernel/working-days'
import { monthsLater } from '#shared/review/model'

/** A review in preparation, with one input that somebody was asked for and one that was written. */
export async function fillReviewSample(context: TaskContext, api: Client): Promise<void> {
  const { today } = context
  const { personId } = signedIn(context.db, context.user)
  const { id } = await api.review.plan({
    title: `${today.slice(0, 4)} 年度碳管理评审`,
    plannedOn: addDays(today, 30),
    from: monthsLater(today, -12),
    to: today,
    place: '办公楼二楼会议室',
    chair: personId,
    invited: [personId],
  })
  await api.review.ask({
    review: id,
    topic: 'resources',
    subsystem: 'core',
    owner: personId,
    due: addDays(today, 14),
    question: '数据员、化验和计量设备方面缺什么',
  })
  await api.review.write({
    review: id,
    topic: 'communication',
    subsystem: 'core',
    text: '期间收到主管部门函件两份，均在期限内答复；没有投诉。',
  })
}
