import type { Wording } from '#shared/kernel/texts'

/** What clause 7 says to the conformity map, to the calendar and to the management review. */
export const competenceOfferedTexts = {
  'competence.signal.people': { zh: '有 {count} 人具备这项能力', en: '{count} people are able to' },
  'competence.signal.nobody': { zh: '没有人登记具备这项能力', en: 'Nobody is registered as able to' },
  'competence.signal.no-needs': {
    zh: '尚未确定各岗位需要的能力',
    en: 'What posts must be able to do is not determined',
  },
  'competence.signal.able': { zh: '各岗位所需能力都已具备', en: 'Every post has what it needs' },
  'competence.signal.gaps': { zh: '能力缺口 {count} 处', en: '{count} gaps in competence' },
  'competence.signal.no-resources': { zh: '{year} 年没有资源计划', en: 'No resource plan for {year}' },
  'competence.signal.short': {
    zh: '{year} 年 {count} 项资源批准不足',
    en: '{count} resources of {year} are short',
  },
  'competence.signal.undecided': {
    zh: '{year} 年 {count} 项资源尚未批复',
    en: '{count} resources of {year} are undecided',
  },
  'competence.signal.granted': {
    zh: '{year} 年 {count} 项资源均已批准',
    en: 'All {count} resources of {year} are granted',
  },
  'competence.signal.no-training': { zh: '没有评价过效果的培训', en: 'No training whose effect was judged' },
  'competence.signal.unjudged': {
    zh: '{count} 次培训待评价效果',
    en: '{count} trainings wait for a judgement',
  },
  'competence.signal.trained': { zh: '{count} 次培训已评价效果', en: '{count} trainings were judged' },
  'competence.signal.no-plan': { zh: '没有信息交流安排', en: 'No plan of who is told what' },
  'competence.signal.undecided-messages': {
    zh: '{count} 项重要信息尚无处理决定',
    en: '{count} important communications without a decision',
  },
  'competence.signal.duties-told': {
    zh: '机构和岗位权责已向{party}公布（{number}，{on}）',
    en: 'The duties were made known to {party} ({number}, {on})',
  },
  'competence.signal.duties-changed': {
    zh: '最近一次公布（{number}，{on}）之后任命有变化',
    en: 'Appointments changed since the duties were last made known ({number}, {on})',
  },
  'competence.signal.duties-untold': {
    zh: '机构和岗位权责没有公布记录',
    en: 'There is no record that the duties were made known',
  },
  'competence.signal.told': {
    zh: '信息交流有安排，重要事项均有决定',
    en: 'There is a plan, and every important matter has a decision',
  },
  'competence.signal.disclosed': { zh: '已批准披露 {count} 份', en: '{count} disclosures approved' },
  'competence.signal.undisclosed': { zh: '没有经批准的披露', en: 'No approved disclosure' },
  'competence.task.expires': {
    zh: '{name} 的“{skill}”资格 {on} 失效',
    en: '{name}’s “{skill}” expires on {on}',
  },
  'competence.task.hold': { zh: '举办培训 {number}：{title}', en: 'Hold training {number}: {title}' },
  'competence.task.judge': {
    zh: '评价培训 {number} 的效果：{title}',
    en: 'Judge the effect of training {number}: {title}',
  },
  'competence.task.decide': { zh: '答复 {number}：{subject}', en: 'Answer {number}: {subject}' },
  'competence.review.short': {
    zh: '资源“{name}”缺 {gap} {unit}',
    en: 'Resource “{name}” is short of {gap} {unit}',
  },
  'competence.review.gap': {
    zh: '{post} 的“{skill}”具备 {held} 级，需要 {needed} 级',
    en: '{post} holds level {held} of “{skill}”, needs {needed}',
  },
  'competence.review.unaware': {
    zh: '{count} 项告知尚未由本人确认',
    en: '{count} people did not confirm awareness',
  },
  'competence.review.said': { zh: '{number} {party}：{subject}', en: '{number} {party}: {subject}' },
  'competence.review.decided': {
    zh: '{number} {party}：{subject}，决定：{decision}',
    en: '{number} {party}: {subject}; decided: {decision}',
  },
} satisfies Record<`competence.${string}`, Wording>
