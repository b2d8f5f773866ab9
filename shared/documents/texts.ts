import type { Wording } from '#shared/kernel/texts'

/** Words of documents: kinds, states, refusals, what is due, what the records show. */
export const documentsTexts = {
  'documents.kind.document': { zh: '受控文件', en: 'Controlled document' },
  'documents.kind.external': { zh: '外来文件', en: 'External document' },
  'documents.level.manual': { zh: '手册', en: 'Manual' },
  'documents.level.procedure': { zh: '程序文件', en: 'Procedure' },
  'documents.level.instruction': { zh: '作业指导书', en: 'Work instruction' },
  'documents.level.form': { zh: '表单', en: 'Form' },
  'documents.level.record': { zh: '记录', en: 'Record' },
  'documents.grade.public': { zh: '公开', en: 'Public' },
  'documents.grade.internal': { zh: '内部', en: 'Internal' },
  'documents.grade.confidential': { zh: '保密', en: 'Confidential' },
  'documents.grade.secret': { zh: '机密', en: 'Secret' },
  'documents.carrier.electronic': { zh: '电子', en: 'Electronic' },
  'documents.carrier.paper': { zh: '纸质', en: 'Paper' },
  'documents.carrier.both': { zh: '电子与纸质', en: 'Electronic and paper' },
  'documents.state.draft': { zh: '草稿', en: 'Draft' },
  'documents.state.review': { zh: '审核中', en: 'In review' },
  'documents.state.approval': { zh: '待批准', en: 'Awaiting approval' },
  'documents.state.waiting': { zh: '已批准，待生效', en: 'Approved, not yet in force' },
  'documents.state.in-force': { zh: '现行有效', en: 'In force' },
  'documents.state.superseded': { zh: '已被替代', en: 'Superseded' },
  'documents.state.obsolete': { zh: '已作废', en: 'Obsolete' },
  'documents.state.withdrawn': { zh: '已撤回', en: 'Withdrawn' },
  'documents.state.disposed': { zh: '已处置', en: 'Disposed of' },
  'documents.state.none': { zh: '尚无版本', en: 'No version yet' },
  'documents.external.state.current': { zh: '使用中', en: 'In use' },
  'documents.external.state.withdrawn': { zh: '已废止', en: 'Withdrawn' },
  'documents.outcome.current': { zh: '仍为现行版本', en: 'Still the current edition' },
  'documents.outcome.new-edition': { zh: '有新版本，已换用', en: 'New edition taken over' },
  'documents.outcome.withdrawn': { zh: '已废止', en: 'Withdrawn by its issuer' },
  'documents.fitness.fit': { zh: '仍然适用', en: 'Still fit' },
  'documents.fitness.to-revise': { zh: '需要修订', en: 'To be revised' },
  'documents.method.erased': { zh: '删除电子文件', en: 'File erased' },
  'documents.method.shredded': { zh: '粉碎纸质件', en: 'Paper shredded' },
  'documents.method.burnt': { zh: '焚毁纸质件', en: 'Paper burnt' },
  'documents.method.handed-over': { zh: '移交档案机构', en: 'Handed over to an archive' },
  'documents.disposal.proposed': { zh: '待批准', en: 'Awaiting approval' },
  'documents.disposal.done': { zh: '已处置', en: 'Disposed of' },
  'documents.disposal.declined': { zh: '未批准', en: 'Declined' },
  'documents.signed-reviewed': { zh: '审核文件', en: 'Document reviewed' },
  'documents.signed-approved': { zh: '批准文件', en: 'Document approved' },
  'documents.signed-disposed': { zh: '批准处置', en: 'Disposal approved' },
  'documents.opened': {
    zh: '打开了《{number}》{label}（{secrecy}）',
    en: 'Opened {number} {label} ({secrecy})',
  },

  'documents.no-such-document': { zh: '没有这份文件。', en: 'There is no such document.' },
  'documents.no-such-version': { zh: '没有这个版本。', en: 'There is no such version.' },
  'documents.no-such-external': { zh: '没有这份外来文件。', en: 'There is no such external document.' },
  'documents.no-such-template': { zh: '没有这个模板。', en: 'There is no such template.' },
  'documents.no-such-disposal': {
    zh: '没有等待批准的处置申请。',
    en: 'No such disposal awaits a decision.',
  },
  'documents.cannot': {
    zh: '版本 {label} 目前不能做这一步。',
    en: 'Version {label} cannot take this step now.',
  },
  'documents.number-taken': {
    zh: '编号 {number} 已用于《{title}》（规则 R-DC-3：编号唯一）。请换一个编号，或留空由系统编号。',
    en: 'Number {number} belongs to “{title}” (rule R-DC-3: numbers are unique). Choose another, or leave it empty to be given one.',
  },
  'documents.draft-waits': {
    zh: '{number} 的版本 {label} 还在编制或审批中。先完成或撤回它。',
    en: 'Version {label} of {number} is still on its way. Finish it or withdraw it first.',
  },
  'documents.is-obsolete': {
    zh: '{number} 已作废，不能再编制新版本。',
    en: '{number} is obsolete and gets no new version.',
  },
  'documents.not-a-draft': {
    zh: '版本 {label} 已送审，内容不能再改。需要修改时请审核人退回。',
    en: 'Version {label} was sent for review and cannot be changed. Have it returned first.',
  },
  'documents.in-force-past': {
    zh: '生效日期不能早于今天（{today}）。',
    en: 'It cannot come into force before today ({today}).',
  },
  'documents.same-person': {
    zh: '编写人、审核人和批准人应为三个不同的人（规则 R-SD-2）。',
    en: 'Author, reviewer and approver must be three people (rule R-SD-2).',
  },
  'documents.cannot-sign': {
    zh: '{name} 没有可用的账号，或没有审核、批准文件的权限，不能签署。请另选一人，或先在“人员与权限”中授权。',
    en: '{name} has no open account, or no right to review or approve documents, and cannot sign. Choose somebody else, or grant the right first.',
  },
  'documents.not-named': {
    zh: '这一步由 {name} 签署。',
    en: 'This step is for {name} to sign.',
  },
  'documents.own-work': {
    zh: '编写、审核或提出的人不能批准自己的工作（规则 R-SD-2）。请由另一人签署。',
    en: 'Whoever wrote, reviewed or proposed it cannot approve it (rule R-SD-2). Somebody else signs.',
  },
  'documents.alone-without-reason': {
    zh: '目前只有一个账号，可以自己签署，但要写明理由。理由会随文件保存。',
    en: 'There is only one account, so you may sign your own work, but say why. The reason is kept with the document.',
  },
  'documents.own-clearance': {
    zh: '不能为自己核定知密级别，请由其他人办理。',
    en: 'Nobody clears themselves; ask somebody else.',
  },
  'documents.below-grade': {
    zh: '{name} 的密级低于 {number}（规则 R-204.5），不能看到其内容。请先由文件管理员调整密级。',
    en: '{name} is cleared below the grade of {number} (rule R-204.5) and may not see its content. The document controller can change the clearance.',
  },
  'documents.not-in-force': {
    zh: '{number} 目前没有现行有效的版本，或这不是现行版本。',
    en: '{number} has no version in force, or this is not the one.',
  },
  'documents.is-disposed': {
    zh: '版本 {label} 的文件已按批准处置，只保留记录。',
    en: 'The file of version {label} was disposed of as approved; only its record is kept.',
  },
  'documents.ends-in-past': {
    zh: '作废日期不能早于今天（{today}）。',
    en: 'It cannot end before today ({today}).',
  },
  'documents.still-used': {
    zh: '版本 {label} 仍在使用或编制中，不能处置。',
    en: 'Version {label} is in use or on its way and cannot be disposed of.',
  },
  'documents.still-retained': {
    zh: '版本 {label} 的保存期到 {until} 为止（规则 R-DC-4），期满才能处置。',
    en: 'Version {label} is kept until {until} (rule R-DC-4) and can be disposed of after that.',
  },
  'documents.disposal-waits': {
    zh: '版本 {label} 已有处置申请或已处置。',
    en: 'A disposal of version {label} is already proposed or done.',
  },
  'documents.is-withdrawn': { zh: '《{title}》已废止。', en: '“{title}” was withdrawn.' },
  'documents.edition-missing': { zh: '请写明新的版本号。', en: 'Say which edition is the new one.' },
  'documents.writing-served': {
    zh: '文件 {number} 正对应这一项，先在文件中取消对应。',
    en: 'Document {number} serves this item; take it off there first.',
  },

  'documents.task.review-version': {
    zh: '审核文件 {number}《{title}》{label}',
    en: 'Review {number} “{title}” {label}',
  },
  'documents.task.approve-version': {
    zh: '批准文件 {number}《{title}》{label}',
    en: 'Approve {number} “{title}” {label}',
  },
  'documents.task.read': {
    zh: '阅读并确认 {number}《{title}》{label}',
    en: 'Read and confirm {number} “{title}” {label}',
  },
  'documents.task.judge-fitness': {
    zh: '定期评审文件 {number}《{title}》是否适用',
    en: 'Review whether {number} “{title}” is still fit',
  },
  'documents.task.dispose': {
    zh: '保存期满，处置 {number}《{title}》{label}',
    en: 'Retention ends: dispose of {number} “{title}” {label}',
  },
  'documents.task.decide-disposal': {
    zh: '批准处置 {number}《{title}》{label}',
    en: 'Decide on the disposal of {number} “{title}” {label}',
  },
  'documents.task.check-edition': {
    zh: '核对外来文件《{title}》{edition} 是否现行',
    en: 'Check whether “{title}” {edition} is still current',
  },

  'documents.signal.in-force': {
    zh: '有 {count} 份现行有效的受控文件',
    en: '{count} controlled documents in force',
  },
  'documents.signal.none-in-force': {
    zh: '还没有现行有效的受控文件',
    en: 'No controlled document is in force',
  },
  'documents.signal.review-overdue': {
    zh: '{count} 份文件超过评审周期',
    en: '{count} documents are past their review',
  },
  'documents.signal.unread': {
    zh: '{count} 份现行文件还有人没有确认阅读',
    en: '{count} documents in force are unread by somebody who must read them',
  },
  'documents.signal.all-read': {
    zh: '文件已发放，应读人员均已确认',
    en: 'Documents are distributed and read',
  },
  'documents.signal.not-distributed': { zh: '现行文件还没有发放', en: 'No document in force is distributed' },
  'documents.signal.disposal-overdue': {
    zh: '{count} 个旧版本保存期已满而未处置',
    en: '{count} old versions are past their retention',
  },
  'documents.signal.retention-set': {
    zh: '文件有保存期，到期处置在管',
    en: 'Documents have retention periods, and disposals are in hand',
  },
  'documents.signal.no-external': { zh: '还没有登记外来文件', en: 'No external document is registered' },
  'documents.signal.edition-overdue': {
    zh: '{count} 份外来文件超过核对期限',
    en: '{count} external documents are past their check',
  },
  'documents.signal.external-current': {
    zh: '{count} 份外来文件均已按期核对',
    en: '{count} external documents are checked in time',
  },
} satisfies Record<`documents.${string}`, Wording>
