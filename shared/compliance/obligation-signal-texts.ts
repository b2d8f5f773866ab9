import type { Wording } from '#shared/kernel/texts'

/** What obligations say to other areas: signals, inputs of the management review, tasks, findings; and the trail. */
export const obligationSignalTexts = {
  'compliance.signal.none': { zh: '没有判定适用的合规义务', en: 'No obligation in force is judged to apply' },
  'compliance.signal.registered': { zh: '适用的合规义务 {count} 项', en: '{count} obligations apply' },
  'compliance.signal.unevaluated': {
    zh: '{count} 项义务从未做过合规性评价',
    en: '{count} obligations were never evaluated',
  },
  'compliance.signal.evaluated': {
    zh: '{count} 项义务均已评价',
    en: 'All {count} obligations were evaluated',
  },
  'compliance.signal.undecided': {
    zh: '{count} 项要求尚未判定是否适用',
    en: 'Whether {count} requirements apply is not decided',
  },
  'compliance.signal.decided': {
    zh: '{count} 项均已判定是否适用',
    en: 'Applicability of all {count} is decided',
  },
  'compliance.signal.no-text': {
    zh: '{count} 项义务没有可离线查阅的文本',
    en: '{count} obligations have no text at hand',
  },
  'compliance.signal.at-hand': {
    zh: '{count} 项义务的文本均可离线查阅',
    en: 'The texts of all {count} are at hand',
  },
  'compliance.signal.unapplied': {
    zh: '{count} 项义务没有落到过程和岗位',
    en: '{count} obligations are not tied to process and post',
  },
  'compliance.signal.applied': {
    zh: '{count} 项义务均已落到过程和岗位',
    en: 'All {count} are tied to process and post',
  },
  'compliance.signal.review-late': {
    zh: '{count} 项义务复核逾期',
    en: '{count} obligations are past their review',
  },
  'compliance.signal.reviewed': {
    zh: '{count} 项义务均在复核期内',
    en: 'All {count} are within their review',
  },
  'compliance.signal.evaluation-late': {
    zh: '{count} 项义务的合规性评价逾期',
    en: '{count} obligations are past their evaluation',
  },
  'compliance.signal.in-time': { zh: '{count} 项义务均按期评价', en: 'All {count} are evaluated in time' },
  'compliance.signal.unanswered': {
    zh: '{count} 项义务评价为不符合，尚未开立不符合',
    en: '{count} obligations were found unmet and no nonconformity was raised',
  },
  'compliance.signal.answered': { zh: '评价出的不符合均已开立', en: 'Every breach found was raised' },
  'compliance.signal.unapproved': {
    zh: '{count} 次评价未经批准',
    en: '{count} evaluations are not approved',
  },
  'compliance.signal.approved': { zh: '{count} 次评价均经批准', en: 'All {count} evaluations are approved' },

  'compliance.review.new': { zh: '新增合规义务 {number} {title}', en: 'New obligation {number} {title}' },
  'compliance.review.ended': {
    zh: '合规义务 {number} {title} 终止：{reason}',
    en: 'Obligation {number} {title} ended: {reason}',
  },
  'compliance.review.changed': {
    zh: '{number} {title} 更新为第 {version} 版：{reason}',
    en: '{number} {title} changed to version {version}: {reason}',
  },
  'compliance.review.met': { zh: '{number} {title}：{on} 评价为符合', en: '{number} {title}: met, {on}' },
  'compliance.review.partly': {
    zh: '{number} {title}：{on} 评价为部分符合，{finding}',
    en: '{number} {title}: partly met, {on}; {finding}',
  },
  'compliance.review.not-met': {
    zh: '{number} {title}：{on} 评价为不符合，{finding}',
    en: '{number} {title}: not met, {on}; {finding}',
  },
  'compliance.review.not-applicable': {
    zh: '{number} {title}：{on} 评价为不适用',
    en: '{number} {title}: not applicable, {on}',
  },
  'compliance.review.overdue': {
    zh: '{number} {title} 的复核或评价逾期',
    en: '{number} {title} is past its review or evaluation',
  },

  'compliance.task.review': {
    zh: '复核合规义务 {number}：{title}',
    en: 'Review obligation {number}: {title}',
  },
  'compliance.task.evaluate': {
    zh: '评价合规义务 {number} 的履行情况：{title}',
    en: 'Evaluate compliance with {number}: {title}',
  },
  'compliance.task.deadline': {
    zh: '{what}（{number}，法定期限 {legal}）',
    en: '{what} ({number}, by law until {legal})',
  },

  'compliance.obligation.finding.undecided': {
    zh: '{number} {title} 尚未判定是否适用',
    en: 'Whether {number} {title} applies is not decided',
  },
  'compliance.obligation.finding.review-late': {
    zh: '{number} {title} 应于 {due} 复核',
    en: '{number} {title} was to be reviewed by {due}',
  },
  'compliance.obligation.finding.evaluation-late': {
    zh: '{number} {title} 应于 {due} 评价',
    en: '{number} {title} was to be evaluated by {due}',
  },
  'compliance.obligation.finding.deadline-missed': {
    zh: '{number}：“{what}”期限为 {due}，没有完成记录',
    en: '{number}: “{what}” was due on {due} and is not on record as done',
  },
  'compliance.obligation.finding.unanswered': {
    zh: '{number} {title} 的评价 {evaluation} 不符合，还没有开立不符合',
    en: 'Evaluation {evaluation} found {number} {title} unmet; no nonconformity was raised',
  },
  'compliance.obligation.finding.text-newer': {
    zh: '{number} {title} 已更新为第 {version} 版，之后没有再评价',
    en: '{number} {title} changed to version {version} after it was evaluated',
  },
  'compliance.obligation.finding.applies-nowhere': {
    zh: '{number} {title} 没有落到任何过程、岗位、条款或单元',
    en: '{number} {title} is tied to no process, post, clause or place',
  },
  'compliance.obligation.finding.no-owner': {
    zh: '{number} {title} 没有责任人',
    en: 'Nobody answers for {number} {title}',
  },
  'compliance.obligation.finding.no-text': {
    zh: '{number} {title} 没有文本，离线时查不到原文',
    en: '{number} {title} has no text; it cannot be read offline',
  },
  'compliance.obligation.finding.no-effective-day': {
    zh: '{number} {title} 没有施行日期',
    en: '{number} {title} has no effective date',
  },

  'compliance.did.addObligation': { zh: '登记合规义务', en: 'Registered an obligation' },
  'compliance.did.editObligation': { zh: '修改合规义务', en: 'Changed an obligation' },
  'compliance.did.changeObligationText': {
    zh: '更新合规义务的文本',
    en: 'Changed the text of an obligation',
  },
  'compliance.did.removeObligation': { zh: '删除合规义务', en: 'Removed an obligation' },
  'compliance.did.endObligation': { zh: '终止合规义务', en: 'Ended an obligation' },
  'compliance.did.resumeObligation': { zh: '恢复合规义务', en: 'Resumed an obligation' },
  'compliance.did.reviewObligation': { zh: '复核合规义务', en: 'Reviewed an obligation' },
  'compliance.did.addDeadline': { zh: '添加履行期限', en: 'Added a deadline' },
  'compliance.did.endDeadline': { zh: '停用履行期限', en: 'Ended a deadline' },
  'compliance.did.fulfilDeadline': { zh: '登记按期履行', en: 'Recorded that a deadline was kept' },
  'compliance.did.evaluateObligation': { zh: '评价合规义务', en: 'Evaluated an obligation' },
  'compliance.did.approveEvaluation': { zh: '批准合规性评价', en: 'Approved an evaluation' },
  'compliance.did.takeObligations': {
    zh: '从库中选取合规义务',
    en: 'Took over obligations from the library',
  },

  'compliance.table.obligations': { zh: '合规义务', en: 'obligations' },
  'compliance.table.obligation_texts': { zh: '合规义务的文本', en: 'texts of obligations' },
  'compliance.table.obligation_reviews': { zh: '合规义务的复核', en: 'reviews of obligations' },
  'compliance.table.deadlines': { zh: '履行期限', en: 'deadlines' },
  'compliance.table.fulfilments': { zh: '履行记录', en: 'deadlines kept' },
  'compliance.table.evaluations': { zh: '合规性评价', en: 'evaluations of compliance' },
  'compliance.column.subsystem': { zh: '分体系', en: 'Subsystem' },
  'compliance.column.processes': { zh: '适用过程', en: 'Processes' },
  'compliance.column.posts': { zh: '适用岗位', en: 'Posts' },
  'compliance.column.clauses': { zh: '适用条款', en: 'Clauses' },
  'compliance.column.nodes': { zh: '适用单元', en: 'Places' },
  'compliance.column.owner': { zh: '责任人', en: 'Owner' },
  'compliance.column.weight': { zh: '重要程度', en: 'Weight' },
  'compliance.column.evaluation_months': { zh: '评价间隔（月）', en: 'Months between evaluations' },
  'compliance.column.interval_reason': { zh: '间隔理由', en: 'Reason of the interval' },
  'compliance.column.next_review': { zh: '下次复核', en: 'Next review' },
  'compliance.column.applicability': { zh: '是否适用', en: 'Applicability' },
  'compliance.column.applicability_reason': { zh: '判定理由', en: 'Reason of the judgement' },
  'compliance.column.registered_on': { zh: '登记日期', en: 'Registered on' },
  'compliance.column.ended_on': { zh: '终止日期', en: 'Ended on' },
  'compliance.column.end_reason': { zh: '终止理由', en: 'Reason of ending' },
  'compliance.column.obligation_id': { zh: '合规义务', en: 'Obligation' },
  'compliance.column.issuer': { zh: '发布机构', en: 'Issuer' },
  'compliance.column.effective_on': { zh: '施行日期', en: 'In force from' },
  'compliance.column.text': { zh: '文本', en: 'Text' },
  'compliance.column.reviewed_on': { zh: '复核日期', en: 'Reviewed on' },
  'compliance.column.conclusion': { zh: '复核结论', en: 'Conclusion' },
  'compliance.column.rule': { zh: '期限规则', en: 'Rule' },
  'compliance.column.lead_days': { zh: '提前天数', en: 'Days ahead' },
  'compliance.column.since': { zh: '起算日期', en: 'Since' },
  'compliance.column.deadline_id': { zh: '履行期限', en: 'Deadline' },
  'compliance.column.due': { zh: '期限', en: 'Due' },
  'compliance.column.done_on': { zh: '完成日期', en: 'Done on' },
  'compliance.column.result': { zh: '结果', en: 'Result' },
  'compliance.column.finding': { zh: '评价发现', en: 'What was found' },
  'compliance.column.proof': { zh: '证据', en: 'Proof' },
  'compliance.column.evaluated_on': { zh: '评价日期', en: 'Evaluated on' },
  'compliance.column.alone_reason': { zh: '一人办理的理由', en: 'Reason of who is alone' },
} satisfies Record<`compliance.${string}`, Wording>
