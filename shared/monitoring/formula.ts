import { formulaById, pathOfInput } from './formulas/all.ts'
import type { FormulaDefinition } from './formulas/definition.ts'
import { type Calculation, type HeatForm, rolesOf } from './methods.ts'
import type { Source } from './model.ts'
import { writtenFormula } from './written-formula.ts'

/** How an emission follows from the parameters of its source, as the standards write it. */
export interface Formula {
  /** One line each; `M_ar` is M with a low ar. What stands in ⟦ ⟧ is left out where there is no such parameter. */
  readonly lines: readonly string[]
  /** The symbol of each role, by its path. */
  readonly symbols: Readonly<Record<string, string>>
}

const carbonGas = { CO2: '44/12', CH4: '16/12' } as const

/** The formula of a method with the symbol that each of its roles has there. */
export function formulaOf({ calculation, gas }: Pick<Source, 'calculation' | 'gas'>): Formula {
  switch (calculation.method) {
    case 'fuel-by-calorific-value':
      return {
        lines: ['E = FC × NCV × CC × OF × 44/12'],
        symbols: { fuel: 'FC', calorificValue: 'NCV', carbonContent: 'CC', oxidation: 'OF' },
      }
    case 'fuel-by-element-carbon':
      return elementCarbon(calculation.carbonBasis)
    case 'desulfurization':
      return {
        lines: ['E = B × I × EF × TR'],
        symbols: { agent: 'B', carbonateShare: 'I', factor: 'EF', conversion: 'TR' },
      }
    case 'electricity':
      return {
        lines: ['E = (AD_in ⟦− AD_out⟧ ⟦− AD_nf⟧ ⟦− AD_own⟧) × EF', ...marketLines(calculation)],
        symbols: {
          residual: 'EF_r',
          ...instrumentSymbols(calculation),
          bought: 'AD_in',
          sold: 'AD_out',
          nonFossil: 'AD_nf',
          ownGeneration: 'AD_own',
          factor: 'EF',
        },
      }
    case 'heat':
      return heat(calculation)
    case 'factor':
      return {
        lines: ['E = AD ⟦× w⟧ × EF ⟦× GWP⟧'],
        symbols: { activity: 'AD', content: 'w', factor: 'EF', gwp: 'GWP' },
      }
    case 'mass-balance':
      return {
        lines: [`E = (Σ (M_I × C_I) − Σ (M_O × C_O)) × ${gas === 'CH4' ? carbonGas.CH4 : carbonGas.CO2}`],
        symbols: flowSymbols(calculation),
      }
    case 'measured':
      return { lines: ['E = Σ_h (c × Q) × 10⁻⁹'], symbols: { concentration: 'c', flow: 'Q' } }
    case 'asphalt-fume':
      return {
        lines: ['E = q × q_var × 10⁻⁹ × T × h_m × f_ch × f_ox × 44/12'],
        symbols: {
          flow: 'q',
          concentration: 'q_var',
          duration: 'T',
          calorificValue: 'h_m',
          carbonContent: 'f_ch',
          oxidation: 'f_ox',
        },
      }
    case 'stated':
      return { lines: ['E = A'], symbols: { amount: 'A' } }
    case 'formula':
      return written(formulaById(calculation.formula))
  }
}

function written(formula: FormulaDefinition): Formula {
  return {
    lines: [`E = ${writtenFormula(formula)}`],
    symbols: Object.fromEntries(
      formula.parameters.map((parameter) => [pathOfInput(parameter), parameter.symbol]),
    ),
  }
}

type Electricity = Extract<Calculation, { method: 'electricity' }>

/** Contracts come first in a market-based report; what they do not cover has the residual mix or, without one, EF. */
function marketLines({ instruments = [] }: Electricity): string[] {
  if (instruments.length === 0) return []
  const each = instruments.map((_, index) => index + 1)
  const covered = each.map((at) => `AD_g${at} × EF_g${at}`).join(' + ')
  const rest = each.map((at) => `AD_g${at}`).join(' − ')
  return [`E_m = ${covered} + (AD − ${rest}) × EF_r`]
}
function instrumentSymbols({ instruments = [] }: Electricity): Readonly<Record<string, string>> {
  return Object.fromEntries(
    instruments.flatMap((_, index) => [
      [`instruments/${index}/greenPower`, `AD_g${index + 1}`],
      [`instruments/${index}/greenFactor`, `EF_g${index + 1}`],
    ]),
  )
}

function elementCarbon(
  basis: Extract<Calculation, { method: 'fuel-by-element-carbon' }>['carbonBasis'],
): Formula {
  const received = 'E = FC × C_ar × OF × 44/12'
  const common = { fuel: 'FC', oxidation: 'OF', calorificValue: 'NCV', moistureReceived: 'M_ar' }
  switch (basis) {
    case 'received':
      return { lines: [received], symbols: { ...common, carbon: 'C_ar' } }
    case 'dry':
      return { lines: [received, 'C_ar = C_d × (100 − M_ar) ÷ 100'], symbols: { ...common, carbon: 'C_d' } }
    case 'air-dry':
      return {
        lines: [received, 'C_ar = C_ad × (100 − M_ar) ÷ (100 − M_ad)'],
        symbols: { ...common, carbon: 'C_ad', moistureAirDry: 'M_ad' },
      }
  }
}

const heatParts = { heat: 'Q', mass: 'D', enthalpy: 'h', pressure: 'p', temperature: 't' } as const

function heat({ bought, sold, enthalpyReference }: Extract<Calculation, { method: 'heat' }>): Formula {
  const sides = [
    ['bought', bought, 'in'],
    ...(sold === null ? [] : [['sold', sold, 'out'] as const]),
  ] as const
  return {
    lines: [
      sold === null ? 'E = Q_in × EF' : 'E = (Q_in − Q_out) × EF',
      ...sides.flatMap(([, form, at]) => heatLines(form, at, enthalpyReference === 'water-20')),
    ],
    symbols: {
      factor: 'EF',
      ...Object.fromEntries(
        sides.flatMap(([side, , at]) =>
          Object.entries(heatParts).map(([kind, sign]) => [`${side}/${kind}`, `${sign}_${at}`]),
        ),
      ),
    },
  }
}
/** Enthalpy in kJ/kg; heat of water counted from 20 °C, of which 83.74 kJ/kg is the enthalpy. */
function heatLines(form: HeatForm, at: 'in' | 'out', takesWaterOff: boolean): string[] {
  const steam = `Q_${at} = D_${at} × (h_${at} − 83.74) × 10⁻³`
  switch (form) {
    case 'heat':
      return []
    case 'steam':
      return [takesWaterOff ? steam : `Q_${at} = D_${at} × h_${at} × 10⁻³`]
    case 'saturated-steam':
      return [`${steam}, h_${at} = h(p_${at})`]
    case 'superheated-steam':
      return [`${steam}, h_${at} = h(p_${at}, t_${at})`]
    case 'hot-water':
      return [`Q_${at} = D_${at} × (t_${at} − 20) × 4.1868 × 10⁻³`]
  }
}

/** Each flow counts from one, as the balance lists them. */
function flowSymbols(
  how: Extract<Calculation, { method: 'mass-balance' }>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rolesOf(how).map(({ path }) => {
      const [side, index, part] = path.split('/')
      return [path, `${part === 'mass' ? 'M' : 'C'}_${side === 'inputs' ? 'I' : 'O'}${Number(index) + 1}`]
    }),
  )
}
