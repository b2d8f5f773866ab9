import { signedIn } from '#electron/access/prove'
import type { TaskContext } from '#electron/kernel/context'
import type { Client } from '#electron/kernel/in-process'
import { stageUpload } from '#electron/kernel/uploads'
import { obligationFacts } from '#shared/compliance/obligation'
import { monthsLater } from '#shared/kernel/period'

const taken = [
  'ets-regulation',
  'ets-notice-2026',
  'guideline-power',
  'environmental-disclosure',
  'ccer-measures',
]

/** Obligations of the sample plant out of the library, judged but for one, and two evaluations of them. */
export async function fillObligationsSample(context: TaskContext, api: Client): Promise<void> {
  const owner = signedIn(context.db, context.user).personId
  const all = await api.compliance.takeObligations({ refs: taken, language: 'zh' })
  const judged = all.slice(0, -1)
  for (const each of judged)
    await api.compliance.editObligation({
      ...obligationFacts.parse(each),
      id: each.id,
      owner,
      posts: ['碳管理员'],
      nextReview: monthsLater(context.today, 12),
      applicability: 'applies',
      applicabilityReason: '本厂列入重点排放单位名录',
    })
  const results = [
    ['met', '上年度排放报告按期报送，原始记录保存完整', '报送回执'],
    ['partly', '二季度两批入炉煤的存证晚于四十日', '存证系统导出记录'],
  ] as const
  for (const [index, [result, finding, proof]] of results.entries()) {
    const obligation = judged[index]
    if (!obligation) continue
    const body = new Blob([`${obligation.number} ${proof}`]).stream() as ReadableStream<Uint8Array>
    const upload = await stageUpload(context.folder, { name: `${proof}.txt`, type: 'text/plain', body })
    await api.compliance.evaluateObligation({
      obligation: obligation.id,
      result,
      finding,
      proof,
      evaluatedOn: context.today,
      uploads: [upload],
    })
  }
}
