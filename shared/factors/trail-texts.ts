import type { Wording } from '#shared/kernel/texts'

/** What the audit trail calls this area's procedures and tables. */
export const factorsTrailTexts = {
  'factors.did.saveOwnEdition': { zh: '编写自有因子版本', en: 'Wrote an own edition' },
  'factors.did.correctOwnEdition': { zh: '更正自有因子版本', en: 'Corrected an own edition' },
  'factors.did.removeOwnDraft': { zh: '删除自有因子草稿', en: 'Removed a draft edition' },
  'factors.did.releaseOwnEdition': { zh: '发布自有因子版本', en: 'Released an own edition' },
  'factors.did.markVerified': { zh: '标记因子已核对', en: 'Marked a factor as verified' },
  'factors.did.withdrawMark': { zh: '撤回核对标记', en: 'Withdrew a mark' },

  'factors.table.editions': { zh: '因子版本', en: 'factor editions' },
  'factors.table.marks': { zh: '核对标记', en: 'verification marks' },
  'factors.edition-released': { zh: '发布自建因子版本', en: 'Released the own edition' },
} satisfies Record<`factors.${string}`, Wording>
