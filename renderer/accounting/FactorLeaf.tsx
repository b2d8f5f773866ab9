import { Button } from 'antd'

import { sourceIn } from '#shared/factors/source-words'
import type { Origin } from '#shared/kernel/figure'

import { explainFurther } from '../kernel/explain.ts'
import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { FactList } from './FigureBasis.tsx'

type FactorOrigin = Extract<Origin, { readonly kind: 'factor' }>

const tones = {
  verified: 'good',
  computed: 'info',
  'secondary-copy': 'warn',
  recalled: 'stop',
} as const satisfies Record<FactorOrigin['verification'], Tone>

/** Where a factor is from and how far it can be trusted. */
export function FactorLeaf({ origin, title }: { readonly origin: FactorOrigin; readonly title: string }) {
  const say = useSay()
  const { urn, ref, edition, source, verification, year, purpose } = origin
  const isUnverified = verification === 'recalled' || verification === 'secondary-copy'
  const tag = <StateTag tone={tones[verification]} text={say(`factors.verification.${verification}`)} />
  return (
    <section aria-label={say('accounting.explain.factor')}>
      <h4>{say('accounting.explain.factor')}</h4>
      <FactList
        facts={[
          { label: say('accounting.explain.verification'), told: tag },
          { label: '', told: isUnverified && say('accounting.explain.unverified') },
          { label: say('accounting.explain.edition'), told: edition },
          { label: say('accounting.explain.source'), told: sourceIn(source, say.language) },
          { label: say('accounting.explain.data-year'), told: year },
          {
            label: say('accounting.explain.purpose'),
            told: purpose && say.of({ code: `factors.purpose.${purpose}` }),
          },
          {
            label: say('accounting.explain.pointer'),
            told: <code className="figure-hash">{`${urn}#${ref}`}</code>,
          },
        ]}
      />
      <Button
        className="no-print"
        icon={<Icon name="library" />}
        onClick={() => explainFurther({ kind: 'factor', title, subject: { urn, ref } })}
      >
        {say('accounting.explain.to-library')}
      </Button>
    </section>
  )
}
