import { type ReactNode, useContext } from 'react'

import { PageContext } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'

interface PageFrameProps {
  readonly title: string
  /** One line: what this page is for. */
  readonly purpose: ReactNode
  /** The one primary action, and at most two others beside it. */
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** Head and body of a page: title with its clause in small type, one line of purpose, the next step at the right. */
export function PageFrame({ title, purpose, action, children }: PageFrameProps) {
  const say = useSay()
  const clause = useContext(PageContext)?.clause
  return (
    <>
      <div className="page-head">
        <div>
          <h1>
            {title}
            {clause !== undefined && <span className="page-clause">{say('frame.clause', { clause })}</span>}
          </h1>
          <p className="page-purpose">{purpose}</p>
        </div>
        {action !== undefined && <div className="page-acts">{action}</div>}
      </div>
      <div className="page-body">{children}</div>
    </>
  )
}
