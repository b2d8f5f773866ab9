import type { FormulaDefinition, FormulaParameter } from './definition.ts'
import { copied } from './documents.ts'
import { amount, property, share } from './inputs.ts'

/** Where no abatement is fitted, none is counted; where its hours are not known, none is counted either. */
const abatement: readonly FormulaParameter[] = [
  share(
    'eta',
    { zh: '尾气处理设备 N2O 去除率', en: 'N2O destroyed by the tail gas treatment' },
    {
      symbol: 'η',
      absent: '0',
      factorKinds: ['abatement-efficiency'],
    },
  ),
  share(
    'mu',
    { zh: '尾气处理设备使用率', en: 'Share of time the treatment is in use' },
    {
      symbol: 'μ',
      absent: '0',
    },
  ),
]

/** Nitrous oxide from making acids with nitric acid: E = AD × EF × (1 − η × μ). */
export const nitrousOxideFormulas: readonly FormulaDefinition[] = [
  {
    id: 'nitric-acid-n2o-ndrc-2013',
    title: { zh: '硝酸生产 N2O', en: 'N2O from the production of nitric acid' },
    sector: 'chemical',
    ...copied(2013),
    gases: ['N2O'],
    expression: 'AD * EF * (1 - eta * mu)',
    parameters: [
      amount('AD', { zh: '硝酸产量（折纯）', en: 'Nitric acid produced (100 %)' }, 't'),
      property('EF', { zh: '每吨硝酸的 N2O 生成量', en: 'N2O formed per nitric acid' }, 'tN2O/t', {
        weightedBy: 'AD',
        factorKinds: ['emission-factor'],
      }),
      ...abatement,
    ],
  },
  {
    id: 'adipic-acid-n2o-ndrc-2013',
    title: { zh: '己二酸生产 N2O', en: 'N2O from the production of adipic acid' },
    sector: 'chemical',
    ...copied(2013),
    gases: ['N2O'],
    expression: 'AD * EF * (1 - eta * mu)',
    parameters: [
      amount('AD', { zh: '己二酸产量', en: 'Adipic acid produced' }, 't'),
      property('EF', { zh: '每吨己二酸的 N2O 生成量', en: 'N2O formed per adipic acid' }, 'tN2O/t', {
        weightedBy: 'AD',
        factorKinds: ['emission-factor'],
      }),
      ...abatement,
    ],
  },
]
