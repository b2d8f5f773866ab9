import { Button, Tooltip } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { NavLink, useLocation } from 'react-router'

import { Icon } from '../ui/Icon.tsx'
import { type PageEntry, pagesInRail, type Section, sections, useFace } from './page.ts'
import { usePreferences } from './preferences.ts'
import { useSay } from './say.ts'
import { withScope } from './scope.ts'
import { useMay } from './session.ts'

/** The sections and their pages; what has no page, or none that this user sees, is not there. */
export function Rail() {
  const say = useSay()
  const may = useMay()
  const { pages, useLeftOut } = useFace()
  const leftOut = useLeftOut()
  const [isFolded, setFolded] = useState(() => window.innerWidth < 1000)
  const seen = pagesInRail(pages, may, leftOut)
  const fold = say(isFolded ? 'frame.rail.unfold' : 'frame.rail.fold')
  const rail = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    rail.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' })
  }, [pathname])
  return (
    <nav ref={rail} className={isFolded ? 'rail folded' : 'rail'} aria-label={say('frame.sections')}>
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
        return <RailSection key={section} section={section} pages={own} isFolded={isFolded} />
      })}
    </nav>
  )
}

interface RailSectionProps {
  readonly section: Section
  readonly pages: readonly PageEntry[]
  readonly isFolded: boolean
}

/** A section can be closed, and stays so for its user; the page that is open shows even then. */
function RailSection({ section, pages, isFolded }: RailSectionProps) {
  const say = useSay()
  const { pathname } = useLocation()
  const { closedSections, choose } = usePreferences()
  const isClosed = !isFolded && closedSections.includes(section)
  const toggle = () =>
    choose({
      closedSections: isClosed
        ? closedSections.filter((each) => each !== section)
        : [...closedSections, section],
    })
  const shown = pages.filter(({ path }) => !isClosed || pathname === path || pathname.startsWith(`${path}/`))
  return (
    <div className="rail-section">
      {section !== 'home' && (
        <h2>
          <button type="button" aria-expanded={!isClosed} onClick={toggle} disabled={isFolded}>
            {say(`frame.section.${section}`)}
            <Icon name={isClosed ? 'right' : 'down'} size={12} />
          </button>
        </h2>
      )}
      {shown.length > 0 && (
        <ul>
          {shown.map((page) => (
            <RailLink
              key={page.path}
              page={page}
              isFolded={isFolded}
              hasPagesBelow={shown.some(({ path }) => path.startsWith(`${page.path}/`))}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

interface RailLinkProps {
  readonly page: PageEntry
  readonly isFolded: boolean
  /** Pages below it stand in the rail themselves: then it is not the present page while one of them is. */
  readonly hasPagesBelow: boolean
}
function RailLink({ page, isFolded, hasPagesBelow }: RailLinkProps) {
  const say = useSay()
  const { search } = useLocation()
  const title = say(page.titleCode)
  return (
    <li>
      <Tooltip title={isFolded ? title : ''} placement="right">
        <NavLink
          to={withScope(page.path, search)}
          end={page.path === '/' || hasPagesBelow}
          aria-label={title}
        >
          <Icon name={page.icon} />
          <span>{title}</span>
        </NavLink>
      </Tooltip>
    </li>
  )
}
