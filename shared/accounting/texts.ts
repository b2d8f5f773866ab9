import type { Wording } from '#shared/kernel/texts'

import { changeTexts } from './change-texts.ts'
import { comparisonTexts } from './comparison-texts.ts'
import { editionTexts } from './edition-texts.ts'
import { figureTexts } from './figure-texts.ts'
import { findingTexts } from './finding-texts.ts'
import { inventoryPageTexts } from './page-texts.ts'
import { standingTexts } from './standing-texts.ts'
import { termTexts } from './term-texts.ts'
import { uncertaintyTexts } from './uncertainty-texts.ts'
import { unmeasuredTexts } from './unmeasured-texts.ts'

/** What the service refuses and what a signature means; pages and figures have their own files. */
const serviceTexts = {
  'accounting.no-organization': {
    zh: '还没有填写组织信息。请先在“组织”中填写单位名称，再建立清单。',
    en: 'There is no organization yet. State the organization first, then make an inventory.',
  },
  'accounting.no-facilities': {
    zh: '{year} 年的边界内没有设施。请在“组织”中添加设施，或检查边界版本的有效期。',
    en: 'No facility is inside the boundary of {year}. Add one under Organization or check the validity of the boundary version.',
  },
  'accounting.unknown-inventory': {
    zh: '找不到该清单，可能已被删除。',
    en: 'There is no such inventory; it may have been discarded.',
  },
  'accounting.is-frozen': {
    zh: '清单“{title}”第 {version} 版已冻结，不能修改。如需更正，请重新打开，形成新的版本。',
    en: 'The inventory “{title}”, version {version}, is frozen and cannot be changed. To correct it, reopen it as a new version.',
  },
  'accounting.not-frozen': {
    zh: '清单“{title}”不是冻结状态。',
    en: 'The inventory “{title}” is not frozen.',
  },
  'accounting.incomplete': {
    zh: '清单不完整，缺 {lines} 项，不能冻结。请先补齐缺失的数据。',
    en: 'The inventory is incomplete: {lines} lines are missing. Complete the data before freezing it.',
  },
  'accounting.content-damaged': {
    zh: '清单“{title}”第 {version} 版的冻结内容已被改动，与签名的哈希不符。请用备份恢复数据。',
    en: 'What was frozen of the inventory “{title}”, version {version}, has been altered: it no longer has the hash that was signed. Restore the data from a backup.',
  },
  'accounting.no-figure': {
    zh: '这一行还没有结果，无法展开。请先补齐缺失的数据。',
    en: 'This line has no result yet and cannot be opened. Complete the missing data first.',
  },
  'accounting.signed-frozen': { zh: '冻结清单', en: 'Inventory frozen' },
  'accounting.reopened': { zh: '重新打开清单：{reason}', en: 'Inventory reopened: {reason}' },
} satisfies Record<`accounting.${string}`, Wording>

/** Wording of this area: figures, terms and findings, what the service says, and the pages. */
export const accountingTexts = {
  ...figureTexts,
  ...termTexts,
  ...findingTexts,
  ...serviceTexts,
  ...standingTexts,
  ...inventoryPageTexts,
  ...editionTexts,
  ...changeTexts,
  ...comparisonTexts,
  ...uncertaintyTexts,
  ...unmeasuredTexts,
}
