import type { Wording } from '#shared/kernel/texts'

export const figureTexts = {
  'figure.product': { zh: '乘积', en: 'Product' },
} satisfies Record<`accounting.${string}` | `figure.${string}`, Wording>
export type FigureCode = string
