import { Tooltip } from 'antd'

import type { Verification } from '#shared/factors/model'
import type { Mark } from '#shared/factors/record'

import { useSay } from '../kernel/say.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

const tones = {
  verified: 'good',
  computed: 'info',
  'secondary-copy': 'warn',
  recalled: 'stop',
} as const satisfies Record<Verification, Tone>

/** How far a value can be trusted, and who compared it. */
export function TrustTag({
  verification,
  mark = null,
}: {
  readonly verification: Verification
  readonly mark?: Mark | null
}) {
  const say = useSay()
  const tag = <StateTag tone={tones[verification]} text={say(`factors.verification.${verification}`)} />
  if (mark === null) return tag
  const by = mark.by ?? say('factors.mark.someone')
  return <Tooltip title={say('factors.mark.by', { by, on: mark.comparedOn })}>{tag}</Tooltip>
}
