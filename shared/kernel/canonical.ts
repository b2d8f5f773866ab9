import serialize from 'canonicalize'

/** RFC 8785 JSON: equal values give equal bytes on any machine. Numbers that are reported are strings before they come here. */
export function canonical(value: unknown): string {
  const text = serialize(value)
  if (text === undefined) throw new Error('Only JSON values have a canonical form')
  return text
}
