import type { ReactNode } from 'react'

interface Fact {
  readonly name: string
  readonly value: ReactNode
}

/** The facts of a record, each with its name before it. */
export function FactTable({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <table className="plain-table facts">
      <tbody>
        {facts.map(({ name, value }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
