import type { Wording } from '#shared/kernel/texts'

/** System reviews: their items, what the records say of them, and their pages. */
export const performanceSystemReviewTexts = {
  'performance.unknown-system-review': { zh: '找不到该评审', en: 'There is no such review' },
  'performance.unknown-review-item': { zh: '该评审没有 {key} 项', en: 'The review has no item {key}' },
  'performance.unknown-review-method': { zh: '找不到该评审方法', en: 'There is no such review method' },
  'performance.system-review-twice': {
    zh: '该子体系的评审 {number} 还没有完成',
    en: 'Review {number} of this subsystem is not finished yet',
  },
  'performance.system-review-begun': {
    zh: '{number} 已经开始，不能删除',
    en: '{number} was begun and is kept',
  },
  'performance.system-review-finished': {
    zh: '{number} 已完成并锁定，请以更正条目补充',
    en: '{number} is finished and locked; add a correction beside it',
  },
  'performance.system-review-open': {
    zh: '{number} 还没有完成，可以直接修改',
    en: '{number} is not finished; change it as it is',
  },
  'performance.system-review-lacks': {
    zh: '{number} 还缺 {missing} 项，不能完成',
    en: '{number} still lacks {missing} things and cannot be finished',
  },
  'performance.system-review-in-future': {
    zh: '评审日期 {on} 不能在今天之后',
    en: 'A review held on {on} cannot be after today',
  },
  'performance.system-review-next': {
    zh: '下次评审 {on} 应在本次之后',
    en: 'The next review on {on} has to come after this one',
  },
  'performance.system-review-signed': { zh: '体系评审结论属实', en: 'The system review is as it was held' },

  'performance.system-reviews': { zh: '体系评审', en: 'System reviews' },
  'performance.system-reviews.purpose': {
    zh: '按成文的方法和准则评审碳排放、碳交易、碳资产和碳中和；边界、产量、工艺或原料重大变化时重新评审。',
    en: 'Emissions, trading, carbon assets and neutrality are reviewed by a written method, at intervals and whenever boundary, output, process or raw material change greatly.',
  },
  'performance.system-reviews.standing': { zh: '四项评审的状况', en: 'How the four reviews stand' },
  'performance.system-reviews.all': { zh: '全部评审', en: 'All reviews' },
  'performance.system-reviews.empty': { zh: '还没有体系评审', en: 'There is no system review yet' },
  'performance.system-reviews.empty-why': {
    zh: '标准 6.1 要求先评审现状，再定绩效参数、基准和目标。从上表选择一项开始。',
    en: 'Clause 6.1 asks to review how things stand before indicators, baselines and objectives are set. Begin with one of the table above.',
  },
  'performance.system-review.subsystem': { zh: '评审', en: 'Review' },
  'performance.system-review.subsystem.emission': { zh: '碳排放评审', en: 'Emission review' },
  'performance.system-review.subsystem.trading': { zh: '碳交易评审', en: 'Trading review' },
  'performance.system-review.subsystem.asset': { zh: '碳资产评审', en: 'Asset review' },
  'performance.system-review.subsystem.neutrality': { zh: '碳中和评审', en: 'Neutrality review' },
  'performance.system-review.not-in-scope': { zh: '不适用', en: 'Not in scope' },
  'performance.system-review.never': { zh: '从未评审', en: 'Never held' },
  'performance.system-review.current': { zh: '有效', en: 'Up to date' },
  'performance.system-review.late': { zh: '已逾期', en: 'Late' },
  'performance.system-review.asked': { zh: '{count} 项重大变更待评审', en: '{count} major changes wait' },
  'performance.system-review.last': { zh: '上次', en: 'Last' },
  'performance.system-review.next': { zh: '下次', en: 'Next' },
  'performance.system-review.waiting': { zh: '待评审的变更', en: 'Changes that wait' },
  'performance.system-review.plan': { zh: '计划评审', en: 'Plan a review' },
  'performance.system-review.open': { zh: '打开', en: 'Open' },
  'performance.system-review.number': { zh: '编号', en: 'Number' },
  'performance.system-review.state': { zh: '状态', en: 'State' },
  'performance.system-review.state.planned': { zh: '已计划', en: 'Planned' },
  'performance.system-review.state.in-work': { zh: '进行中', en: 'In work' },
  'performance.system-review.state.finished': { zh: '已完成', en: 'Finished' },
  'performance.system-review.occasion': { zh: '起因', en: 'Occasion' },
  'performance.system-review.occasion.first': { zh: '首次评审', en: 'First review' },
  'performance.system-review.occasion.interval': { zh: '定期', en: 'Interval' },
  'performance.system-review.occasion.change': { zh: '重大变更', en: 'Major change' },
  'performance.system-review.occasion.other': { zh: '其他', en: 'Other' },
  'performance.system-review.plannedOn': { zh: '计划日期', en: 'Planned for' },
  'performance.system-review.heldOn': { zh: '评审日期', en: 'Held on' },
  'performance.system-review.nextOn': { zh: '下次评审日期', en: 'Next review on' },
  'performance.system-review.nextOn-hint': {
    zh: '间隔为 {months} 个月，可在“运行控制”中设定。',
    en: 'The interval is {months} months; it is set under Operational control.',
  },
  'performance.system-review.method': { zh: '评审方法和准则', en: 'Method and criteria' },
  'performance.system-review.participants': { zh: '参加人', en: 'Participants' },
  'performance.system-review.changesSince': {
    zh: '上次评审以来的变化',
    en: 'What changed since the last review',
  },
  'performance.system-review.changes': { zh: '本次考虑的变更', en: 'Changes that it looks at' },
  'performance.system-review.result': { zh: '评审结论', en: 'Result' },
  'performance.system-review.items': {
    zh: '每一项的结论和说明',
    en: 'a conclusion and a finding for every item',
  },
  'performance.system-review.work': { zh: '评审记录', en: 'Record of the review' },
  'performance.system-review.content': { zh: '评审内容', en: 'What is reviewed' },
  'performance.system-review.records': { zh: '记录显示', en: 'What the records say' },
  'performance.system-review.no-records': { zh: '没有相关记录', en: 'There is no record of it' },
  'performance.system-review.conclusion': { zh: '结论', en: 'Conclusion' },
  'performance.system-review.conclusion.in-order': { zh: '符合', en: 'In order' },
  'performance.system-review.conclusion.gap': { zh: '有差距', en: 'Gap' },
  'performance.system-review.conclusion.not-applicable': { zh: '不适用', en: 'Not applicable' },
  'performance.system-review.conclusion.open': { zh: '待定', en: 'Open' },
  'performance.system-review.finding': { zh: '评审发现', en: 'Finding' },
  'performance.system-review.lacking': {
    zh: '完成前还缺：{names}',
    en: 'Still lacking before it can be finished: {names}',
  },
  'performance.system-review.finish': { zh: '签名完成', en: 'Sign and finish' },
  'performance.system-review.finish-question': {
    zh: '签名后本次评审连同当前记录一起锁定，以后只能另加更正。',
    en: 'Your signature locks the review together with what the records say now; later there are corrections only.',
  },
  'performance.system-review.finished-by': {
    zh: '{who} 于 {on} 签名完成',
    en: 'Signed and finished by {who} on {on}',
  },
  'performance.system-review.corrections': { zh: '更正', en: 'Corrections' },
  'performance.system-review.correct': { zh: '添加更正', en: 'Add a correction' },
  'performance.system-review.correct-question': {
    zh: '原记录不变，更正与它并列。',
    en: 'What was signed stays; the correction stands beside it.',
  },
  'performance.system-review.correction': { zh: '更正内容', en: 'Correction' },
  'performance.system-review.corrected': { zh: '{who}，{on}：{text}', en: '{who}, {on}: {text}' },
  'performance.system-review.before': {
    zh: '上一次：{number}（{on}）',
    en: 'The one before: {number} ({on})',
  },
  'performance.system-review.remove-question': {
    zh: '删除计划中的评审 {number}？',
    en: 'Remove the planned review {number}?',
  },
  'performance.system-review.saved': { zh: '已保存 {number}', en: 'Saved {number}' },
  'performance.review-method': { zh: '评审方法和准则', en: 'Method and criteria of reviews' },
  'performance.review-method.why': {
    zh: '6.1.1 要求评审的方法和准则成文并保持。写明怎样评审、按什么判断；修改即发布新版本，旧版本保留。',
    en: 'Clause 6.1.1 asks for a maintained method with criteria. Say how a review is held and by what it judges; a change is a new version, the old ones stay.',
  },
  'performance.review-method.new': { zh: '发布新版本', en: 'Issue a new version' },
  'performance.review-method.first': { zh: '写下评审方法', en: 'Write the method' },
  'performance.review-method.title': { zh: '名称', en: 'Title' },
  'performance.review-method.method': { zh: '方法', en: 'Method' },
  'performance.review-method.criteria': { zh: '准则', en: 'Criteria' },
  'performance.review-method.version': {
    zh: '第 {number} 版 {title}（{on}）',
    en: 'Version {number}: {title} ({on})',
  },

  'performance.review-item.6.1.2-a': { zh: '适用的排放法规', en: 'Laws that apply to the emissions' },
  'performance.review-item.6.1.2-b': {
    zh: '组织边界和运营边界',
    en: 'Organizational and operational boundary',
  },
  'performance.review-item.6.1.2-c': {
    zh: '主营产品、工艺和服务',
    en: 'Main products, processes and services',
  },
  'performance.review-item.6.1.2-d': { zh: '碳排放源', en: 'Emission sources' },
  'performance.review-item.6.1.2-e': { zh: '活动水平和排放因子', en: 'Activity data and emission factors' },
  'performance.review-item.6.1.2-f': {
    zh: '按适用指南的排放量',
    en: 'Emission by the guideline that applies',
  },
  'performance.review-item.6.1.2-g': { zh: '影响排放的因素', en: 'What influences the emission' },
  'performance.review-item.6.1.2-h': {
    zh: '减排措施及成效',
    en: 'Reduction measures and what they achieved',
  },
  'performance.review-item.6.1.2-i': { zh: '排放基准和先进水平', en: 'Baseline and advanced level' },
  'performance.review-item.6.1.2-j': {
    zh: '设备的使用、保养和校准',
    en: 'Use, upkeep and calibration of equipment',
  },
  'performance.review-item.6.1.3-a': { zh: '全国碳市场的交易', en: 'Trading in the national market' },
  'performance.review-item.6.1.3-b': { zh: '自愿减排量的交易', en: 'Trading of voluntary reductions' },
  'performance.review-item.6.1.3-c': { zh: '其他地方市场的交易', en: 'Trading in local markets' },
  'performance.review-item.6.1.3-d': { zh: '碳金融衍生品交易', en: 'Carbon finance derivatives' },
  'performance.review-item.6.1.3-e': { zh: '各项义务的履行', en: 'Whether obligations were met' },
  'performance.review-item.6.1.4-a': {
    zh: '正、负碳资产的确定和细分',
    en: 'Positive and negative assets, broken down',
  },
  'performance.review-item.6.1.4-b': { zh: '碳资产计量依据的法规', en: 'Rules by which assets are measured' },
  'performance.review-item.6.1.4-c': { zh: '碳资产风险及其成因', en: 'Asset risks and what drives them' },
  'performance.review-item.6.1.4-d': {
    zh: '减排项目开发流程和投资评估',
    en: 'Developing reduction projects and appraising them',
  },
  'performance.review-item.6.1.4-e': {
    zh: '衍生品的风险评估和收益测算',
    en: 'Risk and return of derivatives',
  },
  'performance.review-item.6.1.4-f': { zh: '碳资产定期估值', en: 'Regular valuation of assets' },
  'performance.review-item.6.1.5-1': {
    zh: '法律法规和国际贸易规则',
    en: 'Laws and rules of international trade',
  },
  'performance.review-item.6.1.5-2': {
    zh: '标的物、减排行动和抵消方式',
    en: 'Subject, reductions and way of offsetting',
  },
  'performance.review-item.6.1.5-3': {
    zh: '计划实现日期和维持时段',
    en: 'Planned date and period of neutrality',
  },
  'performance.review-item.6.1.5-4': {
    zh: '证明中和的凭证和声明',
    en: 'Certificates and statements that prove it',
  },

  'performance.records.boundary': {
    zh: '边界第 {number} 版“{title}”自 {from} 起生效，纳入 {members} 处，排除 {exclusions} 项',
    en: 'Boundary version {number} “{title}” is in force from {from}: {members} places in, {exclusions} exclusions',
  },
  'performance.records.product': {
    zh: '{name}：{year} 年产量 {output} {unit}',
    en: '{name}: {output} {unit} in {year}',
  },
  'performance.records.product-unknown': {
    zh: '{name}：{year} 年产量未填',
    en: '{name}: output of {year} is not known',
  },
  'performance.records.sources': {
    zh: '排放源：在运行 {running} 个，计划或在建 {planned} 个，已关闭 {closed} 个',
    en: 'Sources: {running} running, {planned} planned or being built, {closed} closed',
  },
  'performance.records.parameters': {
    zh: '监测参数 {all} 项，其中 {library} 项取自因子库',
    en: '{all} parameters, {library} of them from the factor library',
  },
  'performance.records.inventory': {
    zh: '最近冻结的清单：{year} 年“{title}”，共冻结 {count} 份',
    en: 'Last frozen inventory: {year} “{title}”; {count} are frozen',
  },
  'performance.records.source': {
    zh: '{name}：{year} 年 {emission} tCO₂e，占 {percent}%',
    en: '{name}: {emission} tCO₂e in {year}, {percent}% of all',
  },
  'performance.records.measure-draft': {
    zh: '“{title}”待批准，预期 {expected} tCO₂e/a，实际 {achieved}',
    en: '“{title}” waits for approval: expected {expected} tCO₂e/a, achieved {achieved}',
  },
  'performance.records.measure-approved': {
    zh: '“{title}”已批准，预期 {expected} tCO₂e/a，实际 {achieved}',
    en: '“{title}” is approved: expected {expected} tCO₂e/a, achieved {achieved}',
  },
  'performance.records.measure-running': {
    zh: '“{title}”实施中，预期 {expected} tCO₂e/a，实际 {achieved}',
    en: '“{title}” is running: expected {expected} tCO₂e/a, achieved {achieved}',
  },
  'performance.records.measure-done': {
    zh: '“{title}”已完成，预期 {expected} tCO₂e/a，实际 {achieved}',
    en: '“{title}” is done: expected {expected} tCO₂e/a, achieved {achieved}',
  },
  'performance.records.measure-verified': {
    zh: '“{title}”已验证，预期 {expected} tCO₂e/a，实际 {achieved}',
    en: '“{title}” is verified: expected {expected} tCO₂e/a, achieved {achieved}',
  },
  'performance.records.baseline': {
    zh: '{name}：基准 {value} {unit}（{years}）',
    en: '{name}: baseline {value} {unit} ({years})',
  },
  'performance.records.reference': {
    zh: '{name}：先进值 {value} {unit}（{year}，{source}）',
    en: '{name}: advanced value {value} {unit} ({year}, {source})',
  },
  'performance.records.meters': {
    zh: '计量器具 {all} 台，其中 {lapsed} 台有未处理的检定空档',
    en: '{all} meters, {lapsed} with an open lapse of calibration',
  },
} satisfies Record<`performance.${string}`, Wording>
