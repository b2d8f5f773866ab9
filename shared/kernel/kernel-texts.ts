import type { Wording } from '#shared/kernel/texts'

/** Wording of the refusals that belong to no area. */
export const kernelTexts = {
  'kernel.edited-meanwhile': {
    zh: '您打开之后，别人也改了同样的内容并已保存。您填写的还在，没有保存；请对照后选择。',
    en: 'Somebody else changed the same fields since you opened this, and saved them. What you typed is kept and not saved; please compare and choose.',
  },
  'kernel.clash.field': { zh: '字段', en: 'Field' },
  'kernel.clash.mine': { zh: '您填写的', en: 'What you typed' },
  'kernel.clash.theirs': { zh: '现在保存的', en: 'What is saved now' },
  'kernel.clash.see-form': { zh: '见表单', en: 'see the form' },
  'kernel.clash.take-mine': { zh: '保留我的，再保存', en: 'Keep mine, to be saved again' },
  'kernel.clash.take-theirs': { zh: '采用现在保存的', en: 'Take what is saved' },
  'kernel.past-is-read-only': {
    zh: '正在查看过去某一天的数据，只能看，不能改。请先回到今天。',
    en: 'You are looking at a past day, which can be read and not changed. Come back to today first.',
  },
  'kernel.sign-needed': {
    zh: '此操作是一次签名，请输入密码确认。',
    en: 'This act is a signature. Please confirm it by password.',
  },
  'kernel.not-signed': { zh: '没有签名，操作未执行。', en: 'Not signed; nothing was done.' },
  'expression.unexpected': {
    zh: '公式“{text}”从第 {place} 个字符起无法读懂。可用名称、数字（可带 [单位]）、+ − × ÷ 和括号。',
    en: 'The formula “{text}” cannot be read from character {place} on. Use names, numbers (with [unit] if need be), + − × ÷ and brackets.',
  },
  'expression.unknown-unit': {
    zh: '公式中的单位“{unit}”不存在。',
    en: 'The formula has a unit that does not exist: “{unit}”.',
  },
  'expression.units-differ': {
    zh: '公式中 {unit} 与 {expected} 不是同一种量，不能相加减或换算。',
    en: 'In the formula {unit} and {expected} do not measure the same, so they cannot be added or converted.',
  },
  'expression.no-measure': {
    zh: '公式中 {units} 的结果没有对应的单位，请改写公式或换用单位。',
    en: 'The formula contains {units}, for which there is no unit; write it differently or use other units.',
  },
  'expression.division-by-zero': {
    zh: '公式中的除数为零，没有结果。',
    en: 'The formula divides by zero and has no result.',
  },
  'kernel.sealed': {
    zh: '数据已加密并锁定。请先输入密码或恢复密钥解锁。',
    en: 'The data is encrypted and locked. Unlock it with a password or the recovery key first.',
  },
  'kernel.tasks-running': {
    zh: '还有其他工作正在进行，请等它们结束后再试。',
    en: 'Other work is still going on. Please try again when it is done.',
  },
  'kernel.in-use': {
    zh: '数据文件夹正在被另一个程序使用：{program}（进程 {pid}，自 {since}）。请先关闭它。',
    en: 'The data folder is being used by another program: {program} (process {pid}, since {since}). Please close that one first.',
  },
  'kernel.older-file': {
    zh: '数据文件夹由较早版本的程序建立（缺少 {migrations}）。请先用本程序打开一次，升级前会自动备份。',
    en: 'The data folder was made by an older program (without {migrations}). Open it once with this program; it is backed up before it is brought up to date.',
  },
  'kernel.newer-file': {
    zh: '这些数据由更新版本的碳簿写成（{migrations}），本版本不能打开。请安装新版本。',
    en: 'This data was written by a newer version of Tanbu ({migrations}), and this version cannot open it. Please install the newer one.',
  },
  'kernel.damaged': {
    zh: '数据文件已损坏，无法打开（{reason}）。请用最近的备份恢复。',
    en: 'The data file is damaged and cannot be opened ({reason}). Please restore the latest backup.',
  },
  'kernel.store-missing': {
    zh: '文件夹“{folder}”中有碳簿的密钥或审计记录，但数据文件 store.db 不见了或为空。请用最近的备份恢复，不要新建。',
    en: 'The folder “{folder}” holds Tanbu’s keys or the mark of its audit trail, but its data file store.db is gone or empty. Please restore the latest backup instead of starting anew.',
  },
  'kernel.not-writable': {
    zh: '数据文件夹“{folder}”不能写入。请检查该文件夹的权限、是否只读，或所在的盘是否已连接。',
    en: 'The data folder “{folder}” cannot be written to. Please check its permissions, whether it is read-only, and whether its drive is connected.',
  },
  'kernel.folder-changed': {
    zh: '进行当中已换到另一个数据文件夹（例如打开了示例或过去某一天），本次操作没有保存，请重新进行。',
    en: 'Another data folder was opened meanwhile, such as the sample or a past day. This act was not saved; please do it again.',
  },
  'kernel.folder-gone': {
    zh: '数据文件夹“{folder}”已不在原处（被移走、删除，或所在的盘已断开），本次操作没有保存。请恢复该文件夹后重新打开程序。',
    en: 'The data folder “{folder}” is no longer there: moved, deleted, or on a drive that was disconnected. This act was not saved. Please bring the folder back and open the program again.',
  },
  'kernel.no-store': {
    zh: '文件夹“{folder}”中没有碳簿数据。',
    en: 'There is no Tanbu data in the folder “{folder}”.',
  },
  'kernel.cancelled': {
    zh: '任务已取消，没有留下任何改动。',
    en: 'The task was cancelled and changed nothing.',
  },
  'kernel.out-of-memory': {
    zh: '任务所需内存超出限制，已停止（{job}）。文件可能过大或已损坏。',
    en: 'The task needed more memory than it may use and was stopped ({job}). The file may be too large or broken.',
  },
  'kernel.not-permitted': {
    zh: '您的角色没有此项权限（{permission}）。请联系管理员。',
    en: 'Your roles do not include this permission ({permission}). Please ask the administrator.',
  },
  'kernel.input-invalid': {
    zh: '“{field}”未被接受：{reason}。请修改后再试。',
    en: '“{field}” was not taken: {reason}. Please change it and try again.',
  },
  'kernel.input-invalid-row': {
    zh: '第 {row} 项的“{field}”未被接受：{reason}。请修改后再试。',
    en: '“{field}” of item {row} was not taken: {reason}. Please change it and try again.',
  },
  'kernel.unprintable': {
    zh: '输入中有无法显示的空字符，后面的内容会看不到，因此未保存。请重新键入该内容，不要从原处粘贴。',
    en: 'The input holds a null character, behind which nothing would be seen; nothing was saved. Please type it anew instead of pasting it.',
  },
  'kernel.sign-in-first': { zh: '请先登录。', en: 'Please sign in first.' },
  'kernel.upload-gone': {
    zh: '上传的文件已不在暂存区，请重新选择该文件。',
    en: 'The uploaded file is no longer there. Please choose it again.',
  },
  'kernel.upload-too-large': {
    zh: '文件超过 {limitMiB} MiB，未被接收。请拆分或压缩后再上传。',
    en: 'The file is larger than {limitMiB} MiB and was not taken. Please split or compress it and try again.',
  },
  'kernel.disk-full': {
    zh: '磁盘已满或不能写入，本次操作没有保存，此前的数据完好。请腾出空间后再试。',
    en: 'The disk is full or cannot be written to. This act was not saved; everything before it is whole. Please make room and try again.',
  },
  'kernel.secrets-closed': {
    zh: '程序启动后还没有人登录，保存的密码尚未解锁。登录后自动继续。',
    en: 'Nobody has signed in since the program began, and kept passwords are still locked. It goes on by itself once somebody has.',
  },
  'kernel.secret-unreadable': {
    zh: '保存的密码无法解开（数据文件夹的密钥已更换，或记录被改动）。请重新填写。',
    en: 'The password that was kept cannot be opened (other keys of the data folder, or a changed record). Please enter it again.',
  },
  'kernel.table.store': { zh: '数据文件夹标识', en: 'identity of the data folder' },
  'kernel.table.signatures': { zh: '签名', en: 'signatures' },
  'kernel.table.switches': { zh: '开关', en: 'switches' },
  'kernel.table.links': { zh: '关联', en: 'links' },
} satisfies Record<`kernel.${string}` | `expression.${string}`, Wording>
