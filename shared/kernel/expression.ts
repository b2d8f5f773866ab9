import { z } from 'zod'

import { Refusal } from '#shared/kernel/refusal'
import { isMeasure, type Measure } from '#shared/kernel/units'

/**
 * A formula as people write it: names, decimal numbers with an optional unit, `+ − × ÷` and brackets. One small
 * language for the methods of sector guidelines and for indicators:
 *
 *     Q * r * 44[tCO2/tC] / 12
 *     (production * rate - recovered) * gwp
 *
 * `×`, `÷`, `−` and full-width brackets read as `*`, `/`, `-`, `(`, `)`. A name starts with a letter and goes on with
 * letters, digits and `_`; letters of any script count, so a plant may name things in Chinese.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: string; readonly unit: Measure }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'product' | 'sum'; readonly parts: readonly Expression[] }
  | { readonly kind: 'quotient' | 'difference'; readonly left: Expression; readonly right: Expression }

/** The text of a formula, refused by the schema when it cannot be read. */
export const expressionText = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .superRefine((text, context) => {
    const read = tryParse(text)
    if (read instanceof Refusal) context.addIssue({ code: 'custom', message: read.code, params: read.facts })
  })

/**
 * Reads a formula.
 *
 * @throws Refusal `expression.unexpected` with the text and the place (from 1) where it stops making sense,
 *   `expression.unknown-unit` for a unit that the system does not know.
 */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text)
  const reader: Reader = { text, tokens, at: 0 }
  const read = readSum(reader)
  if (reader.at < tokens.length) throw unexpected(reader)
  return read
}

function tryParse(text: string): Expression | Refusal {
  try {
    return parseExpression(text)
  } catch (trouble) {
    if (trouble instanceof Refusal) return trouble
    throw trouble
  }
}

/** The names in a formula, each once, in the order in which they first appear. */
export function namesIn(expression: Expression): string[] {
  return [...new Set(gather(expression))]
}
function gather(expression: Expression): string[] {
  switch (expression.kind) {
    case 'number':
      return []
    case 'name':
      return [expression.name]
    case 'product':
    case 'sum':
      return expression.parts.flatMap(gather)
    case 'quotient':
    case 'difference':
      return [...gather(expression.left), ...gather(expression.right)]
  }
}

interface Token {
  readonly kind: 'number' | 'name' | 'unit' | 'sign'
  readonly text: string
  readonly at: number
}
interface Reader {
  readonly text: string
  readonly tokens: readonly Token[]
  at: number
}

const pattern =
  /(?<number>\d+(?:\.\d+)?)|(?<name>\p{L}[\p{L}\p{N}_]*)|\[(?<unit>[^\]]*)\]|(?<sign>[-+*/()])/uy
const spoken: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '－': '-',
  '＋': '+',
  '（': '(',
  '）': ')',
}

function tokensOf(text: string): Token[] {
  const plain = text.replaceAll(/[×·÷−－＋（）]/gu, (sign) => spoken[sign] ?? sign)
  const tokens: Token[] = []
  let at = 0
  while (at < plain.length) {
    if (/\s/u.test(plain.charAt(at))) {
      at += 1
      continue
    }
    pattern.lastIndex = at
    const found = pattern.exec(plain)
    if (!found) throw new Refusal('expression.unexpected', { text, place: at + 1 })
    tokens.push(tokenOf(found, at))
    at = pattern.lastIndex
  }
  return tokens
}
function tokenOf({ groups = {} }: RegExpExecArray, at: number): Token {
  for (const kind of ['number', 'name', 'unit', 'sign'] as const) {
    const text = groups[kind]
    if (text !== undefined) return { kind, text, at }
  }
  throw new Error('A token of no kind')
}

function readSum(reader: Reader): Expression {
  let left = readProduct(reader)
  for (;;) {
    if (take(reader, '+')) {
      const right = readProduct(reader)
      left = { kind: 'sum', parts: [...(left.kind === 'sum' ? left.parts : [left]), right] }
    } else if (take(reader, '-')) left = { kind: 'difference', left, right: readProduct(reader) }
    else return left
  }
}

function readProduct(reader: Reader): Expression {
  let left = readAtom(reader)
  for (;;) {
    if (take(reader, '*')) {
      const right = readAtom(reader)
      left = { kind: 'product', parts: [...(left.kind === 'product' ? left.parts : [left]), right] }
    } else if (take(reader, '/')) left = { kind: 'quotient', left, right: readAtom(reader) }
    else return left
  }
}

function readAtom(reader: Reader): Expression {
  if (take(reader, '(')) {
    const inner = readSum(reader)
    if (!take(reader, ')')) throw unexpected(reader)
    return inner
  }
  const token = reader.tokens[reader.at]
  if (!token || token.kind === 'sign' || token.kind === 'unit') throw unexpected(reader)
  reader.at += 1
  if (token.kind === 'name') return { kind: 'name', name: token.text }
  return { kind: 'number', value: token.text, unit: unitAfter(reader) }
}

/** The unit in square brackets after a number; without one the number is a pure one. */
function unitAfter(reader: Reader): Measure {
  const token = reader.tokens[reader.at]
  if (token?.kind !== 'unit') return 'ratio'
  if (!isMeasure(token.text)) throw new Refusal('expression.unknown-unit', { unit: token.text })
  reader.at += 1
  return token.text
}

function take(reader: Reader, sign: string): boolean {
  const token = reader.tokens[reader.at]
  if (token?.kind !== 'sign' || token.text !== sign) return false
  reader.at += 1
  return true
}

function unexpected({ text, tokens, at }: Reader): Refusal {
  return new Refusal('expression.unexpected', { text, place: (tokens[at]?.at ?? text.length) + 1 })
}
