import type { Wording } from '#shared/kernel/texts'

/** What the command line says. */
export const cliTexts = {
  'cli.help': {
    zh: `tanbu：没有窗口的碳簿，供脚本、核查员和服务器使用

用法：tanbu <命令> [参数]

  calculate 文件 [--json]           计算一份清单文件，不需要数据库
  schema inventory                  清单文件的 JSON Schema
  demo 文件夹                       在空文件夹中走完全程：示例工厂、导入一年台账、清单、XLSX、DOCX、PDF、JSON
  init 文件夹 [--sample]            新建数据文件夹；密码从标准输入读取一行
  import 文件夹 台账 [--year 年] [--facility 名称] [--sheet 名称] [--valid-only] [--dry-run]
                                    导入 XLSX 或 CSV 台账；密码从标准输入读取一行
  inventory 文件夹 --year 年 [--json]
                                    一年的排放清单
  export 文件夹 --year 年 --to 文件夹 [--kinds xlsx,docx,pdf,json]
                                    生成表 E.1–E.6、排放报告与清单文件
  audit verify 文件夹 [--anchor 锚点|文件]
                                    核对审计链，并与给出的锚点比对
  package check 核查包 [--seal 封印] [--json]
                                    核对核查包的每个文件并逐数重算，不需要数据库
  backup make 文件夹 --to 文件 [--sealed]
                                    备份，并在旁边恢复一遍核对；--sealed 时从标准输入读取一行口令加密
  backup check 备份文件             把备份在旁边恢复一遍，核对后丢弃
  backup restore 备份文件 文件夹    恢复到空文件夹
  prove [文件夹] [--to 文件.pdf] [--json]
                                    自证：重新计算全部公开算例，核对数据、审计链、证据与备份
  hub script                        打印集团汇总库的建库脚本（PostgreSQL）
  hub set-up postgresql://账号@主机/数据库 [--ca 文件] [--no-tls]
                                    建立或升级集团汇总库；密码从标准输入读取一行
  hub add-plant postgresql://账号@主机/数据库 工厂账号 工厂编号 名称
                                    登记一家工厂，只能写入和读取自己的报送
  serve [--home 文件夹] [--port 端口]
                                    在本机提供窗口，并打印地址
  help                              本说明

选项：--lang zh|en 语言；--user 登录名（默认 admin）；密码不经参数或环境变量传递。
退出码：0 完成；1 程序错误；2 用法错误；3 被规则拒绝；4 核对未通过；5 清单不完整。`,
    en: `tanbu: the carbon ledger without a window, for scripts, verifiers and servers

Usage: tanbu <command> [arguments]

  calculate FILE [--json]           compute an inventory document, no database needed
  schema inventory                  the JSON Schema of the inventory document
  demo DIR                          the whole job in an empty folder: sample plant, a year imported from a ledger,
                                    inventory, XLSX, DOCX, PDF and JSON
  init DIR [--sample]               make a data folder; the password is read as one line of standard input
  import DIR LEDGER [--year YEAR] [--facility NAME] [--sheet NAME] [--valid-only] [--dry-run]
                                    import an XLSX or CSV ledger; the password is read from standard input
  inventory DIR --year YEAR [--json]
                                    the inventory of a year
  export DIR --year YEAR --to DIR [--kinds xlsx,docx,pdf,json]
                                    make tables E.1 to E.6, the emission report and the inventory document
  audit verify DIR [--anchor ANCHOR|FILE]
                                    verify the audit chain, also against anchors that were given out
  package check FILE [--seal HASH] [--json]
                                    check every file of a verifier's package and compute every figure again
  backup make DIR --to FILE [--sealed]
                                    make a backup and prove it by restoring it aside; --sealed reads a passphrase
                                    as one line of standard input and seals the file under it
  backup check FILE                 restore a backup aside, check it and throw the copy away
  backup restore FILE DIR           restore into an empty folder
  prove [DIR] [--to FILE.pdf] [--json]
                                    self-proof: compute every published case again, check data, trail,
                                    evidence and backups
  hub script                        print the scripts that make a group hub of a PostgreSQL database
  hub set-up postgresql://OWNER@HOST/DATABASE [--ca FILE] [--no-tls]
                                    make or upgrade a group hub; the password is read from standard input
  hub add-plant postgresql://OWNER@HOST/DATABASE ROLE STORE TITLE
                                    register a plant, which can write and read its own submissions only
  serve [--home DIR] [--port PORT]  serve the window to this machine and print its address
  help                              this text

Options: --lang zh|en; --user LOGIN (admin if not given). A password never goes through arguments or environment.
Exit codes: 0 done; 1 program error; 2 usage; 3 refused by a rule; 4 a check failed; 5 inventory incomplete.`,
  },
  'cli.unknown-command': {
    zh: '没有命令“{command}”。运行 tanbu help 查看用法。',
    en: 'There is no command “{command}”. See tanbu help.',
  },
  'cli.usage': { zh: '用法：tanbu {usage}', en: 'Usage: tanbu {usage}' },
  'cli.package': {
    zh: '{title}\n封印 {seal}\n文件 {files}，计算树 {figures} 个数，合计 {totals} 个',
    en: '{title}\nSeal {seal}\n{files} files, {figures} figures, {totals} totals',
  },
  'cli.package-sound': { zh: '完好，重算一致。', en: 'Sound; everything computes to the same.' },
  'cli.package-troubles': { zh: '有 {count} 处不符。', en: '{count} things do not agree.' },
  'cli.unexpected': { zh: '程序出错：{message}', en: 'The program failed: {message}' },
  'cli.file-exists': {
    zh: '文件 {file} 已存在，不会覆盖。',
    en: 'The file {file} exists and is not overwritten.',
  },
  'cli.no-file': { zh: '找不到文件 {file}。', en: 'There is no file {file}.' },
  'cli.no-json': { zh: '{file} 不是 JSON：{reason}', en: '{file} is not JSON: {reason}' },
  'cli.not-a-document': {
    zh: '{file} 不是有效的清单文件：',
    en: '{file} is not a valid inventory document:',
  },
  'cli.document-trouble': { zh: '  {path}：{reason}', en: '  {path}: {reason}' },
  'cli.folder-not-empty': { zh: '文件夹 {folder} 不是空的。', en: 'The folder {folder} is not empty.' },
  'cli.no-password': {
    zh: '标准输入中没有密码。请输入一行密码，例如 printf 密码 | tanbu …',
    en: 'There is no password on standard input. Give one line, for example printf PASSWORD | tanbu …',
  },
  'cli.ask-password': { zh: '密码：', en: 'Password: ' },
  'cli.ask-passphrase': { zh: '备份口令：', en: 'Passphrase of the backup: ' },
  'cli.ask-key': { zh: '密码或恢复密钥：', en: 'Password or recovery key: ' },
  'cli.ask-key-or-none': {
    zh: '备份已加密。输入密码或恢复密钥可在恢复时一并核对；直接回车则只比对文件：',
    en: 'The backup is encrypted. A password or the recovery key lets it be checked on the way; Enter compares its files only: ',
  },
  'cli.recovery-key': {
    zh: '恢复密钥（只显示这一次，请离线保存）：{key}',
    en: 'Recovery key (shown this once, keep it offline): {key}',
  },
  'cli.made': {
    zh: '已新建数据文件夹 {folder}，登录名 {login}。',
    en: 'Made the data folder {folder}, login {login}.',
  },
  'cli.total': {
    zh: '{year} 年温室气体排放总量：{value} tCO₂e',
    en: 'Total greenhouse gas emission {year}: {value} tCO₂e',
  },
  'cli.document-total': { zh: '{title}：{value} tCO₂e', en: '{title}: {value} tCO₂e' },
  'cli.incomplete': {
    zh: '清单不完整，缺 {lines} 项；已知部分合计 {known} tCO₂e，不是总量。',
    en: 'The inventory is incomplete, {lines} lines are missing; what is known adds up to {known} tCO₂e, which is not the total.',
  },
  'cli.line': { zh: '  {name}：{value}', en: '  {name}: {value}' },
  'cli.missing-line': { zh: '  {name}：不完整', en: '  {name}: incomplete' },
  'cli.apart': { zh: '总量之外：', en: 'Apart from the total:' },
  'cli.findings': { zh: '需要关注：', en: 'To note:' },
  'cli.wrote': { zh: '已生成 {file}（SHA-256 {sha256}）', en: 'Wrote {file} (SHA-256 {sha256})' },
  'cli.chain-whole': {
    zh: '审计链完整：{lines} 行，链首到链尾一致，末行哈希 {head}。',
    en: 'The audit chain is whole: {lines} lines, last hash {head}.',
  },
  'cli.chain-anchors': {
    zh: '与 {anchors} 个对外给出的锚点一致。',
    en: 'It agrees with {anchors} anchors that left the plant.',
  },
  'cli.chain-no-anchor': {
    zh: '没有锚点文件，无法判断链尾是否被截断。',
    en: 'There is no anchor file, so a cut-off end could not be told.',
  },
  'cli.chain-broken': {
    zh: '审计链在第 {seq} 行断裂：{what}。',
    en: 'The audit chain is broken at line {seq}: {what}.',
  },
  'cli.break-missing': { zh: '缺少这一行', en: 'the line is missing' },
  'cli.break-changed': { zh: '内容与哈希不符', en: 'its content does not give its hash' },
  'cli.break-unlinked': { zh: '与上一行不相连', en: 'it does not name the line before' },
  'cli.break-cut-off': { zh: '链尾被截断', en: 'the end was cut off' },
  'cli.break-rewritten': { zh: '整条链被重写', en: 'the chain was rewritten' },
  'cli.break-unreadable': { zh: '文件损坏，无法读取', en: 'the file is damaged here' },
  'cli.backed-up': {
    zh: '备份 {file} 已在旁边恢复核对：{files} 个文件，审计链 {seq} 行，重算清单 {inventories} 份。',
    en: 'The backup {file} was restored aside: {files} files, audit chain of {seq} lines, {inventories} inventories computed again.',
  },
  'cli.restored': {
    zh: '已恢复到 {folder}：{files} 个文件，审计链 {seq} 行。',
    en: 'Restored to {folder}: {files} files, audit chain of {seq} lines.',
  },
  'cli.import-trouble': { zh: '  {cell}：{reason}', en: '  {cell}: {reason}' },
  'cli.import-refused': {
    zh: '有 {count} 处问题，未导入任何数据。修正后重试，或加 --valid-only 只导入有效行。',
    en: '{count} troubles; nothing was imported. Correct them, or add --valid-only to import the valid rows.',
  },
  'cli.imported': { zh: '已导入 {count} 条读数。', en: 'Imported {count} readings.' },
  'cli.would-import': {
    zh: '可导入 {count} 条读数，{troubles} 处问题。',
    en: 'Would import {count} readings, {troubles} troubles.',
  },
  'cli.no-facility': { zh: '找不到设施“{name}”。', en: 'There is no facility “{name}”.' },
  'cli.demo-done': {
    zh: '示例全程完成。数据文件夹：{folder}（登录名 {login}，密码 {password}）',
    en: 'The demonstration is complete. Data folder: {folder} (login {login}, password {password})',
  },
} satisfies Record<`cli.${string}`, Wording>
