import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'

import { foundTopics, type HelpTopic, topicOf } from '#shared/kernel/help'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** The help that comes with the program: what is asked for stands first, the rest below it in the order of the work. */
export function HelpPage() {
  const say = useSay()
  const [params] = useSearchParams()
  const [text, setText] = useState('')
  const asked = useAsk(['desk', 'help'], () => api.desk.help({}))
  const topics = asked.data?.topics ?? []
  const of = params.get('of')
  const open = of === null ? null : topicOf(of, topics)
  const found = foundTopics(text, topics)
  return (
    <PageFrame title={say('frame.help')} purpose={say('frame.help.purpose')}>
      <TroubleNote trouble={asked.error} />
      <Input.Search
        className="help-search"
        aria-label={say('frame.help.search')}
        placeholder={say('frame.help.search')}
        allowClear
        onChange={({ target }) => setText(target.value)}
      />
      {found.length === 0 && asked.data && <p role="status">{say('frame.help.none', { text })}</p>}
      {found.map((topic) => (
        <Topic key={topic.id} topic={topic} isOpen={topic.id === open?.id} />
      ))}
      <p>
        <Link to="/help/licences">{say('frame.licences')}</Link>
      </p>
    </PageFrame>
  )
}

function Topic({
  topic: { title, body, pages },
  isOpen,
}: {
  readonly topic: HelpTopic
  readonly isOpen: boolean
}) {
  const say = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isOpen) return
    heading.current?.scrollIntoView({ block: 'start' })
    heading.current?.focus()
  }, [isOpen])
  const [first] = pages
  return (
    <section className={isOpen ? 'paper help-open' : 'paper'} aria-label={title[say.language]}>
      <h2 ref={heading} tabIndex={-1}>
        {title[say.language]}
      </h2>
      {body.map(({ zh, en }) => (
        <p key={zh}>{say.language === 'zh' ? zh : en}</p>
      ))}
      {first !== undefined && <Link to={first}>{say('frame.help.go')}</Link>}
    </section>
  )
}
