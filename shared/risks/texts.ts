import type { Wording } from '#shared/kernel/texts'

import { risksPageTexts } from './page-texts.ts'
import { risksSignalTexts } from './signal-texts.ts'
import { risksTrailTexts } from './trail-texts.ts'

/** Everything that this area says: what may not be done, here; the rest by its use. */
export const risksTexts = {
  'risks.unknown-risk': { zh: '找不到该风险或机遇', en: 'There is no such risk or opportunity' },
  'risks.unknown-treatment': { zh: '找不到该应对措施', en: 'There is no such treatment' },
  'risks.unknown-person': {
    zh: '人员名册中找不到所选的责任人',
    en: 'The owner is not in the register of people',
  },
  'risks.unknown-node': { zh: '找不到所选的组织单元', en: 'There is no such unit of the organization' },
  'risks.closed': { zh: '{number} 已关闭，先重新打开', en: '{number} is closed; reopen it first' },
  'risks.not-closed': { zh: '{number} 没有关闭', en: '{number} is not closed' },
  'risks.kept': {
    zh: '{number} 已评估或已有措施，只能关闭，不能删除',
    en: '{number} was rated or treated; it can be closed, not removed',
  },
  'risks.no-criteria': {
    zh: '先制定风险评估准则，再评估',
    en: 'Write the criteria first, then rate by them',
  },
  'risks.out-of-scale': {
    zh: '{points} 分超出准则的范围（最高 {most} 分）',
    en: '{points} points are outside the criteria, which end at {most}',
  },
  'risks.nothing-to-accept': {
    zh: '{number} 没有超出可接受上限，无需接受',
    en: '{number} is not above its limit; there is nothing to accept',
  },
  'risks.still-treated': {
    zh: '{number} 还有 {count} 项措施未了结，先完成验证或放弃',
    en: '{number} has {count} treatments that are not settled; check or drop them first',
  },
  'risks.treatment-cannot': {
    zh: '措施“{what}”目前的状态不允许这一步',
    en: '“{what}” has not reached the state for this step, or has passed it',
  },
  'risks.not-yet': { zh: '{day} 还没有到', en: '{day} has not come yet' },
  'risks.own-work': {
    zh: '措施“{what}”由你负责或完成，请由另一人验证有效性',
    en: 'You carried out or answer for “{what}”; somebody else judges its effect',
  },
  'risks.alone-without-reason': {
    zh: '只有一人时，需写明自行验证的理由',
    en: 'Where one person does everything, the reason has to be written down',
  },
  ...risksSignalTexts,
  ...risksPageTexts,
  ...risksTrailTexts,
} satisfies Record<`risks.${string}`, Wording>
