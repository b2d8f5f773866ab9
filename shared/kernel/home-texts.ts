import type { Wording } from '#shared/kernel/texts'

/** Wording of the home page: what is due, how the year stands, and the first steps. */
export const homeTexts = {
  'frame.home.title': { zh: '首页', en: 'Home' },
  'frame.home.purpose': {
    zh: '到期事项、异常情况和下一步',
    en: 'What is due, what is odd, and what comes next',
  },
  'frame.home.start': { zh: '从这里开始', en: 'Start here' },
  'frame.home.go-on': { zh: '接下来', en: 'Go on' },
  'frame.home.start.done': { zh: '已完成', en: 'Done' },
  'frame.home.start.next': { zh: '下一步', en: 'next' },
  'frame.home.todo': { zh: '待处理', en: 'To see to' },
  'frame.home.todo.none': {
    zh: '没有到期或异常的事项。',
    en: 'Nothing is due and nothing looks odd.',
  },
  'frame.home.todo.others': { zh: '由其他人处理的事项（{count}）', en: 'What others see to ({count})' },
  'frame.home.late': { zh: '已逾期', en: 'Late' },
  'frame.home.due': { zh: '到期', en: 'Due' },
  'frame.home.odd': { zh: '异常', en: 'Odd' },
  'frame.home.note': { zh: '提示', en: 'Note' },
  'frame.home.drafts': {
    zh: '已恢复 {count} 项草稿：{page}，保存于 {at}',
    en: 'Drafts restored: {count} ({page}), saved {at}',
  },

  'frame.home.year': { zh: '{year} 年排放总量', en: 'Total emissions of {year}' },
  'frame.home.complete': { zh: '完整', en: 'Complete' },
  'frame.home.incomplete': { zh: '不完整，缺 {lines} 项', en: 'Incomplete; lines missing: {lines}' },
  'frame.home.known': { zh: '已有部分', en: 'Known so far' },
  'frame.home.change': { zh: '比 {year} 年 {change}%', en: '{change}% on {year}' },
  'frame.home.open-inventory': { zh: '打开“{title}”', en: 'Open “{title}”' },
  'frame.home.begin-inventory': { zh: '建立清单', en: 'Start an inventory' },
  'frame.home.inventory.working': {
    zh: '“{title}”第 {version} 版，编制中',
    en: '“{title}”, version {version}, being worked on',
  },
  'frame.home.inventory.frozen': {
    zh: '“{title}”第 {version} 版，已冻结',
    en: '“{title}”, version {version}, frozen',
  },
  'frame.home.inventory.superseded': {
    zh: '“{title}”第 {version} 版，已被替代',
    en: '“{title}”, version {version}, superseded',
  },
  'frame.home.months': { zh: '{name}：各月状态', en: '{name}: how each month stands' },
  'frame.home.month.ahead': { zh: '未到期', en: 'Not due yet' },
  'frame.home.month.empty': { zh: '无数据', en: 'No data' },
  'frame.home.month.enter': { zh: '缺 {count} 项', en: 'Missing: {count}' },
  'frame.home.month.check': { zh: '待复核', en: 'To check' },
  'frame.home.month.approve': { zh: '待批准', en: 'To approve' },
  'frame.home.month.seal': { zh: '可以封存', en: 'Ready to seal' },
  'frame.home.month.sealed': { zh: '已封存', en: 'Sealed' },
} satisfies Record<`frame.home.${string}`, Wording>
