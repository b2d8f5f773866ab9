import type { Wording } from '#shared/kernel/texts'

/** What the list of products says of the standard's requirements. */
export const productSignalTexts = {
  'organization.signal.products': {
    zh: '{year} 年主要产品 {count} 种',
    en: '{count} main products of {year}',
  },
  'organization.signal.no-products': {
    zh: '{year} 年未登记主要产品（{count} 种）',
    en: 'No main product of {year} is registered ({count})',
  },
  'organization.kind.product': { zh: '主要产品', en: 'Main product' },
} satisfies Record<`organization.${string}`, Wording>
