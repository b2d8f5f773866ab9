import type { Wording } from '#shared/kernel/texts'

/** What inventories say of the standard's requirements. */
export const accountingSignalTexts = {
  'accounting.signal.no-inventory': { zh: '尚未建立清单', en: 'There is no inventory' },
  'accounting.signal.inventory-frozen': {
    zh: '{year} 年清单已冻结签署',
    en: 'The inventory of {year} is frozen and signed',
  },
  'accounting.signal.inventory-open': {
    zh: '{year} 年清单尚未冻结',
    en: 'The inventory of {year} is not frozen yet',
  },
  'accounting.signal.no-plan': { zh: '报告策划尚未填写', en: 'The planning of the report is not begun' },
  'accounting.signal.plan-begun': { zh: '{year} 年报告已有策划', en: 'The report of {year} is planned' },
  'accounting.signal.plan-part': {
    zh: '{year} 年报告策划已写明此项',
    en: 'The planning of the report of {year} says this',
  },
  'accounting.signal.plan-lacks': {
    zh: '{year} 年报告策划未写明此项',
    en: 'The planning of the report of {year} does not say this',
  },
} satisfies Record<`accounting.${string}`, Wording>
