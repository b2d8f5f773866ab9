import { Button } from 'antd'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

import { Icon } from '../ui/Icon.tsx'
import { closeExplain, explainBack, useExplain, widenExplain } from './explain.ts'
import { useFace } from './page.ts'
import { useSay } from './say.ts'

const step = 40

/** The drawer at the right in which any number shows how it came about. Escape closes it and focus goes back. */
export function ExplainDrawer() {
  const say = useSay()
  const { explainers } = useFace()
  const { trail, width } = useExplain()
  const { pathname } = useLocation()
  const head = useRef<HTMLHeadingElement>(null)
  const opener = useRef<Element | null>(null)
  const shown = trail.at(-1)
  const isOpen = shown !== undefined
  useEffect(() => {
    if (isOpen) opener.current = document.activeElement
    else if (opener.current instanceof HTMLElement) opener.current.focus()
  }, [isOpen])
  useEffect(() => head.current?.focus(), [shown])
  // A number belongs to the page it was opened on.
  useEffect(() => closeExplain, [pathname])
  if (!shown) return null
  const Explainer = explainers[shown.kind]
  return (
    <aside
      className="explain"
      style={{ width }}
      aria-label={say('frame.explain')}
      onKeyDown={(event) => event.key === 'Escape' && closeExplain()}
    >
      <Edge width={width} />
      <div className="explain-head">
        {trail.length > 1 && (
          <Button
            type="text"
            icon={<Icon name="left" />}
            aria-label={say('frame.explain.back')}
            onClick={explainBack}
          />
        )}
        <h2 ref={head} tabIndex={-1}>
          {shown.title}
        </h2>
        <Button
          type="text"
          icon={<Icon name="print" />}
          aria-label={say('frame.print')}
          onClick={() => window.print()}
        />
        <Button
          type="text"
          icon={<Icon name="cross" />}
          aria-label={say('frame.close')}
          onClick={closeExplain}
        />
      </div>
      <div className="explain-body">
        {Explainer ? (
          <Explainer key={trail.length} subject={shown.subject as never} />
        ) : (
          <p>{say('frame.explain.unknown')}</p>
        )}
      </div>
    </aside>
  )
}

/** The left edge: dragged with the pointer, or moved with the arrow keys. */
function Edge({ width }: { readonly width: number }) {
  const say = useSay()
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons === 1) widenExplain(window.innerWidth - event.clientX)
  }
  const move = (event: KeyboardEvent) => {
    const by = { ArrowLeft: step, ArrowRight: -step }[event.key]
    if (by === undefined) return
    event.preventDefault()
    widenExplain(width + by)
  }
  return (
    <div
      className="explain-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={say('frame.explain.widen')}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={move}
    />
  )
}
