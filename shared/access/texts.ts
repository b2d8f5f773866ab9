import type { Wording } from '#shared/kernel/texts'

import { dutyTexts } from './duty-texts.ts'
import { pageTexts } from './page-texts.ts'
import { rulesTexts } from './rules-texts.ts'
import { sealingTexts } from './sealing-texts.ts'

/** Wording of refusals, roles and procedures; that of the pages stands in `page-texts.ts`. */
export const accessTexts = {
  ...dutyTexts,
  ...pageTexts,
  ...rulesTexts,
  ...sealingTexts,

  'access.already-set-up': {
    zh: '系统已完成首次设置，请直接登录。',
    en: 'The first set-up has already been done. Please sign in.',
  },
  'access.password-too-short': {
    zh: '密码至少需要 10 个字符。',
    en: 'The password needs at least 10 characters.',
  },
  'access.password-is-login': {
    zh: '密码不能包含登录名“{login}”。',
    en: 'The password must not contain the login “{login}”.',
  },
  'access.password-too-simple': {
    zh: '密码过于简单：至少需要 5 个不同的字符。',
    en: 'The password is too simple: it needs at least 5 different characters.',
  },
  'access.password-unchanged': {
    zh: '新密码与原密码相同。',
    en: 'The new password is the same as the old one.',
  },
  'access.wrong-password': { zh: '登录名或密码不正确。', en: 'The login or the password is not right.' },
  'access.wait': {
    zh: '多次尝试失败，请在 {seconds} 秒后再试。',
    en: 'Too many failed attempts. Please try again in {seconds} seconds.',
  },
  'access.wrong-recovery-key': {
    zh: '恢复密钥或登录名不正确。',
    en: 'The recovery key or the login is not right.',
  },
  'access.sign-in-again': {
    zh: '请退出后重新登录，再执行此操作。',
    en: 'Please sign out and in again before doing this.',
  },
  'access.unknown-person': { zh: '找不到此人员。', en: 'There is no such person.' },
  'access.person-removed': { zh: '此人员已被移除。', en: 'This person has been removed.' },
  'access.unknown-user': { zh: '找不到此账户。', en: 'There is no such account.' },
  'access.has-account': { zh: '此人员已有账户。', en: 'This person already has an account.' },
  'access.login-taken': {
    zh: '登录名“{login}”已被使用。',
    en: 'The login “{login}” is already taken.',
  },
  'access.last-administrator': {
    zh: '必须始终保留至少一名管理员（整个组织、无截止日期）。请先将管理员角色授予他人。',
    en: 'One administrator of the whole organization, without an end date, must always remain. Please grant the role to somebody else first.',
  },
  'access.already-granted': {
    zh: '该时间段内已授予此角色。',
    en: 'This role is already granted for that time.',
  },
  'access.unknown-grant': { zh: '找不到此授权。', en: 'There is no such grant.' },
  'access.grant-has-ended': { zh: '此授权已经终止。', en: 'This grant has already ended.' },
  'access.grant-ends-before-it-begins': {
    zh: '终止日期必须晚于开始日期。',
    en: 'The grant must end later than it begins.',
  },
  'access.unknown-audit-line': {
    zh: '审计记录中没有第 {seq} 条。',
    en: 'The audit trail has no line {seq}.',
  },
  // Facts of audit lines.
  'access.password-set': { zh: '设置了新密码', en: 'A new password was set' },
  'access.password-strengthened': {
    zh: '密码保护已升级',
    en: 'The protection of the password was strengthened',
  },

  'access.role.top-management': { zh: '最高管理者', en: 'Top management' },
  'access.role.management-representative': { zh: '管理者代表', en: 'Management representative' },
  'access.role.carbon-manager': { zh: '碳管理员', en: 'Carbon manager' },
  'access.role.data-owner': { zh: '数据责任人', en: 'Data owner' },
  'access.role.reviewer': { zh: '数据复核员', en: 'Reviewer' },
  'access.role.internal-auditor': { zh: '内审员', en: 'Internal auditor' },
  'access.role.trader-strategy': { zh: '交易策略岗', en: 'Trading: strategy' },
  'access.role.trader-review': { zh: '交易审核岗', en: 'Trading: review' },
  'access.role.trader-execution': { zh: '交易执行岗', en: 'Trading: execution' },
  'access.role.trader-evaluation': { zh: '交易评估岗', en: 'Trading: evaluation' },
  'access.role.asset-supervisor': { zh: '碳资产主管', en: 'Asset supervisor' },
  'access.role.bookkeeper': { zh: '碳资产会计', en: 'Bookkeeper' },
  'access.role.document-controller': { zh: '文件管理员', en: 'Document controller' },
  'access.role.group-analyst': { zh: '集团分析员', en: 'Group analyst' },
  'access.role.administrator': { zh: '系统管理员', en: 'Administrator' },
  'access.role.viewer': { zh: '只读用户', en: 'Viewer' },
  'access.role.verifier': { zh: '核查员', en: 'Verifier' },

  // What the trail calls each procedure.
  'access.did.setUp': { zh: '首次设置', en: 'First set-up' },
  'access.did.signIn': { zh: '登录', en: 'Signed in' },
  'access.did.unlock': { zh: '解锁', en: 'Unlocked' },
  'access.did.lock': { zh: '锁定', en: 'Locked' },
  'access.did.signOut': { zh: '退出登录', en: 'Signed out' },
  'access.did.openSample': { zh: '打开示例工厂', en: 'Opened the sample plant' },
  'access.did.openPast': { zh: '查看过去某一天', en: 'Looked back at a past day' },
  'access.did.openToday': { zh: '回到今天', en: 'Came back to today' },
  'access.did.openPlant': { zh: '打开本厂数据', en: 'Opened the plant' },
  'access.did.removeSample': { zh: '删除示例工厂', en: 'Removed the sample plant' },
  'access.did.addPerson': { zh: '新增人员', en: 'Added a person' },
  'access.did.savePerson': { zh: '修改人员信息', en: 'Changed a person' },
  'access.did.removePerson': { zh: '移除人员', en: 'Removed a person' },
  'access.did.addUser': { zh: '新建账户', en: 'Added an account' },
  'access.did.saveUser': { zh: '修改账户', en: 'Changed an account' },
  'access.did.disableUser': { zh: '停用账户', en: 'Disabled an account' },
  'access.did.enableUser': { zh: '启用账户', en: 'Enabled an account' },
  'access.did.setPassword': { zh: '重置他人密码', en: 'Set somebody’s password' },
  'access.did.changePassword': { zh: '修改密码', en: 'Changed the password' },
  'access.did.setLanguage': { zh: '切换语言', en: 'Changed the language' },
  'access.did.recover': { zh: '用恢复密钥重设密码', en: 'Recovered with the recovery key' },
  'access.did.renewRecoveryKey': { zh: '更换恢复密钥', en: 'Renewed the recovery key' },
  'access.did.grant': { zh: '授予角色', en: 'Granted a role' },
  'access.did.revoke': { zh: '撤销角色', en: 'Revoked a role' },
  'access.did.auditVerify': { zh: '验证审计链', en: 'Verified the audit chain' },

  'access.table.people': { zh: '人员', en: 'people' },
  'access.table.users': { zh: '账户', en: 'accounts' },
  'access.table.grants': { zh: '角色授权', en: 'grants' },
  'access.past-of-past': {
    zh: '已经在查看过去某一天。请先回到今天，再选另一天。',
    en: 'You are looking at a past day already. Come back to today, then choose another.',
  },
  'access.not-past': {
    zh: '{day} 还没有过完，只能查看今天以前的日期。',
    en: '{day} is not over yet; choose a day before today.',
  },
  'access.nothing-recorded': { zh: '{day} 以前没有任何记录。', en: 'Nothing had been recorded by {day}.' },
  'access.step-copying': { zh: '复制数据', en: 'Copying the data' },
  'access.step-rewinding': { zh: '逐条退回后来的变更', en: 'Undoing later changes one by one' },
  'access.past': { zh: '回看过去', en: 'Time machine' },
  'access.past.purpose': {
    zh: '查看截至过去某一天结束时已记录的全部数据，只读；清单按当时的数据和因子重新计算',
    en: 'All data as recorded by the end of a past day, read-only; inventories are computed again from the data and factors of that day',
  },
  'access.past.day': { zh: '日期', en: 'Day' },
  'access.past.open': { zh: '查看这一天', en: 'Look at this day' },
  'access.past.opening': { zh: '正在回到 {day}', en: 'Going back to {day}' },
  'access.past.how': {
    zh: '在副本上按审计轨迹由新到旧逐条撤销之后的变更，不动现有数据；账户和权限仍按今天的。已按规定删除的个人信息不会恢复。待办任务的批量更新不回退。',
    en: 'Later changes are undone in a copy, newest first, by the audit trail; the present data are not touched. Accounts and rights are those of today. Personal data that were erased do not come back, and tasks that were renewed in bulk stay as they are.',
  },
  'access.past.days': { zh: '有记录的日期', en: 'Days with records' },
  'access.past.count': { zh: '{count} 条记录', en: '{count} records' },
  'access.past.band': {
    zh: '正在查看 {day} 结束时的数据，只读',
    en: 'Data as of the end of {day}, read-only',
  },
  'access.past.back': { zh: '回到今天', en: 'Back to today' },
  'access.past.none': { zh: '今天以前还没有记录', en: 'Nothing recorded before today' },
  'access.past.none-why': {
    zh: '从第一天起的每次变更都记入审计轨迹。过了今天，就能随时回看任意一天的数据和清单。',
    en: 'Every change is in the audit trail from the first day on. From tomorrow you can look back at the data and inventories of any day.',
  },
} satisfies Record<`access.${string}`, Wording>
