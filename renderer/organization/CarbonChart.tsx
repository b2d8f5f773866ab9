import { useMemo } from 'react'

import { drawPosts } from '#shared/organization/post-drawing'
import type { Body, Post } from '#shared/organization/posts'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { PictureActs } from './PictureActs.tsx'
import { usualDays } from './use-system.ts'

/** The chart of the carbon organization on white paper; the tables below it say the same. */
export function CarbonChart({
  bodies,
  posts,
}: {
  readonly bodies: readonly Body[]
  readonly posts: readonly Post[]
}) {
  const say = useSay()
  const { staff } = useStaff()
  const organization = useAsk(['organization', 'current'], () => api.organization.current({}))
  const title = say('organization.posts.chart')
  const svg = useMemo(
    () =>
      drawPosts({
        bodies,
        posts,
        nameOf: (person) => staff.find(({ personId }) => personId === person)?.name ?? '—',
        today: usualDays().today,
        words: {
          title,
          vacant: say('organization.posts.vacant'),
          deputy: say('organization.capacity.deputy'),
          level: {
            headquarters: say('organization.level.headquarters'),
            company: say('organization.level.company'),
            plant: say('organization.level.plant'),
          },
          form: (form) => say(`organization.form.${form}`),
        },
      }),
    [bodies, posts, staff, say, title],
  )
  return (
    <section className="paper" aria-label={title}>
      <h2>{title}</h2>
      <PictureActs
        svg={svg}
        file={say('organization.posts.chart-file', { name: organization.data?.name ?? '' })}
      />
      <div className="plain-scroll">
        <img
          className="organization-chart"
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
          alt={title}
        />
      </div>
    </section>
  )
}
