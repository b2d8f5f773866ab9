/**
 * English agrees with one: `{count} readings are` is said as `1 reading is`. Words that are counted stand here by their
 * plural; a test finds those that texts use and this list lacks.
 */
const counted = new Set(
  `accounts acts anchors answers attempts audits baselines cases cells certificates changes characters classes codes
  columns communications comparisons considerations corrections costs days decimals deliveries deviations differences
  disclosures documents draws editions effects errors evaluations exclusions factors faults fields figures files findings
  gaps hours indicators items kinds lines measures meters months nonconformities notes objectives obligations
  paragraphs parameters parts periods photos pieces places plans points posts products proposals purchases questions readings
  records references remarks requests requirements resources reviews risks rows samples scripts seconds sources
  steps suggestions suppliers tasks things totals trainings treatments units values versions weeks years`.split(
    /\s+/,
  ),
)
const verbs: Readonly<Record<string, string>> = {
  agree: 'agrees',
  apply: 'applies',
  are: 'is',
  block: 'blocks',
  count: 'counts',
  differ: 'differs',
  do: 'does',
  end: 'ends',
  go: 'goes',
  have: 'has',
  hold: 'holds',
  lack: 'lacks',
  lead: 'leads',
  name: 'names',
  need: 'needs',
  point: 'points',
  prevent: 'prevents',
  stay: 'stays',
  wait: 'waits',
  were: 'was',
}
/** Words behind which nothing is counted any more. */
const ends = new Set(
  'a after an and at but by does for from has in is no not of on or than that the to was with'.split(' '),
)

/** At most so many words stand between a number and what it counts: `{count} external documents`. */
const between = 3

const singularOf = (plural: string): string => {
  if (plural === 'classes') return 'class'
  return plural.endsWith('ies') && plural !== 'series' ? `${plural.slice(0, -3)}y` : plural.slice(0, -1)
}

/** What a number in a wording counts: the words behind it and which of them is the plural; null where it counts nothing. */
export function countedBehind(
  text: string,
): { readonly words: readonly string[]; readonly at: number } | null {
  const words = (/^(?: [a-z’-]+)+/.exec(text)?.[0] ?? '').trim().split(' ')
  const end = words.findIndex((word) => ends.has(word))
  const near = words.slice(0, Math.min(end < 0 ? words.length : end, between + 1))
  const at = near.findIndex((word) => counted.has(word))
  return at < 0 ? null : { words, at }
}

/** A wording whose fact `name` is one: what it counts, and the verb of that, in the singular. */
export function agreeingWithOne(text: string, name: string): string {
  const place = `{${name}}`
  return text.split(place).reduce((before, after) => {
    const found = countedBehind(after)
    if (!found) return `${before}${place}${after}`
    const { words, at } = found
    const verb = words[at + 1] === 'that' ? at + 2 : at + 1
    const changed = words.map((word, index) => {
      if (index === at) return singularOf(word)
      return index === verb ? (verbs[word] ?? word) : word
    })
    const head = before.replace(/\b(are|were) $/i, (whole) => (/^a/i.test(whole) ? 'is ' : 'was '))
    return `${head}${place} ${changed.join(' ')}${after.slice(` ${words.join(' ')}`.length)}`
  })
}
