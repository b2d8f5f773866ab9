import type { Wording } from '#shared/kernel/texts'

export const factorsTexts = {
  'factors.no-gwp': {
    zh: 'GWP 数据集 {set} 中没有 {gas} 的数值。气体类别（如 HFCs）没有统一的 GWP，请选择具体物质或其他数据集',
    en: 'The GWP set {set} has no value for {gas}. A family such as HFCs has no GWP of its own: choose the substance or another set',
  },
  'factors.recalled': {
    zh: '该数值凭记忆录入，未见原文，使用前请核对：{source}',
    en: 'This value was entered from memory; check it against the document before use: {source}',
  },
  'factors.secondary-copy': {
    zh: '该数值来自二手资料，未与原文核对：{source}',
    en: 'This value comes from a secondary copy and was not checked against the original: {source}',
  },
} satisfies Record<`factors.${string}`, Wording>
