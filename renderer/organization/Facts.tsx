import type { ReactNode } from 'react'

/** Names and values of a record, as they are read. */
export function Facts({ lines }: { readonly lines: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="organization-facts">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === '' || value === null ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  )
}
