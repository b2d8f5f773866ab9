import type { Client } from '#electron/kernel/in-process'
import type { ProgrammeInput } from '#shared/audits/programme'
import { standardTree } from '#shared/compliance/tree'

const programme: ProgrammeInput = {
  intervalMonths: 12,
  frequency: '每年一次完整审核；燃料管理和碳资产各加审一次',
  methods: '查阅记录、现场观察、谈话；活动数据随机抽样核对到原始凭证',
  duty: '管理者代表负责方案，组长负责每次审核，不审自己的工作和本部门',
  planning: '审核前十个工作日批准计划并发给被审部门',
  reporting: '审核结束后十五日内签发报告，不符合按 10.2 整改',
  criteria: '标准各条款、本单位现行文件、目标指标和合规义务',
  weights: [
    { department: '燃料部', importance: 'high', reason: '燃煤占排放的绝大部分' },
    { department: '生产部', importance: 'medium', reason: '' },
  ],
}

/** A programme for the running year, and the plan of its first audit, which waits for its approval. */
export async function fillSampleAudits(api: Client, today: string): Promise<void> {
  const year = Number(today.slice(0, 4))
  const [leader] = await api.access.staff({})
  const { id } = await api.audits.beginProgramme({ ...programme, year })
  const common = { programme: id, leader: leader?.personId ?? null, note: '' }
  const first = await api.audits.addPlanned({
    ...common,
    month: today.slice(0, 7),
    title: '燃料管理和排放核算审核',
    subsystems: ['emission'],
    departments: ['燃料部'],
  })
  await api.audits.addPlanned({
    ...common,
    month: `${year}-12`,
    title: '年度完整审核',
    subsystems: [],
    departments: ['燃料部', '生产部'],
  })
  const plan = await api.audits.createAudit({
    planned: first.id,
    title: '燃料管理和排放核算审核',
    purpose: '查明燃料计量、化验和排放核算是否符合要求并有效落实',
    methods: '现场观察采样和皮带秤；抽查化验单并核对到活动数据',
    tree: standardTree,
    criteria: await api.audits.criteria({}),
    subsystems: ['emission'],
    clauses: ['A.6', 'A.9'],
    nodes: [],
    departments: ['燃料部'],
    begins: today,
    ends: today,
    leader: common.leader,
    leaderQualification: '温室气体核算培训证书（示例）',
  })
  await api.audits.addSession({
    audit: plan.id,
    session: {
      day: today,
      from: '09:00',
      to: '11:30',
      department: '燃料部',
      place: '采样间和化验室',
      clauses: ['A.6', 'A.9'],
      auditors: common.leader === null ? [] : [common.leader],
    },
  })
  await api.audits.buildChecklist({ audit: plan.id })
}
