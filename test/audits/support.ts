import type { PersonId } from '#shared/access/model'
import type { AuditId, AuditInput } from '#shared/audits/audit'
import type { AnswerInput, ListedItem } from '#shared/audits/checklist'
import type { PlannedInput, ProgrammeInput } from '#shared/audits/programme'
import { administrator, finish, type SignedIn, startBackend, type TestBackend } from '#test/support/backend'

/** A plant in which somebody audits, and helpers that speak of audits. */
export interface Plant extends TestBackend {
  /** Leads audits; has done nothing that is audited. */
  readonly auditor: SignedIn
  readonly leader: PersonId
  readonly password: string
  readonly plan: (facts?: Partial<AuditInput>) => Promise<AuditId>
  /** Timetable, checklist and approval of a plan. */
  readonly approve: (id: AuditId) => Promise<void>
  readonly answer: (item: ListedItem, facts?: Partial<AnswerInput>) => Promise<unknown>
}

export const auditLike: AuditInput = {
  planned: null,
  title: '2026 年上半年内部审核',
  purpose: '查明体系是否符合要求并得到保持',
  methods: '查阅记录、现场观察、谈话',
  tree: 't-cieccpa',
  criteria: [{ kind: 'standard', title: 'T/CIECCPA 碳管理体系', version: 'draft-1', record: null }],
  subsystems: ['core'],
  clauses: ['9.2'],
  nodes: [],
  departments: ['体系办公室'],
  begins: '2026-06-22',
  ends: '2026-06-24',
  leader: null,
  leaderQualification: '温室气体核查员',
}
export const programmeLike: ProgrammeInput = {
  intervalMonths: 12,
  frequency: '每年一次，问题多的部门加审',
  methods: '现场审核',
  duty: '管理者代表组织，审核员实施',
  planning: '审核前十天发计划',
  reporting: '审核后十五天内签发报告',
  criteria: '标准和本单位文件',
  weights: [{ department: '生产部', importance: 'high', reason: '排放最多' }],
}
export const plannedLike: PlannedInput = {
  month: '2026-06',
  title: '上半年审核',
  subsystems: [],
  departments: [],
  leader: null,
  note: '',
}
const answerLike: Omit<AnswerInput, 'item'> = {
  verdict: 'conforming',
  note: '',
  interviewed: '',
  place: '',
  department: '',
  basis: ['record'],
  isConfirmed: false,
}
export const reportLike = {
  course: '三天，审核组一人，查阅记录并到现场',
  performance: '单位产品排放下降',
  conformity: '基本符合',
  effectiveness: '得到落实和保持',
  conclusion: '除一项外符合，理由见发现',
}

export async function startPlant(): Promise<Plant> {
  const plant = await startBackend()
  const { api } = plant
  const auditor = await plant.signInAs(['internal-auditor'])
  const leader = await personOf(plant, auditor.userId)
  return {
    ...plant,
    auditor,
    leader,
    password: administrator.password,
    plan: async (facts = {}) => (await api.audits.createAudit({ ...auditLike, leader, ...facts })).id,
    approve: async (id) => {
      const { audit } = await api.audits.audit({ id })
      await api.audits.addSession({
        audit: id,
        session: {
          day: '2026-06-22',
          from: '09:00',
          to: '11:30',
          department: '体系办公室',
          place: '会议室',
          clauses: ['9.2'],
          auditors: audit.leader === null ? [] : [audit.leader],
        },
      })
      await api.audits.buildChecklist({ audit: id })
      await finish(api.audits.approveAudit({ id, password: administrator.password }))
    },
    answer: (item, facts = {}) => auditor.api.audits.answer({ ...answerLike, ...facts, item: item.id }),
  }
}

export async function personOf({ api }: TestBackend, user: string): Promise<PersonId> {
  const staff = await api.access.staff({})
  const found = staff.find(({ userId }) => userId === user)
  if (!found) throw new Error('The user is nobody')
  return found.personId
}
