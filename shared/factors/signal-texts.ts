import type { Wording } from '#shared/kernel/texts'

/** What the library of factors says of the standard's requirements. */
export const factorsSignalTexts = {
  'factors.signal.kept': {
    zh: '已与官方文本核对的因子 {compared} 个，自有因子版本 {own} 个',
    en: '{compared} factors compared with the official text, {own} editions of the plant’s own',
  },
  'factors.signal.unmarked': {
    zh: '没有与官方文本核对过的因子（{compared}），也没有自有因子（{own}）',
    en: 'No factor was compared with the official text ({compared}) and none is the plant’s own ({own})',
  },
  'factors.record-kind.edition': { zh: '自有因子版本', en: 'Own edition of factors' },
  'factors.record-kind.mark': { zh: '因子核对', en: 'Factor compared' },
} satisfies Record<`factors.${string}`, Wording>
