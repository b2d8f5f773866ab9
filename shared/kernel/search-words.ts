/** Letters that are written without spaces between words. */
const unspaced = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]'
const isUnspaced = new RegExp(`^${unspaced}`, 'u')
/** Runs of them, and runs of all other letters and digits. */
const runs = new RegExp(`${unspaced}+|(?:(?!${unspaced})[\\p{L}\\p{N}])+`, 'gu')

/** As it is compared: `CO₂` is `co2`, full-width letters are plain ones. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
function runsOf(text: string): string[] {
  return plain(text).match(runs) ?? []
}

/** `碳排放` as `碳排 排放 放`: every pair of characters, and the last by itself, so that one character finds it too. */
function pairsOf(run: string): string[] {
  const characters = Array.from(run)
  return characters.map((character, at) => `${character}${characters[at + 1] ?? ''}`)
}

/** The words under which a text is kept, separated by spaces. */
export function indexedWords(text: string): string {
  return runsOf(text)
    .flatMap((run) => (isUnspaced.test(run) ? pairsOf(run) : [run]))
    .join(' ')
}

/**
 * What is typed, as a question to the index: all of it must occur. Chinese of two characters and more is found inside of
 * longer words; the beginning of a word in letters finds the word. Null where nothing can be looked for.
 */
export function askedWords(typed: string): string | null {
  const asked = runsOf(typed).map((run) => {
    if (!isUnspaced.test(run)) return `"${run}"*`
    const pairs = pairsOf(run)
    return pairs.length === 1 ? `"${run}"*` : `"${pairs.slice(0, -1).join(' ')}"`
  })
  return asked.length === 0 ? null : asked.join(' ')
}

/** How much of a text is shown around what was found, in characters. */
const around = 36

/** The part of a text in which the first of the typed words stands; its beginning where none does. */
export function passageOf(text: string, typed: string): string {
  const plainText = plain(text)
  const places = runsOf(typed).flatMap((run) => {
    const at = plainText.indexOf(run)
    return at < 0 ? [] : [at]
  })
  const first = Math.min(...places)
  // Where plain letters take more room than those of the text, places differ; near enough to be read.
  const from = places.length === 0 ? 0 : Math.max(0, first - around)
  const cut = text.slice(from, from + 3 * around).replaceAll(/\s+/g, ' ')
  return `${from > 0 ? '…' : ''}${cut}${from + 3 * around < text.length ? '…' : ''}`
}
