import type { Wording } from '#shared/kernel/texts'

export const performanceTexts = {
  'performance.measure.what': { zh: '做什么', en: 'What is done' },
} satisfies Record<`performance.${string}`, Wording>
