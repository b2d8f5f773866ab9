import { Button } from 'antd'
import { useState } from 'react'

import { type YearTerms, yearTerms } from '#shared/assets/model'
import { creditBases } from '#shared/assets/settlement'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, numberIn, textIn, typedNumber } from '../ui/typed.ts'
import { usePlans } from './use-assets.ts'

/** Ways of rounding a unit's allowances that may be chosen instead of the plan's. */
const roundings = {
  plan: null,
  down: { decimals: 0, mode: 'down' },
  'half-even': { decimals: 0, mode: 'half-even' },
  none: { decimals: 2, mode: 'half-up' },
} as const satisfies Record<string, YearTerms['rounding']>
const roundingNames = ['plan', 'down', 'half-even', 'none'] as const

/** What a year is settled with: holdings, credits, price, rounding. Nothing is assumed where nothing is said. */
export function TermsForm({
  terms,
  isIndustry,
}: {
  readonly terms: YearTerms
  readonly isIndustry: boolean
}) {
  const say = useSay()
  const may = useMay()
  const [filled, setFilled] = useState<Typed | null>(null)
  const save = useCommand((next: YearTerms) => api.assets.setTerms(next), {
    undo: () => ({
      done: { code: 'assets.terms.saved', facts: { year: terms.year } },
      undo: () => api.assets.setTerms(terms),
    }),
  })
  const submit = async (typed: Typed) => (await save.run(termsFrom(terms.year, typed))) !== undefined
  if (!may('assets.enter')) return null
  return (
    <>
      <RecordForm
        key={JSON.stringify([terms, filled])}
        title={say('assets.terms')}
        draft={`assets/terms/${terms.year}`}
        initial={filled ?? typedFrom(terms)}
        fields={useFields(isIndustry)}
        submit={say('assets.save')}
        onSubmit={submit}
        busy={save.busy}
        trouble={save.trouble}
        acts={<MarketPrice onTake={(price) => setFilled({ ...typedFrom(terms), ...price })} />}
      />
    </>
  )
}

/** Offers the newest mean price of the national market that came with the program. */
function MarketPrice({ onTake }: { readonly onTake: (price: Typed) => void }) {
  const say = useSay()
  const { data } = usePlans()
  const last = data?.prices.months.at(-1)
  if (!last) return null
  const { month, averagePrice } = last
  return (
    <Button
      onClick={() =>
        onTake({
          price: averagePrice,
          priceSource: say('assets.terms.price-list', { month }),
          priceDate: `${month}-01`,
        })
      }
    >
      {say('assets.terms.price-take', { month, price: averagePrice })}
    </Button>
  )
}

function useFields(isIndustry: boolean): Field[] {
  const say = useSay()
  const { shape } = yearTerms
  const amount = (name: 'allowancesHeld' | 'creditsHeld' | 'price' | 'balance', label: string): Field => ({
    name,
    label,
    kind: 'number',
    schema: typedNumber.pipe(shape[name].unwrap()).or(shape.priceSource.max(0)),
  })
  return [
    amount('allowancesHeld', say('assets.terms.allowances-held')),
    amount('creditsHeld', say('assets.terms.credits-held')),
    {
      name: 'creditBase',
      label: say('assets.terms.credit-base'),
      kind: 'choice',
      schema: shape.creditBase,
      options: creditBases.map((value) => ({ value, label: say(`assets.terms.credit-base.${value}`) })),
    },
    {
      name: 'rounding',
      label: say('assets.terms.rounding'),
      kind: 'choice',
      options: roundingNames.map((value) => ({ value, label: say(`assets.terms.rounding.${value}`) })),
    },
    amount('price', say('assets.terms.price')),
    { name: 'priceSource', label: say('assets.terms.price-source'), kind: 'text', schema: shape.priceSource },
    { name: 'priceDate', label: say('assets.terms.price-date'), kind: 'day' },
    ...(isIndustry ? [amount('balance', say('assets.terms.balance'))] : []),
  ]
}

function typedFrom({ year: _year, rounding, ...terms }: YearTerms): Typed {
  const name =
    roundingNames.find((each) => JSON.stringify(roundings[each]) === JSON.stringify(rounding)) ?? 'plan'
  return {
    ...Object.fromEntries(Object.entries(terms).map(([key, value]) => [key, value ?? ''])),
    rounding: name,
    priceDate: terms.priceDate,
  }
}

function termsFrom(year: number, typed: Typed): YearTerms {
  const rounding = roundingNames.find((name) => name === typed['rounding']) ?? 'plan'
  return yearTerms.parse({
    year,
    allowancesHeld: numberIn(typed, 'allowancesHeld'),
    creditsHeld: numberIn(typed, 'creditsHeld'),
    creditBase: typed['creditBase'],
    rounding: roundings[rounding],
    price: numberIn(typed, 'price'),
    priceSource: textIn(typed, 'priceSource'),
    priceDate: knownIn(typed, 'priceDate'),
    balance: numberIn(typed, 'balance'),
  })
}
