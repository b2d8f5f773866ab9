import type { ReactNode } from 'react'

/** Facts of a record under each other; what is not known is a dash. */
export function FactList({
  label,
  rows,
}: {
  readonly label: string
  readonly rows: readonly (readonly [name: string, value: ReactNode])[]
}) {
  return (
    <section className="paper" aria-label={label}>
      <h2>{label}</h2>
      <table className="plain-table performance-facts">
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value === null || value === '' ? '—' : value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
