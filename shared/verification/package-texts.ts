import type { Wording } from '#shared/kernel/texts'

/** Packages for the verifier, samples, and files that come back. */
export const verificationPackageTexts = {
  'verification.no-package': { zh: '“{name}”不是核查包', en: '“{name}” is no verification package' },
  'verification.readings-changed': {
    zh: '{parameter} {month} 的读数在清单锁定后又有更正：先做新版本清单，再移交',
    en: 'Readings of {parameter} in {month} were corrected after the inventory was frozen: make a new version of it first',
  },
  'verification.evidence-damaged': {
    zh: '证据文件“{name}”缺失或已改变，不能移交',
    en: 'The evidence file “{name}” is missing or altered and cannot be handed over',
  },
  'verification.replies-unreadable': {
    zh: '“{name}”第 {row} 处读不懂：应为阅读器保存的 replies.json，或问题表',
    en: '“{name}” cannot be read at {row}: it should be the replies.json of the reader, or the form',
  },
  'verification.foreign-replies': {
    zh: '“{name}”对应的不是本任务移交的核查包',
    en: '“{name}” is about a package that this case did not hand over',
  },
  'verification.reply-unknown-request': {
    zh: '文件对第 {request} 号问题作了结论，但没有这个问题；整个文件未合并',
    en: 'The file concludes on request {request}, which does not exist; nothing of the file was merged',
  },
  'verification.package-gathering': { zh: '汇集内容', en: 'Gathering' },
  'verification.package-writing': { zh: '计算哈希', en: 'Hashing' },
  'verification.package-packing': { zh: '打包', en: 'Packing' },
  'verification.package-checking': { zh: '核对并重算', en: 'Checking and computing again' },

  'verification.check.seal': {
    zh: '封印不符：包的封印是 {seal}，告知的是 {told}',
    en: 'The seal of the package is {seal}, not {told} as told',
  },
  'verification.check.missing': { zh: '缺少文件 {path}', en: '{path} is missing' },
  'verification.check.altered': { zh: '文件 {path} 已被改动', en: '{path} was altered' },
  'verification.check.foreign': { zh: '文件 {path} 不属于本包', en: '{path} does not belong to the package' },
  'verification.check.unreadable': {
    zh: '清单或计算树无法读取',
    en: 'The inventory document or its figures cannot be read',
  },
  'verification.check.not-frozen': {
    zh: '{what} 不是锁定时签名的内容',
    en: 'The {what} is not what was signed when it was frozen',
  },
  'verification.check.figure': {
    zh: '{path} 的计算树在 {within} 处与其运算对象不符（写作 {stated}）',
    en: 'The tree of {path} does not agree with its operands at {within} (stated {stated})',
  },
  'verification.check.total': {
    zh: '合计 {path}：锁定为 {frozen}，计算树为 {figure}',
    en: 'Total {path}: frozen {frozen}, figure {figure}',
  },
  'verification.check.recomputed': {
    zh: '合计 {path}：锁定为 {frozen}，由清单文件重算为 {again}',
    en: 'Total {path}: frozen {frozen}, computed again {again}',
  },
  'verification.check.account': {
    zh: '由清单文件重算的核算结果与锁定的不是逐字节相同',
    en: 'The account computed again from the document is not the frozen one, byte for byte',
  },
  'verification.check.readings': {
    zh: '{place} 的读数不是锁定时的读数',
    en: 'The readings of {place} are not those that were frozen',
  },
  'verification.check.trail': {
    zh: '审计链第 {seq} 行的哈希不符',
    en: 'Line {seq} of the trail has a wrong hash',
  },

  'verification.home.nothing-yet': {
    zh: '企业还没有向您移交核查资料',
    en: 'Nothing was handed over to you yet',
  },
  'verification.home.handed-over': {
    zh: '{number} {title}：核查包已移交，可以开始核查',
    en: '{number} {title}: the package is handed over, the verification can begin',
  },
  'verification.package': { zh: '核查包', en: 'Package for the verifier' },
  'verification.package.purpose': {
    zh: '移交给核查方的只读资料：锁定的清单、计算树、读数、因子、证据、审计链和问题，开放格式，任何电脑可读',
    en: 'Read-only, for the verifier: the frozen inventory with its trees, readings, factors, evidence, trail and questions, in open formats, on any computer',
  },
  'verification.package.make': { zh: '生成核查包', en: 'Make the package' },
  'verification.package.recipient': { zh: '接收方', en: 'Recipient' },
  'verification.package.use': { zh: '用途（保密范围）', en: 'Purpose (confidential within it)' },
  'verification.package.none': { zh: '还没有移交核查包', en: 'No package has been handed over yet' },
  'verification.package.needs-frozen': {
    zh: '先在任务资料中指定已锁定的清单',
    en: 'First name a frozen inventory in the facts of the case',
  },
  'verification.package.file': { zh: '文件', en: 'File' },
  'verification.package.seal': { zh: '封印（另行告知接收方）', en: 'Seal (tell it to the recipient apart)' },
  'verification.package.made': { zh: '移交', en: 'Handed over' },
  'verification.package.files': { zh: '{count} 个文件，{size}', en: '{count} files, {size}' },
  'verification.check': { zh: '检查核查包', en: 'Check a package' },
  'verification.check.purpose': {
    zh: '不依赖本厂数据，逐个文件核对哈希，逐个数重算。命令行：tanbu package check 文件',
    en: 'Without the data of this plant: every file against its hash, every figure computed again. On the command line: tanbu package check FILE',
  },
  'verification.check.seal-told': {
    zh: '移交方告知的封印（可不填）',
    en: 'Seal as you were told it (optional)',
  },
  'verification.check.upload': { zh: '选择核查包（.zip）', en: 'Choose a package (.zip)' },
  'verification.check.sound': {
    zh: '完好：{files} 个文件未改动，{figures} 个数、{totals} 个合计重算一致',
    en: 'Sound: {files} files unaltered, {figures} figures and {totals} totals computed again, all agree',
  },
  'verification.check.troubles': { zh: '有 {count} 处不符', en: '{count} things do not agree' },
  'verification.check.known': { zh: '本厂移交过这个包', en: 'This plant handed it over' },
  'verification.check.unknown': { zh: '本厂没有移交过这个包', en: 'This plant did not hand it over' },
  'verification.sample': { zh: '抽样', en: 'Sampling' },
  'verification.sample.purpose': {
    zh: '同样的方法、数量和种子，任何人抽到同样的行（Philox4x32-10，包内 sample.py 可重现）',
    en: 'The same method, count and seed draw the same lines for anybody (Philox4x32-10; sample.py in the package does it too)',
  },
  'verification.sample.method': { zh: '方法', en: 'Method' },
  'verification.sample.method.random': { zh: '简单随机', en: 'Random' },
  'verification.sample.method.stratified': { zh: '按排放源分层', en: 'Stratified by source' },
  'verification.sample.method.size': { zh: '按排放量（货币单位抽样）', en: 'By size (monetary unit)' },
  'verification.sample.size': { zh: '数量', en: 'Count' },
  'verification.sample.seed': { zh: '种子', en: 'Seed' },
  'verification.sample.draw': { zh: '抽样', en: 'Draw' },
  'verification.sample.drawn': {
    zh: '{population} 行中抽出 {count} 行',
    en: '{count} of {population} lines',
  },
  'verification.sample.line': { zh: '行', en: 'Line' },
  'verification.sample.amount': { zh: '排放量（tCO₂e）', en: 'Emission (tCO₂e)' },
  'verification.merge': { zh: '合并返回的文件', en: 'Merge a file that came back' },
  'verification.merge.purpose': {
    zh: '核查方用阅读器保存的 replies.json，或填好的问题表（CSV、XLSX）。同一文件合并两次不会重复，已有内容不会被覆盖。',
    en: 'The replies.json that the reader saves, or the form as CSV or XLSX. Merging it twice changes nothing, and nothing is overwritten.',
  },
  'verification.merge.upload': { zh: '选择文件', en: 'Choose a file' },
  'verification.merge.done': {
    zh: '新增 {added} 条，已有 {known} 条，文字不同 {differing} 条（并列显示）',
    en: '{added} added, {known} known, {differing} worded otherwise (shown side by side)',
  },
  'verification.merge.form': { zh: '导出问题表', en: 'Form for replies' },
  'verification.form.title': { zh: '核查问题表', en: 'Questions of the verifier' },
  'verification.form.how': {
    zh: '类型填：问题、发现、认可、不认可；认可和不认可须填所针对的序号。',
    en: 'Kind is one of: question, finding, accepted, rejected; the last two name the number that they settle.',
  },
  'verification.form.kind': { zh: '类型', en: 'Kind' },
  'verification.form.kind.question': { zh: '问题', en: 'Question' },
  'verification.form.kind.finding': { zh: '发现', en: 'Finding' },
  'verification.form.kind.accepted': { zh: '认可', en: 'Accepted' },
  'verification.form.kind.rejected': { zh: '不认可', en: 'Rejected' },
  'verification.form.request': { zh: '针对序号', en: 'On number' },
  'verification.form.severity': { zh: '程度', en: 'Severity' },
  'verification.form.severity.minor': { zh: '轻微', en: 'Minor' },
  'verification.form.severity.major': { zh: '重大', en: 'Major' },
  'verification.form.severity.observation': { zh: '观察项', en: 'Observation' },
  'verification.form.about': { zh: '涉及内容', en: 'About' },
  'verification.form.text': { zh: '内容', en: 'Text' },
  'verification.form.by': { zh: '提出人', en: 'By' },
  'verification.form.at': { zh: '日期', en: 'Date' },
  'verification.form.id': { zh: '行号（可空）', en: 'Id (may be empty)' },
} satisfies Record<`verification.${string}`, Wording>
