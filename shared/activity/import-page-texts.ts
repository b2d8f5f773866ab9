import type { Wording } from '#shared/kernel/texts'

const wizard = {
  'activity.import.title': { zh: '导入数据', en: 'Import' },
  'activity.import.purpose': {
    zh: '把现有的台账、报表导入为数据：先预览，再整批写入，可以整批撤销',
    en: 'Turn ledgers and reports you already have into readings: preview first, import as a whole, undo as a whole',
  },
  'activity.import.back': { zh: '返回活动数据', en: 'Back to activity data' },
  'activity.import.step.file': { zh: '选择文件', en: 'File' },
  'activity.import.step.map': { zh: '对应各列', en: 'Columns' },
  'activity.import.step.preview': { zh: '预览并导入', en: 'Preview and import' },
  'activity.import.choose': {
    zh: '选择 Excel（.xlsx）或文本表格（.csv、.tsv、.txt）',
    en: 'Choose an Excel workbook (.xlsx) or a text table (.csv, .tsv, .txt)',
  },
  'activity.import.other-file': { zh: '放弃并换文件', en: 'Drop it and take another file' },
  'activity.import.inspecting': { zh: '正在查看文件', en: 'Looking into the file' },
  'activity.import.preview': { zh: '预览', en: 'Preview' },
  'activity.import.previewing': { zh: '正在预览', en: 'Previewing' },
  'activity.import.taking': { zh: '正在导入“{name}”', en: 'Importing "{name}"' },
  'activity.import.done': {
    zh: '已导入 {readings} 条数据，留下待处理的行 {rejected} 行。按 Ctrl Z 或在导入记录中撤销。',
    en: 'Readings imported: {readings}; rows left to settle: {rejected}. Undo with Ctrl Z or in the list of imports.',
  },
  'activity.import.did': {
    zh: '导入“{name}”（{count} 条）',
    en: 'importing "{name}" (readings: {count})',
  },
} satisfies Record<`activity.${string}`, Wording>

const mapping = {
  'activity.map.incomplete': {
    zh: '请指明数值在哪些列、期间在哪一列。',
    en: 'Say which columns hold the values and which one the period.',
  },
  'activity.map.remembered': {
    zh: '已套用记住的对应方式“{name}”',
    en: 'The remembered mapping "{name}" was applied',
  },
  'activity.map.known': {
    zh: '这个文件已于 {at} 由 {name} 导入，{count} 条数据',
    en: 'This very file was imported {at} by {name}, readings: {count}',
  },
  'activity.map.again': { zh: '确认再次导入同一文件', en: 'Import the same file again' },
  'activity.map.sheet': { zh: '工作表', en: 'Sheet' },
  'activity.map.encoding': { zh: '文字编码', en: 'Encoding' },
  'activity.map.delimiter': { zh: '分隔符', en: 'Separator' },
  'activity.map.tab': { zh: '制表符', en: 'Tab' },
  'activity.map.layout': { zh: '表格样式', en: 'Layout' },
  'activity.map.layout.long': { zh: '每行一条数据', en: 'One reading a row' },
  'activity.map.layout.wide-months': {
    zh: '每行一个参数，各月并列',
    en: 'A parameter a row, months side by side',
  },
  'activity.map.layout.wide-parameters': {
    zh: '每行一个月（日），各参数并列',
    en: 'A month or day a row, parameters side by side',
  },
  'activity.map.header-from': { zh: '表头从第几行', en: 'Heading from row' },
  'activity.map.header-to': { zh: '到第几行', en: 'to row' },
  'activity.map.year': { zh: '年份', en: 'Year' },
  'activity.map.precision': { zh: '期间长短', en: 'Length of a period' },
  'activity.map.precision.month': { zh: '按月', en: 'Months' },
  'activity.map.precision.day': { zh: '按日', en: 'Days' },
  'activity.map.precision.hour': { zh: '按小时', en: 'Hours' },
  'activity.map.unit': { zh: '统一单位', en: 'Unit of all' },
  'activity.map.unit-in-name': { zh: '见名称或单元格', en: 'as names or cells say' },
  'activity.map.decimal': { zh: '小数点', en: 'Decimal mark' },
  'activity.map.decimal.point': { zh: '小数点为“.”', en: 'Decimal mark “.”' },
  'activity.map.decimal.comma': { zh: '小数点为“,”', en: 'Decimal mark “,”' },
  'activity.map.hidden-rows': { zh: '读取隐藏的行', en: 'Read hidden rows' },
  'activity.map.sheet-region': { zh: '文件的前几行', en: 'First rows of the file' },
  'activity.map.role-of': { zh: '{column} 列是', en: 'Column {column} is' },
  'activity.map.parameter-of': { zh: '{column} 列的参数', en: 'Parameter of column {column}' },
  'activity.map.unit-of': { zh: '{column} 列的单位', en: 'Unit of column {column}' },
  'activity.map.choose-parameter': { zh: '选择参数', en: 'Choose the parameter' },
  'activity.map.choose-unit': { zh: '选择单位', en: 'Choose the unit' },
  'activity.map.names': { zh: '文件中的名称对应哪个参数', en: 'Which parameter each name means' },
  'activity.map.means': { zh: '“{name}”对应', en: '"{name}" means' },
  'activity.map.leave-out': { zh: '不导入', en: 'Leave out' },
  'activity.role.ignore': { zh: '忽略', en: 'Ignore' },
  'activity.role.name': { zh: '名称', en: 'Name' },
  'activity.role.period': { zh: '期间', en: 'Period' },
  'activity.role.value': { zh: '数值', en: 'Value' },
  'activity.role.unit': { zh: '单位', en: 'Unit' },
  'activity.role.note': { zh: '说明', en: 'Note' },
  'activity.role.evidence': { zh: '凭证号', en: 'Voucher' },
} satisfies Record<`activity.${string}`, Wording>

const preview = {
  'activity.preview.back': { zh: '返回修改对应', en: 'Back to the columns' },
  'activity.preview.readings': { zh: '可导入 {count} 条', en: 'ready to import: {count}' },
  'activity.preview.rejected': {
    zh: '{rows} 行有错，共 {errors} 处',
    en: 'rows with errors: {rows}, errors: {errors}',
  },
  'activity.preview.others': {
    zh: '共 {rows} 行；空缺 {missing} 格，不导入 {left} 行，重复 {duplicates} 处',
    en: 'rows: {rows}; empty cells: {missing}, rows left out: {left}, doubles: {duplicates}',
  },
  'activity.preview.times': { zh: '{count} 处', en: '{count} ×' },
  'activity.preview.take-all': { zh: '采用全部 {count} 处建议', en: 'Take all {count} proposals' },
  'activity.preview.as-corrections': {
    zh: '这 {count} 条作为更正导入',
    en: 'Import these {count} as corrections',
  },
  'activity.preview.taken': { zh: '已采用建议：{what}', en: 'Proposals taken: {what}' },
  'activity.repair.already-recorded': {
    zh: '已有的数据以文件为准更正',
    en: 'what is recorded is corrected by the file',
  },
  'activity.repair.float-noise': { zh: '去掉二进制尾差', en: 'binary remainders are cut' },
  'activity.repair.thousand-times': { zh: '改用更可能的单位', en: 'the likelier unit is used' },
  'activity.repair.text-in-number': { zh: '去掉数值中的文字', en: 'text in numbers is dropped' },
  'activity.repair.other': { zh: '按建议的写法读取', en: 'the proposed text is read' },
  'activity.preview.cell': { zh: '单元格', en: 'Cell' },
  'activity.preview.header': { zh: '列标题', en: 'Heading' },
  'activity.preview.what': { zh: '问题', en: 'What is wrong' },
  'activity.preview.repair': { zh: '建议', en: 'Proposal' },
  'activity.preview.take': { zh: '采用 {text}', en: 'Take {text}' },
  'activity.preview.repaired': { zh: '已采用 {text}', en: 'Taken: {text}' },
  'activity.preview.first-of': {
    zh: '只列出前 {shown} 处，共 {total} 处',
    en: 'the first {shown} of {total}',
  },
  'activity.preview.troubles': { zh: '问题清单', en: 'Troubles' },
  'activity.preview.table': { zh: '将要导入的数据', en: 'Readings to be imported' },
  'activity.preview.in-unit': { zh: '折合参数单位', en: 'In the unit of the parameter' },
  'activity.trouble.error': { zh: '错误', en: 'Error' },
  'activity.trouble.warning': { zh: '请核对', en: 'Check' },
  'activity.trouble.note': { zh: '提示', en: 'Note' },
  'activity.take.is-record': {
    zh: '文件本身就是原始记录（如计量系统导出），作为这些数据的证据',
    en: 'The file is itself the record, such as an export of the metering system, and proves its readings',
  },
  'activity.take.profile': { zh: '记住这种表格，名称', en: 'Remember this kind of table as' },
  'activity.take.profile-example': { zh: '如 燃料月报', en: 'such as: fuel report' },
  'activity.take.proofs': {
    zh: '另附证明这些数据的文件（可不附）',
    en: 'Further files that prove these readings (optional)',
  },
  'activity.take.all': { zh: '导入 {count} 条数据', en: 'Import {count} readings' },
  'activity.take.valid': {
    zh: '只导入正确的 {count} 条，留下 {rows} 行待处理',
    en: 'Import the {count} that are right, leave {rows} rows to settle',
  },
  'activity.take.why-not-all': {
    zh: '有错误时默认一条也不写入。可以返回修改，或只导入正确的。',
    en: 'While there are errors nothing goes in by itself. Go back and mend them, or take what is right.',
  },
} satisfies Record<`activity.${string}`, Wording>

const batches = {
  'activity.batches.title': { zh: '导入记录', en: 'Imports' },
  'activity.batches.at': { zh: '时间', en: 'Time' },
  'activity.batches.readings': { zh: '条数', en: 'Readings' },
  'activity.batches.rejected': { zh: '未导入行', en: 'Rejected rows' },
  'activity.batches.open': { zh: '{count} 行待处理', en: 'rows to settle: {count}' },
  'activity.batches.done': { zh: '已完成', en: 'Done' },
  'activity.batches.undo': { zh: '撤销导入', en: 'Undo the import' },
  'activity.batches.undo.question': {
    zh: '“{name}”导入的 {count} 条数据不再计入，被它更正的数据恢复；记录都会留存。',
    en: 'The {count} readings of "{name}" count no more, and what they corrected counts again; all of it stays on record.',
  },
  'activity.batches.rejected-rows': { zh: '未导入的行', en: 'Rejected rows' },
  'activity.batches.row': { zh: '行', en: 'Row' },
  'activity.batches.content': { zh: '内容', en: 'Content' },
  'activity.batches.settlement': { zh: '处理结果', en: 'Settlement' },
  'activity.batches.unsettled': { zh: '待处理', en: 'To settle' },
  'activity.batches.settled': { zh: '{words}（{name}，{at}）', en: '{words} ({name}, {at})' },
  'activity.batches.what-became': {
    zh: '如何处理（如：已手工录入、重复、不需要）',
    en: 'What became of them (typed by hand, a double, not needed)',
  },
  'activity.batches.choose-all': { zh: '选择全部待处理的行', en: 'Choose all rows to settle' },
  'activity.batches.choose': { zh: '选择第 {row} 行', en: 'Choose row {row}' },
  'activity.batches.settle': { zh: '登记 {count} 行', en: 'Settle {count}' },
} satisfies Record<`activity.${string}`, Wording>

/** Wording of the import page. */
export const activityImportPageTexts = { ...wizard, ...mapping, ...preview, ...batches }
