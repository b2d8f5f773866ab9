import { signedIn } from '#electron/access/prove'
import type { TaskContext } from '#electron/kernel/context'
import type { Client } from '#electron/kernel/in-process'
import { subsystems } from '#shared/organization/boundary'
import type { Issue } from '#shared/organization/context'
import { policyModel } from '#shared/organization/policy-template'
import { bodyDuties, generalDuties } from '#shared/organization/posts'

import { signDeclaration } from './declarations.ts'

/** Context and leadership of the sample plant: enough that every page of clauses 4 and 5 has something to show. */
export async function fillOrganizationSample(context: TaskContext, api: Client): Promise<void> {
  const own = signedIn(context.db, context.user).personId
  const next = `${Number(context.today.slice(0, 4)) + 1}${context.today.slice(4, 7)}-01`
  const facts = { owner: own, identifiedOn: '2025-01-06', reviewOn: next }
  const made: Issue[] = []
  for (const issue of issues) made.push(await api.organization.saveIssue({ id: null, ...issue, ...facts }))
  const combined = ['strength', 'threat'].flatMap((field) => made.find((each) => each.field === field) ?? [])
  await api.organization.saveStrategy({
    id: null,
    kind: 'ST',
    statement: '以余热深度利用降低供电煤耗，减小配额缺口',
    issues: combined.map(({ id }) => id),
    owner: own,
  })
  for (const party of parties)
    await api.organization.saveParty({
      id: null,
      ...party,
      owner: own,
      reviewOn: next,
      needs: party.needs.map((need) => ({ id: null, ...need })),
    })
  for (const subsystem of subsystems)
    await api.organization.decideSubsystem({
      subsystem,
      isAdopted: subsystem !== 'neutrality',
      reason: subsystem === 'neutrality' ? '示例工厂尚无碳中和目标' : null,
      since: '2025-01-01',
    })
  await declarePolicy(context, api, next)
  await fillPosts(api, own)
}

async function declarePolicy(context: TaskContext, api: Client, reviewOn: string): Promise<void> {
  const id = await api.organization.saveDeclaration({
    id: null,
    subsystem: 'core',
    content: {
      kind: 'policy',
      title: '碳管理方针',
      textEn: policyModel('core', 'en').text,
      ...policyModel('core', 'zh'),
    },
    reason: null,
    validFrom: '2025-01-01',
    reviewOn,
  })
  await api.organization.submitDeclaration({ id })
  context.promote((write) => signDeclaration(write, id, '示例工厂为单人模式'))
}

async function fillPosts(api: Client, person: ReturnType<typeof signedIn>['personId']): Promise<void> {
  const body = await api.organization.saveBody({
    id: null,
    parent: null,
    name: '碳管理领导小组',
    level: 'plant',
    form: null,
    host: null,
    staff: null,
    note: null,
  })
  const office = await api.organization.saveBody({
    id: null,
    parent: body.id,
    name: '碳管理办公室',
    level: 'plant',
    form: 'merged',
    host: '生产技术部',
    staff: 2,
    note: null,
  })
  const shared = { id: null, isHead: true, moneyLimit: null }
  const top = await api.organization.savePost({
    ...shared,
    body: body.id,
    kind: 'top-management',
    title: '总经理',
    authority: '批准方针、边界、目标和预算',
    duties: [],
  })
  const post = await api.organization.savePost({
    ...shared,
    body: office.id,
    kind: 'management-representative',
    title: '管理者代表',
    authority: '组织建立和运行碳管理体系，审批数据收集计划',
    duties: [...generalDuties, ...bodyDuties.filter((duty) => duty !== '5.3.2-c-9')],
  })
  for (const each of [top, post]) {
    const appointment = { post: each, person, capacity: 'holder', validFrom: '2025-01-01' } as const
    const { id } = await api.organization.appoint(appointment)
    await api.organization.acknowledge({ record: `organization/appointment/${id}` })
  }
}

const issues = [
  {
    field: 'strength',
    theme: 'technology',
    title: '余热回收技术成熟',
    effect: '节能改造见效快，单位供热排放可持续下降',
  },
  {
    field: 'weakness',
    theme: 'data',
    title: '入厂煤逐批检测能力不足',
    effect: '元素碳缺测时须用缺省值，核算结果偏高',
  },
  {
    field: 'opportunity',
    theme: 'market',
    title: '工业园区新增集中供热需求',
    effect: '热电比提高，供热碳强度下降',
  },
  {
    field: 'threat',
    theme: 'regulation',
    title: '配额基准值逐年收紧',
    effect: '配额由盈转缺，履约成本上升',
  },
  {
    field: 'threat',
    theme: 'climate',
    title: '夏季持续高温使循环水温升高',
    effect: '真空下降，供电煤耗升高',
  },
] as const

const parties = [
  {
    name: '省生态环境厅',
    category: 'external',
    channel: '管理平台、来函',
    needs: [
      { what: '每年按期报送排放报告并清缴配额', isObligation: true, answer: null },
      { what: '按月存证燃煤元素碳等关键参数', isObligation: true, answer: '每月 40 日内上传' },
    ],
  },
  {
    name: '全体员工',
    category: 'internal',
    channel: '班组会、公告栏',
    needs: [{ what: '了解碳管理要求并得到培训', isObligation: false, answer: '年度培训计划' }],
  },
  {
    name: '市气象台',
    category: 'climate',
    channel: '预警短信',
    needs: [{ what: '按高温、暴雨预警调整运行方式', isObligation: false, answer: '纳入应急预案' }],
  },
] as const
