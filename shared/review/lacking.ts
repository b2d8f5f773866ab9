import type { Finding } from '#shared/kernel/finding'

import type { OutputText, Review } from './model.ts'
import { type Required, requiredOutputs, verdictsOf } from './outputs.ts'

/** What minutes lack before they can be signed, as codes that have a wording; the first is the first of the minutes. */
export function lackingToSign(of: Review): string[] {
  return [
    ...(of.packs.length === 0 ? ['review.lacks.pack'] : []),
    ...(of.heldOn === null ? ['review.lacks.held-on'] : []),
    ...(of.present.includes(of.chair) ? [] : ['review.lacks.chair']),
    ...requiredOutputs(of.subsystems).flatMap((required) => lackOf(required, of.outputs)),
  ]
}
function lackOf(required: Required, outputs: readonly OutputText[]): string[] {
  const given = outputs.find(
    ({ output, subsystem }) => output === required.output && subsystem === required.subsystem,
  )
  const isJudged = verdictsOf(required).every((verdict) => (given?.verdicts[verdict] ?? '') !== '')
  const isGrounded = required.output !== 'judgement' || (given?.grounds.length ?? 0) > 0
  const isWhole = given !== undefined && given.text !== '' && isJudged && isGrounded
  return isWhole ? [] : [`review.lacks.${required.subsystem}-${required.output}`]
}

/** The same for the page. */
export function gapsToSign(of: Review): Finding[] {
  return lackingToSign(of).map((code) => ({
    severity: 'explain',
    code,
    where: `review/${of.id}`,
    facts: { number: of.number },
  }))
}
