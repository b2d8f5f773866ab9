import { workCalendarOf } from '#electron/kernel/work-calendar'
import { performanceTasks } from '#electron/performance/due-tasks'
import type { NewChange } from '#shared/performance/change'
import type { CriterionFacts } from '#shared/performance/operation'
import type { TestBackend } from '#test/support/backend'

export const changeLike: NewChange = {
  title: '二号锅炉改烧天然气',
  what: '二号锅炉由燃煤改为天然气',
  kind: 'process',
  planned: false,
  node: null,
  occursOn: '2026-05-01',
  effect: '-1200.5',
  effectUnit: 'tCO2e',
  effectNote: '按两种燃料的含碳量计算',
  assetEffect: '',
  measures: '',
  person: null,
  origin: null,
}
export const criterionLike: CriterionFacts = {
  process: '购电管理',
  subsystem: 'emission',
  node: null,
  requirement: '每月购入电量不超过计划',
  parameter: null,
  per: 'month',
  low: null,
  high: '850',
  unit: 'MWh',
  source: '年度生产计划',
  resource: '电力调度员一名',
  records: '月度用电报表',
  person: null,
  reviewOn: null,
}

/** What is open now, by code. */
export function openTasks({ backend }: { readonly backend: TestBackend }): string[] {
  const { store, around, dayAt } = backend.backend.spine
  const { read } = store()
  const at = { today: dayAt(around.now()), calendar: workCalendarOf(read), around }
  return performanceTasks(read, at).flatMap(({ code, isDone }) => (isDone ? [] : [code]))
}
