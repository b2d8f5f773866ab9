import { Link, useLocation } from 'react-router'

import type { HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { withScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { dealt } from './dealt.ts'

const tones = { late: 'stop', due: 'warn', odd: 'warn', note: 'info' } as const satisfies Record<
  HomeItem['severity'],
  Tone
>

/** What is late, due or odd: first what falls to whoever is signed in, then, folded, what others see to. */
export function ToSeeTo({ items }: { readonly items: readonly HomeItem[] }) {
  const say = useSay()
  const { own, others } = dealt(items, useMay())
  return (
    <section className="paper" aria-labelledby="home-todo">
      <h2 id="home-todo">{say('frame.home.todo')}</h2>
      {own.length === 0 && <p className="page-purpose">{say('frame.home.todo.none')}</p>}
      <Items items={own} />
      {others.length > 0 && (
        <details className="home-others">
          <summary>{say('frame.home.todo.others', { count: others.length })}</summary>
          <Items items={others} />
        </details>
      )}
    </section>
  )
}

function Items({ items }: { readonly items: readonly HomeItem[] }) {
  const say = useSay()
  const { search } = useLocation()
  return (
    <ul className="todo">
      {items.map(({ id, severity, text, path }) => (
        <li key={id}>
          <StateTag tone={tones[severity]} text={say(`frame.home.${severity}`)} />
          <Link to={withScope(path, search)}>{text}</Link>
        </li>
      ))}
    </ul>
  )
}
