import type { Wording } from '#shared/kernel/texts'

/** What the trail says of the standard's requirements. */
export const accessSignalTexts = {
  'access.signal.trail': {
    zh: '操作日志已连续记录 {count} 条，链尾 {hash}',
    en: 'The trail holds {count} lines in a chain that ends in {hash}',
  },
  'access.signal.no-trail': {
    zh: '操作日志为空（{count} 条）{hash}',
    en: 'The trail is empty ({count} lines) {hash}',
  },
} satisfies Record<`access.${string}`, Wording>
