import { Button } from 'antd'
import { type ReactNode, useState } from 'react'

import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'

interface PartProps {
  readonly title: string
  /** Label and value, as they are read. */
  readonly lines: readonly (readonly [string, ReactNode])[]
  readonly isWritable: boolean
  /** Open for writing at once, because it is what the next step waits for. */
  readonly isNext: boolean
  readonly form: (close: () => void) => ReactNode
  readonly children?: ReactNode
}

/** One part of a case: read, and written where the step allows it. */
export function Part({ title, lines, isWritable, isNext, form, children }: PartProps) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(isNext)
  const canWrite = isWritable && may('nonconformity.enter')
  if (isOpen && canWrite) return <>{form(() => setOpen(false))}</>
  return (
    <section className="paper" aria-label={title}>
      <h2>{title}</h2>
      <table className="plain-table">
        <tbody>
          {lines.map(([name, value]) => (
            <tr key={name}>
              <th scope="row" style={{ width: 150 }}>
                {name}
              </th>
              <td className="nonconformity-told">{value === '' ? '—' : value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {children}
      {canWrite && (
        <div className="page-acts">
          <Button onClick={() => setOpen(true)}>{say('nonconformity.edit')}</Button>
        </div>
      )}
    </section>
  )
}
