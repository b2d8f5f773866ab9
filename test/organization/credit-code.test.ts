import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { checkCharacter, checkCreditCode } from '#shared/organization/credit-code'

/** `check('914…')` says the code as it is kept, or which trouble it has and where. */
function check(typed: string): string {
  const result = checkCreditCode(typed)
  return result.ok ? result.code : `${result.trouble} ${JSON.stringify(result.facts)}`
}

describe('unified social credit code (GB 32100-2015)', () => {
  it('C1 codes of known companies pass', () => {
    for (const code of [
      '9144030071526726XG',
      '91440300708461136T',
      '91110000802100433B',
      '914403001922038216',
    ])
      expect(check(code)).toBe(code)
  })
  it('C2 spaces, dashes, small letters and full-width characters do not matter', () => {
    expect(check(' 91440300-708461136t ')).toBe('91440300708461136T')
    expect(check('９１４４０３００７０８４６１１３６Ｔ')).toBe('91440300708461136T')
  })
  it('C3 a letter that the alphabet lacks is named with its place and the likely one', () => {
    expect(check('91440300708461I36T')).toBe(
      'organization.credit-code-character {"position":15,"character":"I","likely":"1"}',
    )
  })
  it('C4 a letter in the district is named', () => {
    expect(check('9144030Q708461136T')).toBe('organization.credit-code-region {"position":8,"character":"Q"}')
  })
  it('C5 a code of the wrong length says how long it is', () => {
    expect(check('9144030070846113')).toBe('organization.credit-code-length {"length":16}')
  })
  it('C6 a wrong check character is named with the right one', () => {
    expect(check('91440300708461136U')).toBe('organization.credit-code-check {"given":"U","expected":"T"}')
  })
  it('C7 a slip in the number of the entity is looked for there, by its own check character', () => {
    expect(check('91440300708461135T')).toBe(
      'organization.credit-code-mistyped {"from":9,"to":17,"part":"708461135"}',
    )
  })

  const alphabet = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY')
  const body = fc
    .tuple(
      fc.constantFrom('91', '92', '93', '52', '12'),
      fc.array(fc.integer({ max: 9, min: 0 }).map(String), { minLength: 6, maxLength: 6 }),
      fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }),
    )
    .map(([head, district, entity]) => head + district.join('') + entity.join(''))
  it('C8 any one wrong character is found, as 31 is a prime', () => {
    fc.assert(
      fc.property(body, fc.nat(17), fc.constantFrom(...alphabet), (seventeen, at, wrong) => {
        const code = seventeen + checkCharacter(seventeen)
        expect(checkCreditCode(code).ok).toBe(true)
        fc.pre(code[at] !== wrong)
        expect(checkCreditCode(code.slice(0, at) + wrong + code.slice(at + 1)).ok).toBe(false)
      }),
    )
  })
  it('C9 two neighbours changed about are found', () => {
    fc.assert(
      fc.property(body, fc.nat(16), (seventeen, at) => {
        const code = seventeen + checkCharacter(seventeen)
        fc.pre(code[at] !== code[at + 1])
        const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2)
        expect(checkCreditCode(swapped).ok).toBe(false)
      }),
    )
  })
})
