import type { Wording } from '#shared/kernel/texts'

/** Targets, the line that each has, and what is made to be sent. */
export const outboxTexts = {
  'exchange.outbox': { zh: '发件箱', en: 'Outbox' },
  'exchange.outbox-empty': {
    zh: '发件箱是空的。把导出文件发往一个目标，离线时先在此排队，一旦目标可达即自动送达、读回核对并留下回执。',
    en: 'The outbox is empty. Send exports to a target: without a link they wait here, and once the target can be reached they arrive by themselves, are read back, and leave a receipt.',
  },
  'exchange.outbox-to-exports': { zh: '去选择文件', en: 'Choose files' },
  'exchange.outbox-to-targets': { zh: '添加目标', en: 'Add a target' },
  'exchange.outbox-filter': { zh: '显示', en: 'Show' },
  'exchange.outbox-filter.open': { zh: '未送达', en: 'Not yet there' },
  'exchange.outbox-filter.delivered': { zh: '已送达', en: 'Delivered' },
  'exchange.outbox-filter.cancelled': { zh: '已取消', en: 'Cancelled' },
  'exchange.outbox-filter.all': { zh: '全部', en: 'All' },
  'exchange.outbox-filter-target': { zh: '目标', en: 'Target' },
  'exchange.outbox-none-such': { zh: '没有符合条件的记录。', en: 'Nothing of that kind.' },
  'exchange.outbox-more': { zh: '再显示一些（还有 {count} 条）', en: 'Show more ({count} left)' },
  'exchange.outbox-all-there': { zh: '全部已送达。', en: 'Everything has arrived.' },
  'exchange.progress': { zh: '进度', en: 'Progress' },
  'exchange.progress-of': { zh: '{sent} / {size}', en: '{sent} of {size}' },
  'exchange.priority': { zh: '优先级', en: 'Priority' },
  'exchange.priority-0': { zh: '稍后', en: 'Later' },
  'exchange.priority-1': { zh: '依次', en: 'In order' },
  'exchange.priority-2': { zh: '优先', en: 'First' },
  'exchange.acts': { zh: '操作', en: 'Acts' },
  'exchange.act-pause': { zh: '暂停', en: 'Pause' },
  'exchange.act-resume': { zh: '继续', en: 'Resume' },
  'exchange.act-retry': { zh: '重试', en: 'Try again' },
  'exchange.act-cancel': { zh: '取消', en: 'Cancel' },
  'exchange.act-cancel-ask': {
    zh: '不再发送“{file}”？可随时重新放入发件箱。',
    en: 'No longer send “{file}”? You can put it into the outbox again at any time.',
  },
  'exchange.act-rename': { zh: '改名后发送', en: 'Send under another name' },
  'exchange.act-up': { zh: '提前', en: 'Move up' },
  'exchange.act-down': { zh: '推后', en: 'Move down' },
  'exchange.act-of': { zh: '{act}：{file}', en: '{act}: {file}' },
  'exchange.rename-title': { zh: '目标处已有同名的另一份文件', en: 'Another file has this name there' },
  'exchange.rename-ours': { zh: '本文件', en: 'Ours' },
  'exchange.rename-theirs': { zh: '目标处的文件', en: 'The one that is there' },
  'exchange.rename-theirs-kept': {
    zh: '{place}（保持原样，从不覆盖）',
    en: '{place} (left as it is; nothing is ever overwritten)',
  },
  'exchange.rename-name': { zh: '新文件名', en: 'New name' },
  'exchange.rename-leave': { zh: '不再发送', en: 'Do not send it' },
  'exchange.next-attempt': { zh: '{at} 再试', en: 'tried again at {at}' },
  'exchange.receipt': { zh: '回执', en: 'Receipt' },
  'exchange.receipt-of': {
    zh: '{place} · {size} · SHA-256 {sha256}',
    en: '{place} · {size} · SHA-256 {sha256}',
  },
  'exchange.state-sending': { zh: '正在发送', en: 'Sending' },
  'exchange.state-paused': { zh: '已暂停', en: 'Paused' },
  'exchange.state-cancelled': { zh: '已取消', en: 'Cancelled' },
  'exchange.state-conflict': { zh: '文件名冲突', en: 'Name taken' },
  'exchange.state-message': { zh: '邮件已备好', en: 'Mail is ready' },

  'exchange.offline': { zh: '暂停一切外发', en: 'Let nothing leave' },
  'exchange.offline-on': { zh: '已断开外发', en: 'Nothing leaves' },
  'exchange.offline-since': {
    zh: '自 {at} 起，任何内容都不离开本机。发件箱照常排队，恢复后自动送达。',
    en: 'Since {at} nothing leaves this machine. The outbox goes on taking files and sends them once this is switched off.',
  },
  'exchange.offline-why': {
    zh: '打开后，发件箱只排队不发送，正在发送的立即停下，以后从断点继续。',
    en: 'With this on, the outbox takes files and sends none; what is on its way stops at once and goes on from there later.',
  },
  'exchange.online-again': { zh: '恢复外发', en: 'Let things leave again' },
  'exchange.status.waiting': { zh: '待送达 {count}', en: '{count} to be sent' },
  'exchange.status.sending': { zh: '正在发送 {percent}%', en: 'sending {percent}%' },
  'exchange.offline-now': {
    zh: '已暂停一切外发。请先在状态栏恢复外发。',
    en: 'Nothing may leave this machine at the moment. Switch that off in the status bar first.',
  },

  'exchange.send-how': { zh: '发往', en: 'Send to' },
  'exchange.send-none': { zh: '请先添加目标', en: 'Add a target first' },
  'exchange.send-chosen': { zh: '已选 {count} 个文件', en: '{count} files chosen' },
  'exchange.send': { zh: '发往目标', en: 'Send to target' },
  'exchange.send-page': { zh: '发送文件', en: 'Send a file' },
  'exchange.send-page.purpose': {
    zh: '选择目标，文件放入发件箱，可达时自动送达并核对。',
    en: 'Choose a target: the file goes into the outbox, arrives once the target is there, and is read back.',
  },
  'exchange.send-page.sent': { zh: '已放入发件箱', en: 'It is in the outbox' },
  'exchange.send-page.to-outbox': { zh: '查看发件箱', en: 'See the outbox' },
  'exchange.deliver': { zh: '立即送达', en: 'Deliver now' },
  'exchange.delivering': { zh: '正在送达', en: 'Delivering' },
  'exchange.delivered-result': {
    zh: '已送达 {delivered} 份，未送达 {failed} 份。',
    en: '{delivered} delivered, {failed} not delivered.',
  },
  'exchange.make-submission': { zh: '生成集团报送文件', en: 'Make the group submission' },
  'exchange.make-evidence': { zh: '打包证据', en: 'Pack the evidence' },
  'exchange.for-others': { zh: '交给集团或核查方', en: 'For the group or a verifier' },
  'exchange.for-others-why': {
    zh: '集团报送文件含清单全文与证据哈希；证据包含所有佐证文件及其清单。',
    en: 'The submission holds the whole document and the hashes of its evidence; the evidence package holds the files with a list.',
  },
  'exchange.kind-plan': { zh: '监测计划', en: 'Monitoring plan' },
  'exchange.kind-package': { zh: '资料包', en: 'Package' },
  'exchange.kind-evidence': { zh: '证据包（ZIP）', en: 'Evidence (ZIP)' },
  'exchange.kind-submission': { zh: '集团报送文件（JSON）', en: 'Group submission (JSON)' },
  'exchange.kind-backup': { zh: '备份', en: 'Backup' },
  'exchange.kind-message': { zh: '邮件（EML）', en: 'Mail (EML)' },
  'exchange.kind-file': { zh: '其他文件', en: 'Other file' },
  'exchange.mail.words': {
    zh: '随信附上下列文件。收到后可核对其 SHA-256 哈希值：',
    en: 'Enclosed are the following files. Their SHA-256 hashes tell whether they arrived unchanged:',
  },

  'exchange.target-gone': {
    zh: '找不到文件夹 {folder}。插入 U 盘或连接网络共享后自动送达。',
    en: 'The folder {folder} is not there. Once the stick is plugged in or the share connected, files arrive by themselves.',
  },
  'exchange.target-silent': {
    zh: '{folder} 没有应答，网络共享可能已断开。恢复连接后自动送达。',
    en: '{folder} does not answer: the share may be cut off. Once it is back, files arrive by themselves.',
  },
  'exchange.target-full': {
    zh: '{folder} 的空间已满，文件未送达，原有文件未改动。',
    en: '{folder} is full. The file was not delivered; what was there is unchanged.',
  },
  'exchange.target-broken': {
    zh: '{folder} 读写出错（{why}），介质或连接可能有故障，稍后自动重试。',
    en: '{folder} answers with errors ({why}): the medium or the connection may be failing. It is tried again by itself.',
  },
  'exchange.target-read-only': {
    zh: '{folder} 不允许写入，请检查写保护开关或权限。',
    en: '{folder} does not allow writing. Check its write protection or your rights.',
  },
  'exchange.target-is-own-data': {
    zh: '{folder} 位于本程序的数据文件夹内，请选择别处。',
    en: '{folder} is inside the program’s own data folder. Choose another place.',
  },
  'exchange.target-no-passphrase': {
    zh: '该目标要求用口令加密，但尚未保存口令，请在目标设置中填写。',
    en: 'Files for this target are to be encrypted under a passphrase, and none is kept. Enter it in the target’s settings.',
  },
  'exchange.hub-reads': {
    zh: '集团汇总库要读取报送内容，不能另行加密；连接本身由 TLS 加密。',
    en: 'A group hub reads what it is handed, which cannot be encrypted for it; the connection is, by TLS.',
  },
  'exchange.not-the-same': {
    zh: '{file} 写入后读回不一致，已作废。若再次出现，请勿使用该介质或服务器。',
    en: '{file} read back differently after writing and was discarded. Should it happen again, do not trust this medium or server.',
  },
  'exchange.name-refused': {
    zh: '{folder} 不接受这个文件名，请改名后发送。',
    en: '{folder} does not accept this name for a file. Send it under another.',
  },
  'exchange.name-used': {
    zh: '发件箱中已有发往同一目标的“{file}”，请另取名称。',
    en: '“{file}” is in the outbox for the same target already. Choose another name.',
  },
  'exchange.unexpected': {
    zh: '发送时出现意外错误（{message}），已记入日志，稍后自动重试。',
    en: 'Something unexpected went wrong ({message}). It is in the log, and sending is tried again by itself.',
  },
  'exchange.export-gone': {
    zh: '本机已没有文件 {file}（可能已被轮换删除），无法发送。',
    en: 'The file {file} is no longer on this machine (it may have been rotated out) and cannot be sent.',
  },
  'exchange.mail-too-large': {
    zh: '这封邮件约 {MiB} MiB，超过多数邮件服务器的上限 {limitMiB} MiB。请分几次发送，或换一种目标。',
    en: 'This mail would be about {MiB} MiB; most servers take no more than {limitMiB} MiB. Send fewer files at a time, or use another kind of target.',
  },
  'exchange.freeze-first': {
    zh: '“{title}”尚未冻结。报送给集团的清单须先冻结。',
    en: '“{title}” is not frozen yet. Freeze it before it is submitted to the group.',
  },
  'exchange.no-evidence': {
    zh: '“{title}”没有关联的证据文件。',
    en: '“{title}” stands on no evidence files.',
  },
  'exchange.unknown-target': {
    zh: '找不到该目标，可能已被移除。',
    en: 'There is no such target; it may have been removed.',
  },
  'exchange.unknown-export': { zh: '找不到该导出文件。', en: 'There is no such export.' },
  'exchange.unknown-delivery': { zh: '发件箱中没有这一项。', en: 'There is no such entry in the outbox.' },
  'exchange.delivery-settled': {
    zh: '“{file}”已送达或已取消，不能再更改。',
    en: '“{file}” has arrived or was cancelled and can no longer be changed.',
  },
  'exchange.other-line': {
    zh: '只能在同一目标的队列内调整顺序。',
    en: 'Only what goes to the same target can be put in order.',
  },
  'exchange.already-sent': {
    zh: '{file} 已在发往“{target}”的发件箱中。',
    en: '{file} is already in the outbox for “{target}”.',
  },
} satisfies Record<`exchange.${string}`, Wording>
