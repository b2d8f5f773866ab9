import { subsystems } from '#shared/kernel/subsystem'
import type { Wording } from '#shared/kernel/texts'

import { outputNames } from './outputs.ts'
import { reviewPageTexts } from './page-texts.ts'

/** Each output that minutes may lack, named with its subsystem. */
export const reviewLackTexts: Readonly<Record<`review.lacks.${string}-${string}`, Wording>> =
  Object.fromEntries(
    subsystems.flatMap((subsystem) =>
      outputNames.map((output) => {
        const of = reviewPageTexts[`review.subsystem.${subsystem}`]
        const what = reviewPageTexts[`review.output.${output}`]
        return [
          `review.lacks.${subsystem}-${output}`,
          {
            zh: `{number} 的输出“${of.zh}：${what.zh}”还没有写全，不能签署（9.3）`,
            en: `{number} cannot be signed: its output “${of.en}: ${what.en}” is not complete (9.3)`,
          },
        ]
      }),
    ),
  )
