import type { Wording } from '#shared/kernel/texts'

/** Wording of roles, stand-ins, duties, the second factor and signatures asked by password. */
export const rulesTexts = {
  'access.fixed-right': {
    zh: '“管理人员与权限”只属于系统管理员，不能在此增减。需要更多管理员时，请授予系统管理员角色。',
    en: 'Managing people and rights belongs to the administrator alone and is not changed here. Grant the administrator role where more of them are needed.',
  },
  'access.unknown-role': { zh: '找不到此角色。', en: 'There is no such role.' },
  'access.role-name-taken': {
    zh: '已有名为“{name}”的角色。',
    en: 'There is already a role named “{name}”.',
  },
  'access.role-held': {
    zh: '仍有人持有角色“{name}”。请先撤销授权，再删除角色。',
    en: 'Somebody still holds the role “{name}”. Revoke the grants first, then remove it.',
  },
  'access.delegate-to-self': { zh: '代理人不能是本人。', en: 'Nobody stands in for himself.' },
  'access.delegation-days': {
    zh: '代理须从今天或以后开始，至少一天，最长 {days} 天。',
    en: 'Standing in begins today or later, lasts a day at least and {days} days at most.',
  },
  'access.not-held': {
    zh: '您在开始日期并不持有这一角色，无法委托。',
    en: 'You do not hold this role on the first day, so it cannot be lent.',
  },
  'access.not-lent': {
    zh: '系统管理员角色不能委托，请公开授予。',
    en: 'The administrator role is not lent; it is granted openly.',
  },
  'access.lent-already': {
    zh: '该时间段内已将此角色委托给同一人。',
    en: 'This role is already lent to the same person for that time.',
  },
  'access.unknown-delegation': { zh: '找不到此委托。', en: 'There is no such stand-in.' },
  'access.delegation-over': { zh: '此委托已经结束。', en: 'This stand-in has already ended.' },
  'access.locked-out': {
    zh: '多次尝试失败，账户已锁定至 {until}。管理员可以立即解锁，也可以用恢复密钥重设密码。',
    en: 'After too many failed attempts the account is shut until {until}. An administrator can open it at once, and so can the recovery key.',
  },
  'access.code-needed': {
    zh: '请输入身份验证器中的 6 位数字，或一个备用码。',
    en: 'Please give the six digits of the authenticator app, or a backup code.',
  },
  'access.wrong-code': {
    zh: '验证码不正确、已过期或已用过。',
    en: 'The code is not right, is too old, or was used already.',
  },
  'access.has-second-factor': {
    zh: '两步验证已经开启。请先关闭，再重新设置。',
    en: 'The second factor is on already. Turn it off first to set it up anew.',
  },
  'access.no-second-factor': {
    zh: '请先扫描二维码，再输入验证码。',
    en: 'Scan the code first, then give the digits.',
  },
  'access.nothing-to-sign': {
    zh: '等待签名的操作已过期，请重新操作。',
    en: 'What waited for the signature is no longer there. Please do it again.',
  },
  // Facts of audit lines.
  'access.stood-in': { zh: '代 {name} 行使权限', en: 'in the place of {name}' },
  'access.alone': {
    zh: '单人模式下处理本人工作：{reason}',
    en: 'Own work, by who runs the plant alone: {reason}',
  },
  'access.second-factor-begun': { zh: '开始设置两步验证', en: 'Began to set up a second factor' },
  'access.second-factor-on': { zh: '开启两步验证', en: 'Turned the second factor on' },
  'access.second-factor-off': { zh: '关闭两步验证', en: 'Turned the second factor off' },
  'access.backup-code-used': {
    zh: '使用了一个备用码，还剩 {left} 个',
    en: 'Used a backup code; {left} are left',
  },

  'access.did.setRight': { zh: '调整角色权限', en: 'Changed a right of a role' },
  'access.did.resetRights': { zh: '恢复出厂权限矩阵', en: 'Put the rights of roles back as shipped' },
  'access.did.addRole': { zh: '新增角色', en: 'Added a role' },
  'access.did.saveRole': { zh: '修改角色', en: 'Changed a role' },
  'access.did.removeRole': { zh: '删除角色', en: 'Removed a role' },
  'access.did.delegate': { zh: '委托代理', en: 'Lent a role' },
  'access.did.endDelegation': { zh: '结束委托', en: 'Ended a stand-in' },
  'access.did.unlockUser': { zh: '解锁账户', en: 'Opened a shut account' },
  'access.did.beginSecondFactor': { zh: '设置两步验证', en: 'Set up a second factor' },
  'access.did.confirmSecondFactor': { zh: '开启两步验证', en: 'Turned the second factor on' },
  'access.did.dropSecondFactor': { zh: '关闭两步验证', en: 'Turned the second factor off' },
  'access.did.resetSecondFactor': { zh: '关闭他人的两步验证', en: 'Took off somebody’s second factor' },
  'access.did.confirmSigning': { zh: '用密码确认签名', en: 'Confirmed a signature by password' },

  'access.role.own': { zh: '{name}', en: '{name}' },
  'access.table.roles': { zh: '自定义角色', en: 'own roles' },
  'access.table.role_rights': { zh: '角色权限', en: 'rights of roles' },
  'access.table.delegations': { zh: '代理委托', en: 'stand-ins' },
  'access.column.permission': { zh: '权限', en: 'Right' },
  'access.column.held': { zh: '是否具备', en: 'Held' },
  'access.column.from_user': { zh: '委托人', en: 'Stood in for' },
  'access.column.to_user': { zh: '代理人', en: 'Stand-in' },

  'access.matrix': { zh: '角色与权限', en: 'Roles and rights' },
  'access.matrix.purpose': {
    zh: '每个角色在每个领域能做什么，谁持有哪个角色，谁在代理谁，以及哪些工作必须由两个人完成。',
    en: 'What each role may do in each area, who holds which role, who stands in for whom, and which acts need two people.',
  },
  'access.matrix.roles': { zh: '权限矩阵', en: 'Matrix' },
  'access.matrix.holders': { zh: '谁有什么', en: 'Who has what' },
  'access.matrix.delegations': { zh: '代理', en: 'Stand-ins' },
  'access.matrix.duties': { zh: '职责分离', en: 'Separation of duties' },
  'access.matrix.area': { zh: '领域', en: 'Area' },
  'access.matrix.changed': { zh: '与出厂设置不同', en: 'differs from what is shipped' },
  'access.matrix.holders-count': { zh: '{count} 人持有', en: 'held by {count}' },
  'access.matrix.cell': { zh: '{role}：{area} · {verb}', en: '{role}: {area}, {verb}' },
  'access.matrix.reset': { zh: '恢复出厂设置', en: 'Put back as shipped' },
  'access.matrix.reset.why': {
    zh: '“{role}”的权限将与出厂时一致。',
    en: 'The rights of “{role}” become what is shipped.',
  },
  'access.matrix.reset-all': { zh: '全部恢复出厂设置', en: 'Put all back as shipped' },
  'access.matrix.reset-all.why': {
    zh: '全部内置角色的权限将与出厂时一致；自定义角色不变。',
    en: 'All built-in roles get the rights that are shipped; your own roles stay as they are.',
  },
  'access.matrix.add': { zh: '新增角色', en: 'Add a role' },
  'access.matrix.edit': { zh: '修改名称', en: 'Rename' },
  'access.matrix.remove': { zh: '删除角色', en: 'Remove the role' },
  'access.matrix.remove.why': {
    zh: '“{role}”将不能再被授予。',
    en: '“{role}” can then be granted to nobody any more.',
  },
  'access.matrix.own': { zh: '自定义', en: 'own' },
  'access.matrix.name': { zh: '角色名称', en: 'Name of the role' },
  'access.matrix.like': { zh: '权限起点', en: 'Begin with the rights of' },
  'access.matrix.like.none': { zh: '无权限', en: 'no rights' },
  'access.verb.read': { zh: '查看', en: 'Look' },
  'access.verb.enter': { zh: '录入', en: 'Enter' },
  'access.verb.check': { zh: '审核', en: 'Check' },
  'access.verb.approve': { zh: '批准', en: 'Approve' },
  'access.verb.manage': { zh: '管理', en: 'Manage' },

  'access.holders.for': { zh: '代 {name}', en: 'for {name}' },
  'access.holders.why': { zh: '代理关系', en: 'In the place of' },
  'access.holders.since': { zh: '开始', en: 'From' },
  'access.holders.until': { zh: '终止（不含）', en: 'Until (excluded)' },
  'access.holders.none': { zh: '今天无人持有任何角色', en: 'Nobody holds a role today' },

  'access.delegation': { zh: '委托代理', en: 'Let somebody stand in' },
  'access.delegation.why': {
    zh: '休假或出差时，把自己的一个角色借给同事使用一段时间，到期自动结束。代理人以自己的名义操作，审计轨迹写明代谁；必须本人签名的事项（如最高管理者批准）不随之借出，代理人也不能批准委托人自己的工作。',
    en: 'While away, lend one of your roles to a colleague for a time; it ends by itself. The stand-in acts under the own name and the trail says for whom. What must be signed in person, such as top management’s approval, is not lent, and the stand-in does not approve your own work.',
  },
  'access.delegation.to': { zh: '代理人', en: 'Stand-in' },
  'access.delegation.from-day': { zh: '开始日期', en: 'From' },
  'access.delegation.to-day': { zh: '终止日期（不含）', en: 'Until (excluded)' },
  'access.delegation.reason': { zh: '事由', en: 'Reason' },
  'access.delegation.none': { zh: '还没有代理安排', en: 'Nobody stands in for anybody yet' },
  'access.delegation.line': { zh: '{to} 代 {from}', en: '{to} for {from}' },
  'access.delegation.end': { zh: '结束', en: 'End' },
  'access.delegation.end.why': { zh: '该代理自今天起不再有效。', en: 'It holds no longer from today on.' },
  'access.delegation.running': { zh: '进行中', en: 'running' },
  'access.delegation.coming': { zh: '尚未开始', en: 'to come' },
  'access.delegation.over': { zh: '已结束', en: 'over' },

  'access.duties.what': { zh: '规则保护什么', en: 'What the rule protects' },
  'access.duties.acts': { zh: '适用的操作', en: 'Acts' },
  'access.duties.clause': { zh: '条款', en: 'Clause' },
  'access.duties.effect': { zh: '效力', en: 'Effect' },
  'access.duties.effect.refuse': { zh: '拒绝', en: 'refused' },
  'access.duties.effect.justify': { zh: '须说明理由', en: 'with a reason' },
  'access.duties.effect.notice': { zh: '提示', en: 'shown' },
  'access.duties.two': {
    zh: '本厂有多名用户：下列规则由程序强制执行，没有例外开关。',
    en: 'There are several users here: the program enforces these rules, and there is no switch around them.',
  },
  'access.duties.alone': {
    zh: '本厂只有一名用户（单人模式）：本人的工作可以由本人处理，但必须写明理由，记入审计轨迹并在报告中说明。',
    en: 'There is one user here (single-person mode): own work may be decided on, with a reason that stands in the trail and in the report.',
  },
  'access.duties.seen': { zh: '查看单人处理的记录', en: 'See what was decided alone' },

  'access.duty.activity-review': {
    zh: '活动数据由录入人以外的人审核，再由第三人批准',
    en: 'Activity data are checked by another than who entered them, and approved by a third',
  },
  'access.duty.monitoring-plan': {
    zh: '监测计划不由编写人或提交人批准',
    en: 'A monitoring plan is not approved by who wrote or submitted it',
  },
  'access.duty.monitoring-deviation': {
    zh: '监测偏差的答复不由答复人批准',
    en: 'The answer to a deviation is not approved by who gave it',
  },
  'access.duty.declaration': {
    zh: '方针与范围文件不由起草人批准',
    en: 'Policy and scope are not approved by who drafted them',
  },
  'access.duty.document': {
    zh: '受控文件的编写、审核、批准由三人完成',
    en: 'A controlled document is written, reviewed and approved by three people',
  },
  'access.duty.disposal': {
    zh: '文件处置不由提出人批准',
    en: 'The disposal of a record is not approved by who proposed it',
  },
  'access.duty.training': {
    zh: '培训效果不由授课组织人评价',
    en: 'The effect of a training is not judged by who held it',
  },
  'access.duty.disclosure': {
    zh: '对外披露不由起草人批准',
    en: 'A disclosure is not approved by who drafted it',
  },
  'access.duty.evaluation': {
    zh: '合规性评价不由评价人批准',
    en: 'An evaluation of compliance is not approved by who made it',
  },
  'access.duty.change': {
    zh: '变更不由登记人批准',
    en: 'A change is not approved by who recorded it',
  },
  'access.duty.measure': {
    zh: '措施完成情况不由报告人验证',
    en: 'A measure is not verified by who reported it as done',
  },
  'access.duty.treatment': {
    zh: '风险应对的效果不由执行人或责任人评价',
    en: 'The effect of a risk treatment is not judged by who carried it out or answers for it',
  },
  'access.duty.correction': {
    zh: '纠正措施的有效性不由执行人检查',
    en: 'The effect of a corrective action is not checked by who carried it out',
  },
  'access.duty.decision': {
    zh: '管理评审决定的落实不由执行人或责任人验证',
    en: 'A decision of the management review is not verified by who carried it out or answers for it',
  },
  'access.duty.verification': {
    zh: '盘查与核查步骤的复核不由编制人完成',
    en: 'A step of a verification case is not reviewed by who prepared it',
  },
  'access.duty.impartiality': {
    zh: '内审员审核本部门或本人记录时，必须说明公正性理由',
    en: 'An auditor of the own department or of own records says why he is impartial',
  },
  'access.duty.bookkeeping': {
    zh: '碳资产主管与碳资产会计由同一人担任时给出提示',
    en: 'It is shown where the asset supervisor also keeps the books',
  },

  'access.second': { zh: '两步验证', en: 'Second factor' },
  'access.second.why': {
    zh: '登录时除密码外，再输入手机身份验证器上的 6 位数字。适合多人共用的电脑。',
    en: 'Besides the password the six digits of an authenticator app are asked at sign-in. Useful on a shared computer.',
  },
  'access.second.on': { zh: '已开启，自 {since}', en: 'On, since {since}' },
  'access.second.left': { zh: '还剩 {count} 个备用码', en: '{count} backup codes left' },
  'access.second.off': { zh: '未开启', en: 'Off' },
  'access.second.begin': { zh: '开启两步验证', en: 'Turn it on' },
  'access.second.drop': { zh: '关闭两步验证', en: 'Turn it off' },
  'access.second.drop.why': { zh: '此后登录只需密码。', en: 'From then on the password is enough.' },
  'access.second.begin.why': {
    zh: '请先输入密码，然后用身份验证器扫描二维码。',
    en: 'Give the password, then scan the code with the app.',
  },
  'access.second.scan': {
    zh: '用身份验证器（如微软、谷歌或其他 TOTP 应用）扫描二维码，或手工输入密钥：',
    en: 'Scan this with an authenticator app, or type the secret by hand:',
  },
  'access.second.code': { zh: '验证码', en: 'Code' },
  'access.second.confirm': { zh: '确认', en: 'Confirm' },
  'access.second.codes': { zh: '备用码', en: 'Backup codes' },
  'access.second.codes.why': {
    zh: '手机不在身边时，每个备用码可代替验证码使用一次。只显示这一次，请打印或抄写保管。',
    en: 'Without the phone each of these opens the door once. They are shown this once; print them or write them down.',
  },
  'access.second.kept': { zh: '我已保管好备用码', en: 'I have put them away' },
  'access.second.reset': { zh: '关闭两步验证', en: 'Take off the second factor' },
  'access.account.locked': { zh: '已锁定至 {until}', en: 'Shut until {until}' },
  'access.account.unlock': { zh: '解锁', en: 'Open' },
} satisfies Record<`access.${string}`, Wording>
