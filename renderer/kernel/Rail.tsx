import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { NavLink, useLocation } from 'react-router'

import { Icon } from '../ui/Icon.tsx'
import { type PageEntry, sections, useFace } from './page.ts'
import { useSay } from './say.ts'
import { withScope } from './scope.ts'
import { useMay } from './session.ts'

/** The sections and their pages; what has no page, or none that this user sees, is not there. */
export function Rail() {
  const say = useSay()
  const may = useMay()
  const { pages } = useFace()
  const [isFolded, setFolded] = useState(() => window.innerWidth < 1000)
  const seen = pages.filter(({ hidden, permission }) => hidden !== true && (!permission || may(permission)))
  const fold = say(isFolded ? 'frame.rail.unfold' : 'frame.rail.fold')
  return (
    <nav className={isFolded ? 'rail folded' : 'rail'} aria-label={say('frame.sections')}>
      <Tooltip title={fold} placement="right">
        <Button
          type="text"
          size="small"
          style={{ marginLeft: 12 }}
          aria-label={fold}
          aria-expanded={!isFolded}
          icon={<Icon name="rail" />}
          onClick={() => setFolded(!isFolded)}
        />
      </Tooltip>
      {sections.map((section) => {
        const own = seen.filter((page) => page.section === section)
        if (own.length === 0) return null
        return (
          <div key={section}>
            {section !== 'home' && <h2>{say(`frame.section.${section}`)}</h2>}
            <ul>
              {own.map((page) => (
                <RailLink key={page.path} page={page} isFolded={isFolded} />
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}

function RailLink({ page, isFolded }: { readonly page: PageEntry; readonly isFolded: boolean }) {
  const say = useSay()
  const { search } = useLocation()
  const title = say(page.titleCode)
  return (
    <li>
      <Tooltip title={isFolded ? title : ''} placement="right">
        <NavLink to={withScope(page.path, search)} end={page.path === '/'} aria-label={title}>
          <Icon name={page.icon} />
          <span>{title}</span>
        </NavLink>
      </Tooltip>
    </li>
  )
}
