import { z } from 'zod'

/**
 * Unified social credit code, GB 32100-2015: 18 characters of an alphabet without I, O, S, V, Z. The last is
 * C₁₈ = 31 − (Σ Cᵢ·Wᵢ mod 31) with Wᵢ = 3^(i−1) mod 31. Characters 9 to 17 are the organization code of GB 11714, whose last has
 * a check of its own; it serves here to say in which part a wrong code is wrong, never to refuse a right one.
 */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

export type CreditCode =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly trouble: CreditCodeTrouble; readonly facts: CreditCodeFacts }
export type CreditCodeTrouble =
  | 'organization.credit-code-length'
  | 'organization.credit-code-character'
  | 'organization.credit-code-region'
  | 'organization.credit-code-mistyped'
  | 'organization.credit-code-check'
type CreditCodeFacts = Readonly<Record<string, string | number>>

/** Reads a code as people type it: spaces, dashes, small letters and full-width characters do not matter. */
export function checkCreditCode(typed: string): CreditCode {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s\p{Dash}]/gu, '')
    .toUpperCase()
  const characters = Array.from(code)
  const strange = characters.findIndex((character) => !alphabet.includes(character))
  if (strange >= 0) return strangeCharacter(characters[strange] ?? '', strange + 1)
  if (characters.length !== 18)
    return trouble('organization.credit-code-length', { length: characters.length })
  const letter = characters.slice(2, 8).findIndex((character) => !/\d/.test(character))
  if (letter >= 0)
    return trouble('organization.credit-code-region', {
      position: letter + 3,
      character: characters[letter + 2] ?? '',
    })
  const expected = checkCharacter(code)
  const given = characters[17] ?? ''
  if (given === expected) return { ok: true, code }
  const organizationPart = organizationCheck(code.slice(8, 16)) === code[16]
  // The organization code proves itself right: the slip is outside of it. Else it is inside, if only one was made.
  return organizationPart
    ? trouble('organization.credit-code-check', { given, expected })
    : trouble('organization.credit-code-mistyped', { from: 9, to: 17, part: code.slice(8, 17) })
}

/** What the eighteenth character must be for the seventeen before it. */
export function checkCharacter(code: string): string {
  let weight = 1
  let total = 0
  for (const character of code.slice(0, 17)) {
    total += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (total % 31)) % 31] ?? ''
}

/** GB 11714: C₉ = 11 − (Σ Cᵢ·Wᵢ mod 11), where 10 is written X and 11 is written 0; letters count from A = 10. */
function organizationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const total = weights.reduce(
    (sum, weight, index) => sum + Number.parseInt(body[index] ?? '0', 36) * weight,
    0,
  )
  const check = 11 - (total % 11)
  if (check === 10) return 'X'
  return check === 11 ? '0' : String(check)
}

function strangeCharacter(character: string, position: number): CreditCode {
  const likely: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', Z: '2', V: 'U' }
  return trouble('organization.credit-code-character', {
    position,
    character,
    likely: likely[character] ?? '',
  })
}
function trouble(code: CreditCodeTrouble, facts: CreditCodeFacts): CreditCode {
  return { ok: false, trouble: code, facts }
}

/** The schema of a field in which the code is typed; its message is the trouble, worded where it is read. */
export const creditCodeText = z.string().superRefine((typed, context) => {
  const checked = checkCreditCode(typed)
  if (!checked.ok) context.addIssue({ code: 'custom', message: checked.trouble, params: checked.facts })
})
