import { expect, it } from 'vitest'

import { symbolOf } from '#shared/kernel/units'
import { formulaOf } from '#shared/monitoring/formula'
import { formulas } from '#shared/monitoring/formulas/all'
import type { FormulaDefinition, FormulaParameter } from '#shared/monitoring/formulas/definition'
import { sectors, sectorTitles } from '#shared/monitoring/sectors'

const head = `# The formulas of documents

What a source of method \`formula\` may name: in an inventory document as \`"formula": "<id>"\` with \`"inputs"\` under the
names given here, in the register by their titles. Readings are converted into the units given; \`%\` may stand for a
share, and for the carbon of a material. An input with a number after = need not be registered: the number then stands
in its place, and what stands in ⟦ ⟧ falls away. A released formula is never edited; a correction is a new one, under the edition that made it.
`

/** \`vitest run -u test/monitoring/formula-list.test.ts\` writes the list anew. */
it('M21 the printed list of formulas is that of the program', async () => {
  const parts = sectors.flatMap((sector) => {
    const own = formulas.filter((formula) => formula.sector === sector)
    return own.length === 0
      ? []
      : [`## ${sectorTitles[sector].en} ${sectorTitles[sector].zh}`, ...own.map(told)]
  })
  await expect(`${head}\n${parts.join('\n\n')}\n`).toMatchFileSnapshot('../../docs/formulas.md')
})

function told(formula: FormulaDefinition): string {
  const { id, title, document, clause, verification, gases, expression, parameters, note } = formula
  const { lines } = formulaOf({ calculation: { method: 'formula', formula: id }, gas: 'CO2' })
  const shownGases = gases.length > 6 ? `${gases.slice(0, 3).join(', ')} … ${gases.at(-1)}` : gases.join(', ')
  return [
    `### \`${id}\``,
    `${title.en} · ${title.zh}`,
    `${lines.join(', ')} · ${shownGases} · ${[document, clause].join(' ').trim()} · ${verification}`,
    `\`${expression}\``,
    parameters.map(inputTold).join('\n'),
    ...(note ? [note.en] : []),
  ].join('\n\n')
}

function inputTold({ name, symbol, title, unit, absent, mayExceedOne }: FormulaParameter): string {
  const plain = mayExceedOne ? 'number' : 'share'
  const inUnit = unit === 'ratio' ? plain : symbolOf(unit)
  return `- \`${name}\`${absent === undefined ? '' : ` = ${absent}`} (${symbol}, ${inUnit}): ${title.en} · ${title.zh}`
}
