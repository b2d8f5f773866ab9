import type { Wording } from '#shared/kernel/texts'

/** Wording of everything that reading a file can come to. The first sentence says what is, the second what helps. */
export const activityImportTexts = {
  'activity.file-vanished': {
    zh: '文件“{name}”已不存在或无法访问。请确认它没有被移动、改名，U 盘或网络盘仍然连接，然后重新选择。',
    en: 'The file “{name}” is no longer there. Check that it was not moved or renamed and that the drive is still connected, then choose it again.',
  },
  'activity.file-unreadable': {
    zh: '无法读取文件“{name}”（{reason}）。请关闭正在使用它的程序，或检查访问权限。',
    en: 'The file “{name}” cannot be read ({reason}). Close the program that uses it, or check its permissions.',
  },
  'activity.file-empty': { zh: '文件“{name}”是空的。', en: 'The file “{name}” is empty.' },
  'activity.file-too-large': {
    zh: '文件“{name}”超过 {limit} 的上限。请按月或按工作表拆分后导入。',
    en: 'The file “{name}” is larger than {limit}. Split it by month or by sheet and import the parts.',
  },
  'activity.file-encrypted': {
    zh: '文件“{name}”设有密码。请在 Excel 或 WPS 中打开，取消密码后另存，再导入。',
    en: 'The file “{name}” is protected by a password. Open it in Excel or WPS, remove the password, save it and import it again.',
  },
  'activity.file-old-format': {
    zh: '文件“{name}”是旧版 .xls（或 .et）格式。请在 Excel 或 WPS 中另存为 .xlsx 后导入。',
    en: 'The file “{name}” has the old .xls (or .et) format. Save it as .xlsx in Excel or WPS and import that.',
  },
  'activity.file-other-format': {
    zh: '文件“{name}”不是 XLSX 工作簿，也不是纯文本表格。请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV 后导入。',
    en: 'The file “{name}” is neither an XLSX workbook nor a plain text table. Open it in Excel or WPS, save it as .xlsx or CSV and import that.',
  },
  'activity.file-not-a-table': {
    zh: '文件“{name}”不是表格。可以导入 .xlsx、.csv、.tsv 和 .txt 文件；图片和 PDF 可作为凭证附在数据上。',
    en: 'The file “{name}” is not a table. Files of the kinds .xlsx, .csv, .tsv and .txt can be imported; pictures and PDF can be attached as evidence.',
  },
  'activity.file-broken': {
    zh: '文件“{name}”已损坏或不完整。请重新下载或复制；也可以在 Excel 或 WPS 中打开修复后另存。',
    en: 'The file “{name}” is damaged or incomplete. Copy or download it again, or open it in Excel or WPS, let it be repaired and save it.',
  },
  'activity.file-unsafe': {
    zh: '文件“{name}”内含指向压缩包以外的路径，可能是恶意文件，已拒绝读取。',
    en: 'The file “{name}” contains paths that lead out of the archive. It may be malicious and was not read.',
  },
  'activity.zip-bomb': {
    zh: '文件“{name}”解压后异常庞大，可能是恶意文件，已拒绝读取。若确为真实数据，请拆分后导入或另存为 CSV。',
    en: 'The file “{name}” would inflate to an unreasonable size. It may be malicious and was not read. If the data is genuine, split it or save it as CSV.',
  },
  'activity.sheet-unknown': {
    zh: '文件“{name}”中没有工作表“{sheet}”。',
    en: 'The file “{name}” has no sheet “{sheet}”.',
  },
  'activity.too-many-rows': {
    zh: '文件“{name}”的数据超过 {limit} 行。请拆分后导入。',
    en: 'The file “{name}” has more than {limit} rows of data. Split it and import the parts.',
  },
  'activity.too-many-columns': {
    zh: '文件“{name}”的数据超过 {limit} 列。请删除多余的列后导入。',
    en: 'The file “{name}” has more than {limit} columns. Remove those that are not needed.',
  },
  'activity.encoding-unknown': {
    zh: '无法判断文件“{name}”的文字编码。请在 Excel 或 WPS 中另存为“CSV UTF-8”，或另存为 .xlsx。',
    en: 'The encoding of the file “{name}” cannot be told. Save it as “CSV UTF-8” or as .xlsx in Excel or WPS.',
  },
  'activity.encoding-wrong': {
    zh: '文件“{name}”不能按编码 {encoding} 读取。请改选其他编码。',
    en: 'The file “{name}” cannot be read as {encoding}. Choose another encoding.',
  },
  'activity.quote-not-closed': {
    zh: '文件“{name}”中有未闭合的双引号，从该处起无法分辨各列。请检查引号或另存为 .xlsx。',
    en: 'The file “{name}” has a quotation mark that is never closed, so its columns cannot be told apart from there. Check the quotes or save it as .xlsx.',
  },
  'activity.import-cancelled': {
    zh: '导入已取消，没有写入任何数据。',
    en: 'The import was cancelled. Nothing was written.',
  },

  'activity.not-a-number': { zh: '“{entered}”不是数值。', en: '“{entered}” is not a number.' },
  'activity.text-in-number': {
    zh: '数值中夹有文字：“{entered}”。',
    en: 'There is text in the number: “{entered}”.',
  },
  'activity.number-too-large': {
    zh: '“{entered}”过大，整数部分最多 15 位。请检查是否多输了位数或单位有误。',
    en: '“{entered}” is too large; at most 15 digits may stand before the decimal point. Check its digits and its unit.',
  },
  'activity.too-precise': {
    zh: '“{entered}”位数过多，最多 15 位有效数字、12 位小数。',
    en: '“{entered}” has too many digits; 15 significant digits and 12 decimals are kept.',
  },
  'activity.float-noise': {
    zh: '单元格中存的是 {entered}，这是电子表格二进制计算的尾差；表格里显示的是 15 位有效数字。',
    en: 'The cell holds {entered}, a remainder of binary arithmetic in the spreadsheet, which shows 15 significant digits of it.',
  },
  'activity.negative': {
    zh: '“{entered}”是负数，而该参数不能为负。',
    en: '“{entered}” is negative, which this parameter cannot be.',
  },
  'activity.two-readings': {
    zh: '“{entered}”有两种读法：{first} 或 {second}。请改写清楚。',
    en: '“{entered}” can be read as {first} or as {second}. Write it so that it is clear.',
  },
  'activity.bad-grouping': {
    zh: '“{entered}”的千位分隔或小数点位置不对。',
    en: 'The separators in “{entered}” are not where they should be.',
  },
  'activity.comma-as-thousands': {
    zh: '“{entered}”按千位分隔读作 {read}；若逗号是小数点，应为 {other}。',
    en: '“{entered}” was read as {read}, with thousands set apart; if the mark is a decimal one, it is {other}.',
  },
  'activity.decimal-comma': {
    zh: '“{entered}”按小数逗号读作 {read}。',
    en: '“{entered}” was read as {read}, with a decimal comma.',
  },
  'activity.full-width': {
    zh: '全角字符“{entered}”读作 {read}。',
    en: 'The full-width “{entered}” was read as {read}.',
  },
  'activity.formula-value': {
    zh: '该单元格是公式，取其保存的结果 {read}。',
    en: 'The cell is a formula; its stored result {read} was taken.',
  },
  'activity.formula-without-value': {
    zh: '该单元格是公式，但文件中没有保存计算结果。请在 Excel 或 WPS 中打开并保存一次，或粘贴为数值。',
    en: 'The cell is a formula whose result is not stored in the file. Open and save the file in Excel or WPS once, or paste it as a value.',
  },
  'activity.cell-error': { zh: '该单元格是错误值 {entered}。', en: 'The cell holds the error {entered}.' },
  'activity.date-not-number': {
    zh: '此处应为数值，单元格里却是日期 {entered}。可能是表格把输入自动转成了日期。',
    en: 'A number should stand here, but the cell holds the date {entered}. The spreadsheet may have turned what was typed into a date.',
  },
  'activity.merged-number': {
    zh: '该数值所在的合并单元格 {range} 跨越多个数据格，无法判断如何分配。请取消合并并逐格填写。',
    en: 'The number stands in the merged cells {range}, which cover several amounts; how it divides cannot be told. Unmerge them and fill in each.',
  },

  'activity.not-a-period': {
    zh: '“{entered}”不是月份或日期。',
    en: '“{entered}” is neither a month nor a day.',
  },
  'activity.no-such-date': { zh: '没有“{entered}”这样的日期。', en: 'There is no such date as “{entered}”.' },
  'activity.two-dates': {
    zh: '“{entered}”有两种读法：{first} 或 {second}。请改写为“年-月-日”。',
    en: '“{entered}” can be read as {first} or as {second}. Write it as year-month-day.',
  },
  'activity.date-as-number': {
    zh: '“{entered}”可能是失去日期格式的序列号。',
    en: '“{entered}” may be the serial number of a day that lost its format.',
  },
  'activity.year-unknown': {
    zh: '“{entered}”没有年份。请在映射中指定年份。',
    en: '“{entered}” has no year. Choose the year in the mapping.',
  },
  'activity.short-year': { zh: '“{entered}”读作 {read}。', en: '“{entered}” was read as {read}.' },
  'activity.period-too-long': {
    zh: '“{entered}”长于一个月。数据按月或按日导入，季度和年度数据不能分摊到各月。',
    en: '“{entered}” is longer than a month. Data is imported by month or by day; quarters and years cannot be divided into months.',
  },
  'activity.period-missing': {
    zh: '有数值但没有月份或日期。',
    en: 'There is an amount but no month or day.',
  },
  'activity.outside-period': {
    zh: '{from} 至 {to}（不含）不在本次导入的期间内。',
    en: 'From {from} up to {to} is outside of the period that is imported.',
  },

  'activity.name-missing': {
    zh: '有数值但没有参数名称。',
    en: 'There is an amount but no name of a parameter.',
  },
  'activity.parameter-unknown': {
    zh: '“{name}”还没有对应的参数。请在映射中选择参数，或选择不导入。',
    en: '“{name}” is not assigned to a parameter. Choose one in the mapping, or leave it out.',
  },
  'activity.column-unassigned': {
    zh: '列“{name}”还没有对应的参数。请选择参数，或把该列移出映射。',
    en: 'The column “{name}” is not assigned to a parameter. Choose one, or take the column out of the mapping.',
  },
  'activity.unit-unknown': {
    zh: '不认识单位“{unit}”。请在映射中指明它是哪个单位。',
    en: 'The unit “{unit}” is not known. Say in the mapping which unit it is.',
  },
  'activity.unit-missing': {
    zh: '没有写明单位。该参数的单位是 {expected}。',
    en: 'No unit is given. The unit of this parameter is {expected}.',
  },
  'activity.unit-mismatch': {
    zh: '单位 {unit} 不能换算为该参数的单位 {expected}。',
    en: 'The unit {unit} cannot be converted into {expected}, the unit of this parameter.',
  },
  'activity.unit-in-cell': {
    zh: '单元格写明单位 {unit}，与该列的 {column} 不同，以单元格为准。',
    en: 'The cell states the unit {unit}, which differs from {column} of its column; the cell was followed.',
  },
  'activity.thousand-times': {
    zh: '按 {unit} 计，该值与通常的每月 {low}–{high} {usual} 相差悬殊；单位很可能是 {likely}。',
    en: 'In {unit} this is far from the usual {low}–{high} {usual} a month; the unit is most likely {likely}.',
  },
  'activity.far-from-usual': {
    zh: '按 {unit} 计，该值与通常的每月 {low}–{high} {usual} 相差悬殊。请核对数值和单位。',
    en: 'In {unit} this is far from the usual {low}–{high} {usual} a month. Check the amount and the unit.',
  },

  'activity.month-twice': {
    zh: '{month} 在文件中已出现过（{first}）。',
    en: '{month} already stands in the file, at {first}.',
  },
  'activity.delivery-twice': {
    zh: '{day} 有两笔完全相同的记录，另一笔在 {first}。请确认不是重复录入。',
    en: 'Two records of {day} are exactly alike, the other is at {first}. Make sure that it was not entered twice.',
  },
  'activity.period-overlap': {
    zh: '同一个月既有月度值又有逐日值，另一处在 {first}。请只保留一种。',
    en: 'The month has a value of its own and single days as well, the other is at {first}. Keep only one kind.',
  },
  'activity.already-recorded': {
    zh: '{from} 起的这一期已有数据 {recorded}。',
    en: 'There is already {recorded} for the period from {from}.',
  },
  'activity.total-row': {
    zh: '“{name}”是合计或平均行，不导入。',
    en: '“{name}” is a row of sums or means and is not imported.',
  },
  'activity.heading-again': {
    zh: '该行重复了表头，不导入。',
    en: 'The row repeats the heading and is not imported.',
  },
  'activity.hidden-row-left-out': {
    zh: '该行在表格中被隐藏，不导入。',
    en: 'The row is hidden in the spreadsheet and is not imported.',
  },
  'activity.hidden-row-read': {
    zh: '该行在表格中被隐藏，但已读入。',
    en: 'The row is hidden in the spreadsheet but was read.',
  },

  'activity.no-table-found': {
    zh: '没有认出表头。请选择表头所在的行和表格的样式。',
    en: 'No heading was recognised. Choose the row of the heading and the layout of the table.',
  },
  'activity.names-open': {
    zh: '有 {count} 个名称还没有对应的参数。',
    en: '{count} names are not assigned to a parameter yet.',
  },
  'activity.year-open': { zh: '月份没有写年份，请指定年份。', en: 'The months have no year; choose it.' },
  'activity.units-open': {
    zh: '有 {count} 处没有写明单位，请指定。',
    en: 'In {count} places no unit is given; choose it.',
  },
  'activity.hidden-rows': {
    zh: '工作表中有隐藏的行，默认不导入。',
    en: 'The sheet has hidden rows; they are left out unless you choose otherwise.',
  },
  'activity.key-unknown': {
    zh: '填报键“{key}”不是本厂发出的，或已被改动，这一行没有导入。请从原工作簿复制该行的键，或重新下载工作簿。',
    en: 'The key “{key}” was not given out by this plant, or was changed; the row was not imported. Copy the key of that row from the original workbook, or download the workbook again.',
  },
  'activity.not-a-full-hour': {
    zh: '“{entered}”不是整点。按小时导入的表，每行应从整点开始。',
    en: '“{entered}” is not a full hour. In a table of hours each row begins at one.',
  },
} satisfies Record<`activity.${string}`, Wording>
