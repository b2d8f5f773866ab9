import { Descriptions } from 'antd'
import type { ReactNode } from 'react'

import { writtenFormula } from '#shared/accounting/formula-texts'
import type { FigureRecord } from '#shared/kernel/figure'

import { useSay } from '../kernel/say.ts'
import { FormulaText, NumberText } from '../ui/NumberText.tsx'
import { SymbolText } from '../ui/SymbolText.tsx'
import { useRules } from './use-rules.ts'

/** What prescribes a figure: method, clause, rounding with the number before and after it, and the number in full. */
export function FigureBasis({ figure }: { readonly figure: FigureRecord }) {
  const say = useSay()
  const { roundingTitle } = useRules()
  const { basis, value, unit, operands } = figure
  const rounding = basis.rounding
  const written = writtenFormula(figure.code)
  const isRounded = figure.operation === 'round' && rounding !== undefined
  const facts: readonly Fact[] = [
    { label: say('accounting.explain.exact'), told: <NumberText value={value} unit={unit} decimals={60} /> },
    {
      label: say('accounting.explain.method'),
      told: basis.method && say.of({ code: `accounting.method.${basis.method}` }),
    },
    {
      label: say('accounting.explain.written'),
      told: written?.map((line) => <SymbolText key={line} text={line} />),
    },
    { label: say('accounting.explain.clause'), told: basis.clause },
    {
      label: say('accounting.explain.rounding'),
      told:
        isRounded &&
        say('accounting.explain.rounding-rule', {
          rule: roundingTitle(rounding.ruleSet),
          step: say.of({ code: `accounting.step.${rounding.step}` }),
          decimals: rounding.decimals,
          mode: say(`accounting.rounding-mode.${rounding.mode}`),
        }),
    },
    {
      label: say('accounting.explain.before-rounding'),
      told: isRounded && <NumberText value={operands[0]?.value ?? null} unit={unit} decimals={60} />,
    },
    {
      label: say('accounting.explain.after-rounding'),
      told: isRounded && <NumberText value={value} unit={unit} />,
    },
    { label: '', told: basis.note && <FormulaText text={say.of({ code: basis.note })} /> },
  ]
  return (
    <section aria-label={say('accounting.explain.basis')}>
      <h4>{say('accounting.explain.basis')}</h4>
      <FactList facts={facts} />
    </section>
  )
}

interface Fact {
  readonly label: string
  readonly told: ReactNode
}

/** Names and what there is to say; empty ones are left out. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <Descriptions
      size="small"
      column={1}
      bordered
      className="figure-facts"
      items={facts
        .filter(({ told }) => told !== null && told !== undefined && told !== '' && told !== false)
        .map(({ label, told }) => ({ key: label, label, children: told }))}
    />
  )
}
