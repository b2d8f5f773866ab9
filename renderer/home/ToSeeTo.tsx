import { Link, useLocation } from 'react-router'

import type { HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { withScope } from '../kernel/scope.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

const order = ['late', 'due', 'odd', 'note'] as const
const tones = { late: 'stop', due: 'warn', odd: 'warn', note: 'info' } as const satisfies Record<
  HomeItem['severity'],
  Tone
>

/** What is late, due or odd, the pressing first. */
export function ToSeeTo({ items }: { readonly items: readonly HomeItem[] }) {
  const say = useSay()
  const { search } = useLocation()
  const sorted = order.flatMap((severity) => items.filter((item) => item.severity === severity))
  return (
    <section className="paper" aria-labelledby="home-todo">
      <h2 id="home-todo">{say('frame.home.todo')}</h2>
      {sorted.length === 0 && <p className="page-purpose">{say('frame.home.todo.none')}</p>}
      <ul className="todo">
        {sorted.map(({ id, severity, text, path }) => (
          <li key={id}>
            <StateTag tone={tones[severity]} text={say(`frame.home.${severity}`)} />
            <Link to={withScope(path, search)}>{text}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
