import { globSync, readFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { byItself, offers } from '#electron/areas'
import { keepTasks } from '#electron/kernel/task-keeper'
import { type Role, roles } from '#shared/access/model'
import { permissionsOf } from '#shared/access/permissions'
import { areas } from '#shared/kernel/areas'
import { texts } from '#shared/texts'
import { startBackend, type TestBackend } from '#test/support/backend'
import { offeredOn } from '#test/support/tasks'

let plant: TestBackend
beforeAll(async () => {
  plant = await startBackend({ sample: true })
})
afterAll(() => plant.close())

/** What a column is called that holds a day by which something is to be done, or from which such a day is counted. */
const dueLike =
  /(^|_)(due|due_on|answer_by|ends|until|valid_to|valid_until|review_on|next_on|next_review|planned_on|planned_due|check_on|check_due|occurs_on|effective_on)$|_until$|_months$|^retention_years$/

/** By which task each such day stands in the calendar. */
const shown: Readonly<Record<string, string>> = {
  'assets_years.year': 'assets.task.surrender',
  'audits_audits.begins': 'audits.task.approve',
  'audits_audits.ends': 'audits.task.report',
  'audits_planned.month': 'audits.task.planned',
  'audits_programmes.interval_months': 'audits.task.interval',
  'audits_receipts.due': 'audits.task.receive-plan',
  'audits_sessions.day': 'audits.task.session',
  'competence_held.valid_to': 'competence.task.expires',
  'competence_messages.due': 'competence.task.decide',
  'competence_trainings.planned_on': 'competence.task.hold',
  'compliance_assignments.due_on': 'compliance.task.gap',
  'compliance_fulfilments.due': 'compliance.task.deadline',
  'compliance_obligation_reviews.next_review': 'compliance.task.review',
  'compliance_obligations.evaluation_months': 'compliance.task.evaluate',
  'compliance_obligations.next_review': 'compliance.task.review',
  'documents_externals.check_months': 'documents.task.check-edition',
  'documents_items.retention_years': 'documents.task.dispose',
  'documents_items.review_months': 'documents.task.judge-fitness',
  'monitoring_certificates.valid_until': 'monitoring.task.calibrate-overdue',
  'monitoring_deviations.due_on': 'monitoring.task.answer-deviation',
  'monitoring_meters.calibration_months': 'monitoring.task.calibrate-overdue',
  'monitoring_plan_submissions.due_on': 'monitoring.task.submit-plan',
  'nonconformity_actions.due': 'nonconformity.task.act',
  'nonconformity_cases.check_on': 'nonconformity.task.check',
  'nonconformity_cases.due': 'nonconformity.task.close',
  'nonconformity_improvements.answer_by': 'nonconformity.task.answer',
  'nonconformity_improvements.due': 'nonconformity.task.improve',
  'organization_appointments.valid_to': 'organization.task.succeed',
  'organization_declarations.review_on': 'organization.task.review-scope',
  'organization_issues.review_on': 'organization.task.review-issue',
  'organization_parties.review_on': 'organization.task.review-party',
  'organization_reviews.next_on': 'organization.task.review-policy',
  'performance_changes.occurs_on': 'performance.task.approve-change',
  'performance_criteria.review_on': 'performance.task.criterion-review',
  'performance_measure_milestones.due': 'performance.task.milestone',
  'performance_measures.due': 'performance.task.measure',
  'performance_supplier_evaluations.next_on': 'performance.task.evaluate-supplier',
  'performance_system_reviews.next_on': 'performance.task.review-emission',
  'performance_system_reviews.planned_on': 'performance.task.hold-review-emission',
  'performance_targets.due': 'performance.task.target',
  'review_decisions.due': 'review.task.decision',
  'review_fills.due': 'review.task.fill',
  'review_reviews.planned_on': 'review.task.meet',
  'risks_criteria.review_months': 'risks.task.review',
  'risks_treatments.check_due': 'risks.task.check',
  'risks_treatments.due': 'risks.task.treat',
  'verification_bodies.valid_to': 'verification.task.recognition',
  'verification_requests.due_on': 'verification.task.answer',
  'verification_statements.valid_to': 'verification.task.statement-ends',
  'verification_steps.planned_due': 'verification.task.inventory-agreement',
}

const validity = 'says for how long something is so; nobody has to do anything on its last day'
/** Why such a column asks nothing of anybody. */
const asksNothing: Readonly<Record<string, string>> = {
  'access_delegations.valid_to': validity,
  'access_grants.valid_to': validity,
  'activity_lab_samples.kept_until': 'a sample is kept at least until then',
  'assets_units.valid_to': validity,
  'compliance_obligation_texts.effective_on': 'what a text asks by a day is a deadline of its obligation',
  'kernel_reminders.due': 'stands in the calendar of its owner alone, as the desk adds it',
  'kernel_tasks.due': 'is the calendar',
  'monitoring_meter_uses.valid_to': validity,
  'monitoring_parameters.valid_to': validity,
  'monitoring_plans.valid_to': validity,
  'monitoring_sources.valid_to': validity,
  'organization_boundaries.valid_to': validity,
  'organization_declarations.valid_to': validity,
  'organization_nodes.valid_to': validity,
}

it('every day by which something is due in any area stands in the calendar, or it is said why it asks nothing', () => {
  const columns = plant.backend.spine
    .store()
    .sqlite.prepare(
      `SELECT item.name || '.' || field.name AS name FROM sqlite_schema AS item, pragma_table_info(item.name) AS field
       WHERE item.type = 'table' ORDER BY 1`,
    )
    .pluck()
    .all() as string[]
  const known = new Set([...Object.keys(shown), ...Object.keys(asksNothing)])
  expect(columns.filter((name) => dueLike.test(name.split('.')[1]!) && !known.has(name))).toEqual([])
  expect([...known].filter((name) => !columns.includes(name))).toEqual([])
})

it('each of these tasks is offered by the sample plant in the course of its years, or held by a test of its area', () => {
  const days = [2025, 2026, 2027].flatMap((year) =>
    ['01', '04', '07', '10'].map((month) => `${year}-${month}-15`),
  )
  const offered = new Set(days.flatMap((today) => offeredOn(plant.backend, today).map(({ code }) => code)))
  const tested = areas.flatMap((area) =>
    globSync(`test/${area}/*.ts`).map((file) => readFileSync(file, 'utf8')),
  )
  const isNamed = (text: string, code: string) => {
    const [area, last] = code.split('.task.') as [string, string]
    return text.includes(code) || (text.includes(`'${area}.task.'`) && text.includes(last))
  }
  const isProven = (code: string) => offered.has(code) || tested.some((text) => isNamed(text, code))
  expect([...new Set(Object.values(shown))].filter((code) => !isProven(code))).toEqual([])
  expect([...offered].filter((code) => !Object.hasOwn(texts, code))).toEqual([])
})

/** Of what falls to nobody by name in the sample plant, what has to fall to whoever holds a role. */
const fallsTo: Readonly<Partial<Record<Role, readonly string[]>>> = {
  'top-management': ['audits.task.approve', 'nonconformity.task.answer'],
  'management-representative': [
    'audits.task.approve',
    'audits.task.programme',
    'competence.task.decide',
    'compliance.task.review',
    'nonconformity.task.answer',
    'performance.task.hold-review-emission',
    'risks.task.check',
    'verification.task.answer',
  ],
  'carbon-manager': ['compliance.task.review', 'performance.task.hold-review-emission', 'risks.task.check'],
  'data-owner': ['activity.task.collect', 'competence.task.decide'],
  'internal-auditor': ['audits.task.programme'],
  'document-controller': ['competence.task.decide'],
}

it.each(roles)(
  'the start page tells %s what is due and late for the role, and nothing that it cannot do',
  async (role) => {
    keepTasks(plant.backend.spine, byItself.taskSources)
    const { api } = await plant.signInAs([role])
    const tasks = await api.desk.tasks({ from: '2026-06-30', to: '2026-07-30', withOverdue: true })
    const own = tasks.filter(({ isMine, state }) => isMine && state === 'open')
    const codes = own.map(({ code }) => code.replace('collect-by', 'collect'))
    expect(codes).toEqual(expect.arrayContaining([...(fallsTo[role] ?? [])]))
    const held = [...permissionsOf(role)]
      .filter((each) => !each.endsWith('.read'))
      .map((each) => each.split('.')[0])
    expect(own.filter(({ area }) => !held.includes(area))).toEqual([])
  },
)

/** Records without a side of their own: they stand in another, whose history has the lines that name it. */
const partOf: Readonly<Record<string, string>> = {
  'compliance/evaluation': 'compliance/obligation',
  'organization/appointment': 'organization/post',
  'organization/need': 'organization/party',
  'performance/measure': 'performance/objective',
  'verification/request': 'verification/case',
}

it('every record that can be found has a page with its links, comments and history, or is part of one that has', () => {
  const { around, store } = plant.backend.spine
  const found = Object.values(offers.records).flatMap((source) => source(store().read, around))
  const kinds = new Set(found.map(({ record }) => record.split('/').slice(0, 2).join('/')))
  const files = globSync('renderer/*/*.tsx').map((file) => readFileSync(file, 'utf8'))
  const sides = new Set(
    files
      .filter((text) => /<(RecordSide|FoldedSide|ListPage)/.test(text))
      .flatMap((text) => [
        ...[...text.matchAll(/`([a-z]+\/[a-z-]+)\/?\$\{/g)].map(([, kind]) => kind!),
        ...[...text.matchAll(/kind="([a-z]+)"/g)].map(([, kind]) => `competence/${kind}`),
      ]),
  )
  const isShown = (kind: string) => sides.has(kind) || sides.has(partOf[kind] ?? '')
  expect([...kinds].filter((kind) => !isShown(kind))).toEqual([])
})
