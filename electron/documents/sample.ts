import type { TaskContext } from '#electron/kernel/context'
import { type Client, runToEnd } from '#electron/kernel/in-process'

import { signApproval, signReview } from './versions.ts'

const alone = '示例电厂只有一名人员'

/** A manual and a procedure in force, a third on its way, and two documents from outside. */
export async function fillDocumentsSample(context: TaskContext, api: Client): Promise<void> {
  const [person] = await api.access.staff({})
  if (!person) throw new Error('The sample plant has nobody')
  const { personId: owner } = person
  const make = (template: string, secrecy: 'public' | 'internal') =>
    runToEnd(
      api.documents.fromTemplate({
        template,
        language: 'zh',
        number: null,
        owner,
        department: '生产技术部',
        secrecy,
        carrier: 'electronic',
        reviewMonths: 12,
        retentionYears: 5,
      }),
    )
  const send = async (id: Awaited<ReturnType<typeof make>>) => {
    const [version] = (await api.documents.document({ id })).versions
    if (!version) throw new Error('A document from a template has a version')
    const named = { reviewer: owner, approver: owner, inForceFrom: context.today }
    await api.documents.sendVersion({ id: version.id, ...named })
    return version.id
  }
  for (const template of ['manual', 'document-control']) {
    const id = await make(template, 'internal')
    const version = await send(id)
    context.promote((write) => {
      signReview(write, { id: version, note: '内容与现状一致', aloneReason: alone })
      signApproval(write, { id: version, aloneReason: alone })
    })
    await api.documents.distribute({ id, people: [owner], mustRead: true, copyNumber: null })
  }
  await send(await make('monitoring', 'internal'))
  for (const facts of externals)
    await runToEnd(api.documents.addExternal({ ...facts, owner, checkMonths: 6, upload: null }))
}

const externals = [
  {
    number: 'GB/T 32151.1-2015',
    title: '温室气体排放核算与报告要求 第1部分：发电企业',
    issuer: '国家标准化管理委员会',
    edition: '2015',
    effectiveFrom: '2016-06-01',
    usedFor: '排放核算与报告',
    source: '国家标准全文公开系统',
  },
  {
    number: 'GB 17167-2006',
    title: '用能单位能源计量器具配备和管理通则',
    issuer: '国家标准化管理委员会',
    edition: '2006',
    effectiveFrom: '2007-01-01',
    usedFor: '计量器具配备',
    source: '国家标准全文公开系统',
  },
]
