import type { Wording } from '#shared/kernel/texts'

export const updateTexts = {
  'exchange.table.update_feed': { zh: '更新源', en: 'Release feed' },
  'exchange.table.kept_programs': { zh: '保存的程序', en: 'Kept programs' },
  'exchange.column.is_on': { zh: '是否启用', en: 'Switched on' },
  'exchange.column.address': { zh: '地址', en: 'Address' },
  'exchange.did.setUpdateFeed': { zh: '设置更新源', en: 'Set the release feed' },
  'exchange.did.readUpdate': { zh: '检查更新文件', en: 'Checked an update' },
  'exchange.did.fetchUpdate': { zh: '从更新源取得更新', en: 'Fetched an update' },
  'exchange.did.applyUpdate': { zh: '更新程序', en: 'Updated the program' },
  'exchange.did.goBack': { zh: '退回上一版本', en: 'Went back to the version before' },
  'exchange.update.applied': {
    zh: '由 {from} 更新到 {to}，更新前的备份：{backup}',
    en: 'Updated from {from} to {to}; backup before it: {backup}',
  },
  'exchange.update.went-back': { zh: '由 {from} 退回 {to}', en: 'Went back from {from} to {to}' },

  'exchange.update': { zh: '程序更新', en: 'Program updates' },
  'exchange.update.purpose': {
    zh: '更新文件带有发布者的签名，可以用 U 盘带来，不需要联网。更新前先做备份并当场恢复核对，更新后可以退回。',
    en: 'An update carries the publisher’s signature and can come on a stick, without a network. A backup is made and proven by restoring it first, and there is a way back.',
  },
  'exchange.update.here': { zh: '本机的程序', en: 'The program on this machine' },
  'exchange.update.version': { zh: '版本', en: 'Version' },
  'exchange.update.machine': { zh: '系统', en: 'System' },
  'exchange.update.schema': { zh: '数据结构', en: 'Data structure' },
  'exchange.update.keys': { zh: '接受的签名', en: 'Signatures accepted' },
  'exchange.update.keys-none': {
    zh: '此程序构建时没有放入发布者的公钥，因此不接受任何更新文件',
    en: 'Built without a publisher’s key: it takes no updates',
  },
  'exchange.update.bring': { zh: '选择更新文件（.tanbu-update）', en: 'Choose an update (.tanbu-update)' },
  'exchange.update.found': { zh: '这份更新', en: 'This update' },
  'exchange.update.signature': { zh: '签名', en: 'Signature' },
  'exchange.update.signed': {
    zh: '签名有效，发布者密钥 {key}',
    en: 'The signature is valid, publisher’s key {key}',
  },
  'exchange.update.released': { zh: '发布时间', en: 'Released' },
  'exchange.update.size': { zh: '大小', en: 'Size' },
  'exchange.update.size-of': { zh: '{size} MiB', en: '{size} MiB' },
  'exchange.update.notes': { zh: '更新内容', en: 'What is new' },
  'exchange.update.schema-same': { zh: '数据结构不变', en: 'The data structure stays as it is' },
  'exchange.update.schema-new': {
    zh: '数据结构将升级到 {schema}；升级后旧版本不能再打开这份数据，只能从备份恢复',
    en: 'The data structure is upgraded to {schema}; the older program then opens this data only from the backup',
  },
  'exchange.update.fits': { zh: '适用于本机', en: 'Fits this machine' },
  'exchange.update.apply': { zh: '备份并更新', en: 'Back up and update' },
  'exchange.update.apply-ask': {
    zh: '先做备份并核对，然后关闭程序、换上 {version}，再重新启动。请输入您的密码。',
    en: 'A backup is made and proven, then the program closes, {version} takes its place, and it starts again. Please enter your password.',
  },
  'exchange.update.applying': { zh: '正在更新', en: 'Updating' },
  'exchange.update.handed': {
    zh: '备份 {backup} 已核对，{version} 已交给系统，程序即将重新启动。',
    en: 'The backup {backup} is proven and {version} was handed to the system; the program is about to start again.',
  },
  'exchange.update.step-checking': { zh: '核对签名', en: 'Checking the signature' },
  'exchange.update.step-taking': { zh: '取出程序', en: 'Taking the program out' },
  'exchange.update.step-asking': { zh: '询问更新源', en: 'Asking the feed' },
  'exchange.update.back': { zh: '退回上一版本', en: 'The way back' },
  'exchange.update.back-what': {
    zh: '上一版本 {version} 仍保存在本机。退回前先做一份备份。若数据结构在更新时升级过，旧版本会拒绝打开现在的数据，并在启动页提供更新前的备份。',
    en: 'Version {version} is kept on this machine. A backup is made before going back. Where the update changed the data structure, the older program refuses the present data and offers the backup from before on its first page.',
  },
  'exchange.update.back-none': {
    zh: '本机没有保存上一版本。以后每次更新都会保留被替换的版本；用安装包安装的第一个版本请重新运行它的安装包。',
    en: 'No earlier version is kept here. Each update keeps the one that it replaces; for a first version from an installer, run that installer again.',
  },
  'exchange.update.back-do': { zh: '退回 {version}', en: 'Go back to {version}' },
  'exchange.update.back-ask': {
    zh: '程序将关闭并换回 {version}。请输入您的密码。',
    en: 'The program closes and {version} takes its place. Please enter your password.',
  },
  'exchange.update.online': { zh: '从网络取得', en: 'From the network' },
  'exchange.update.online-why': {
    zh: '默认不联网查询。打开后也只在您按下按钮时查询这个地址；取得的文件与 U 盘带来的一样核对签名。“暂停一切外发”时不查询。',
    en: 'Nothing is looked up by default. Switched on, this address is asked only when you press the button; what it gives is checked like a file from a stick. Nothing is asked while nothing may leave.',
  },
  'exchange.update.address': { zh: '更新源地址', en: 'Address of the feed' },
  'exchange.update.allow': { zh: '允许查询', en: 'May be asked' },
  'exchange.update.save': { zh: '保存', en: 'Save' },
  'exchange.update.look': { zh: '现在查询', en: 'Ask now' },
  'exchange.update.looking': { zh: '正在查询', en: 'Asking' },
  'exchange.update.none-newer': { zh: '没有更新的版本', en: 'There is nothing newer' },

  'exchange.update.no-key': {
    zh: '此程序构建时没有放入发布者的公钥，不接受更新文件。',
    en: 'This program was built without a publisher’s key and takes no updates.',
  },
  'exchange.update.not-one': {
    zh: '这不是碳簿的更新文件，或者是为更新的程序制作的。',
    en: 'This is no update of Tanbu, or one made for a later program.',
  },
  'exchange.update.forged': {
    zh: '签名无效：这份文件不是发布者签发的，或在途中被改动。请不要使用，并向发布者核实来源。',
    en: 'The signature is not valid: the file was not issued by the publisher, or was changed on its way. Do not use it, and ask the publisher.',
  },
  'exchange.update.damaged': {
    zh: '更新文件不完整或已损坏，请重新复制。',
    en: 'The update is incomplete or damaged. Please copy it again.',
  },
  'exchange.update.other-machine': {
    zh: '这份更新是给另一种系统或另一种安装方式的。',
    en: 'This update is for another system or another kind of installation.',
  },
  'exchange.update.not-newer': {
    zh: '这份更新不比现有的程序新。',
    en: 'This update is not newer than the program.',
  },
  'exchange.update.too-far': {
    zh: '现有数据太旧，不能直接更新到这一版，请先更新到中间的版本。',
    en: 'The data here is too old for this release. Update to a release in between first.',
  },
  'exchange.update.host': {
    zh: '这里运行的程序不能由自己替换：它不是安装的桌面程序。请用安装包，或按取得它的方式更新（例如 git pull 后 npm ci）。',
    en: 'The program that runs here cannot replace itself: it is not an installed desktop program. Use an installer, or update it the way it came, such as git pull and npm ci.',
  },
  'exchange.update.backup': {
    zh: '更新前的备份 {file} 没有通过核对，因此没有更新。请先查看备份页。',
    en: 'The backup {file} before the update did not pass its proof, so nothing was updated. Please see the backups first.',
  },
  'exchange.update.handing': {
    zh: '系统没有接受更新：{reason}。现在的程序没有变。',
    en: 'The system did not take the update: {reason}. The present program stays as it is.',
  },
  'exchange.update.no-previous': { zh: '本机没有保存上一版本。', en: 'No earlier version is kept here.' },
  'exchange.update.kept-altered': {
    zh: '保存的 {version} 版程序已被改动或不完整，没有使用。请用该版本的更新文件或安装包回到它。',
    en: 'The program kept as version {version} was altered or is not whole, and was not used. Go back by the update file or installer of that version.',
  },
  'exchange.update.no-feed': { zh: '没有打开更新源。', en: 'No feed is switched on.' },
  'exchange.update.feed': {
    zh: '更新源没有给出可用的回答：{reason}',
    en: 'The feed gave no usable answer: {reason}',
  },
} satisfies Record<`exchange.${string}`, Wording>
