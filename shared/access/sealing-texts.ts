import type { Wording } from '#shared/kernel/texts'

/** Wording of the encrypted store, its door and its page. */
export const sealingTexts = {
  'access.sealed.title': { zh: '数据已加密', en: 'The data is encrypted' },
  'access.sealed.purpose': {
    zh: '输入登录名和密码，数据随即解锁并登录。没有密码或恢复密钥，任何人都读不出这些数据。',
    en: 'Enter your login and password: the data is unlocked and you are signed in. Without a password or the recovery key nobody can read it.',
  },
  'access.sealed.damaged': {
    zh: '密码正确，但数据文件打不开。选一份备份恢复，随后用备份当时的密码登录。',
    en: 'What you typed is right, but the data file cannot be opened. Restore one of the backups, then sign in with the password of its day.',
  },
  'access.sealed.brought-back': {
    zh: '数据已从备份恢复，打不开的数据整个另存在旁边。请用备份当时的密码登录。',
    en: 'The data is back from the backup; what could not be opened is kept beside, whole. Sign in with the password of its day.',
  },
  'access.sealed.converting': {
    zh: '正在重写全部数据文件，请稍候……',
    en: 'All data files are being written anew. One moment…',
  },
  'access.failed-before': {
    zh: '此前有 {count} 次解锁失败',
    en: '{count} failed attempts to unlock it came before',
  },
  'access.already-encrypted': { zh: '数据已经是加密的。', en: 'The data is encrypted already.' },
  'access.not-encrypted': { zh: '数据没有加密。', en: 'The data is not encrypted.' },
  'access.not-sealed': {
    zh: '数据已经解锁，请直接登录。',
    en: 'The data is unlocked already. Please sign in.',
  },
  'access.encrypt-plant-only': {
    zh: '请先回到本厂的当前数据，再开启或关闭加密。',
    en: 'Come back to the plant of today before you turn encryption on or off.',
  },
  'access.protection': { zh: '数据加密', en: 'Encryption of the data' },
  'access.protection.is-on': { zh: '已开启', en: 'on' },
  'access.protection.is-off': { zh: '未开启', en: 'off' },
  'access.protection.done': {
    zh: '数据文件已全部重写。请在“导出与备份”重做备份。',
    en: 'All data files have been written anew. Please renew the backups under “Exports and backups”.',
  },
  'access.protection.on': {
    zh: '数据库、凭证、导出文件、临时文件和数据文件夹中的备份都以加密形式保存。',
    en: 'Database, evidence, exports, temporary files and the backups in the data folder are stored encrypted.',
  },
  'access.protection.idle': {
    zh: '无人操作 15 分钟后，密钥从内存中清除，后台工作暂停。',
    en: 'After 15 minutes without activity the keys are removed from memory and background work pauses.',
  },
  'access.protection.off': {
    zh: '拿到这台电脑或硬盘的人可以读出数据。',
    en: 'Whoever gets hold of this computer or its disk can read the data.',
  },
  'access.protection.needs': {
    zh: '开启后，打开数据需要任一用户的密码或恢复密钥。两者都丢失时，数据无法找回，请妥善保管恢复密钥。',
    en: 'Once it is on, opening the data takes the password of a user or the recovery key. When both are lost, the data is lost: put the recovery key away safely.',
  },
  'access.protection.leftovers': {
    zh: '原有的明文文件会先覆写再删除。固态硬盘和带快照的文件系统仍可能保留旧的数据块；如有顾虑，请同时使用系统的整盘加密。示例工厂不加密。',
    en: 'The old files are overwritten and then removed. Solid-state drives and file systems with snapshots may keep old blocks all the same; if that matters, use the disk encryption of the system as well. The sample plant stays unencrypted.',
  },
  'access.protection.backups': {
    zh: '数据文件夹中的备份也会一并加密；此前存放到别处的备份不受影响，仍可被读取。',
    en: 'Backups in the data folder are encrypted too; those put elsewhere before stay as they are and can be read.',
  },
  'access.protection.encrypt': { zh: '开启加密', en: 'Turn encryption on' },
  'access.protection.decrypt': { zh: '关闭加密', en: 'Turn encryption off' },
  'access.protection.working': {
    zh: '正在重写数据文件。中途断电也不会丢失数据：要么全部完成，要么保持原样。',
    en: 'The data files are being written anew. A power cut does no harm: either all is done or all stays as it was.',
  },
  'access.protection.offer': { zh: '加密保存数据', en: 'Store the data encrypted' },
  'access.protection.offer.why': {
    zh: '电脑或硬盘丢失时，没有密码或恢复密钥就读不出数据。以后也可以在“我的账户”中开启或关闭。',
    en: 'If the computer or disk is lost, nothing can be read without a password or the recovery key. You can turn it on or off later under “My account”.',
  },
  'access.step-fixed': { zh: '正在重写凭证和备份', en: 'Writing evidence and backups anew' },
  'access.step-rest': { zh: '正在重写数据库和其他文件', en: 'Writing the database and other files anew' },
  'access.step-settle': { zh: '正在覆写并删除旧文件', en: 'Overwriting and removing the old files' },
  'access.did.unseal': { zh: '解锁加密的数据', en: 'Unlocked the encrypted data' },
  'access.did.unsealWithRecovery': {
    zh: '用恢复密钥解锁加密的数据',
    en: 'Unlocked the encrypted data with the recovery key',
  },
  'access.no-keychain': {
    zh: '系统钥匙串没有应答，仍用密码解锁。请先登录系统桌面并解锁钥匙串。',
    en: 'The keychain of the operating system does not answer; a password opens the data as before. Sign in to the desktop and unlock the keychain first.',
  },
  'access.keychain': { zh: '启动时解锁', en: 'Unlocking at the start' },
  'access.keychain.none': {
    zh: '此处没有系统钥匙串（在浏览器中使用，或操作系统未提供），每次启动都用密码或恢复密钥解锁。',
    en: 'There is no keychain of the operating system here (the program is used in a browser, or the system has none): each start takes a password or the recovery key.',
  },
  'access.keychain.off': {
    zh: '每次启动都用密码或恢复密钥解锁。也可以把数据密钥交给本机的系统钥匙串，由当前系统账号启动程序时自动解锁；密码和恢复密钥照样有效。',
    en: 'Each start takes a password or the recovery key. The data key can instead be given to the keychain of this computer, which unlocks the data whenever your account of the operating system starts the program. Passwords and the recovery key go on opening it.',
  },
  'access.keychain.on': {
    zh: '由本机系统钥匙串在启动时解锁，换一台电脑或换一个系统账号仍需密码。无人操作时窗口照常锁定，但数据不再重新加锁，备份和发送在后台继续。能使用这个系统账号的人就能解锁数据文件，请为系统账号设置密码。',
    en: 'The keychain of this computer unlocks the data at the start; another computer or another account of it still takes a password. Windows lock as before, but the data stays unlocked, so that backups and sending go on. Whoever can use this account of the operating system can unlock the data files: give it a password.',
  },
  'access.keychain.use': { zh: '用系统钥匙串解锁', en: 'Unlock by the keychain' },
  'access.keychain.drop': { zh: '改回用密码解锁', en: 'Go back to a password' },
  'access.keychain.offer': {
    zh: '在本机启动时由系统钥匙串解锁',
    en: 'Unlock by this computer’s keychain at the start',
  },
  'access.keychain.offer.why': {
    zh: '硬盘被拆走或换了系统账号时仍读不出数据；能使用这个系统账号的人可以解锁。',
    en: 'A stolen disk or another account of the system still shows nothing; whoever can use this account can unlock the data.',
  },
  'access.opens-by-keychain': {
    zh: '数据密钥已交给本机的系统钥匙串',
    en: 'The data key was given to the keychain of this computer',
  },
  'access.did.openByKeychain': { zh: '改为由系统钥匙串解锁', en: 'Had the keychain unlock the data' },
  'access.did.openByPassword': { zh: '改为用密码解锁', en: 'Went back to unlocking by password' },
  'access.did.encryptStore': { zh: '开启数据加密', en: 'Turned encryption on' },
  'access.did.decryptStore': { zh: '关闭数据加密', en: 'Turned encryption off' },
} satisfies Record<`access.${string}`, Wording>
