import { Button, Select } from 'antd'
import { useState } from 'react'

import { isValidOn } from '#shared/kernel/period'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { BoundaryPicture } from './BoundaryPicture.tsx'

/** The boundary of the year as a picture; any other version can be chosen. */
export function DrawingPage() {
  const say = useSay()
  const go = useGo()
  const { year } = useScope()
  const [chosen, choose] = useState<string | null>(null)
  const asked = useAsk(['organization', 'boundaries'], () => api.organization.boundaries({}))
  const versions = asked.data ?? []
  const inForce = versions.find((version) => version.state !== 'draft' && isValidOn(version, `${year}-12-31`))
  const version = versions.find(({ id }) => id === chosen) ?? inForce ?? versions.at(-1)
  return (
    <PageFrame
      title={say('organization.drawing.page')}
      purpose={say('organization.drawing.purpose')}
      action={
        version && (
          <Select
            aria-label={say('organization.boundary.number')}
            value={version.id}
            onChange={(id) => choose(id)}
            options={versions.map(({ id, number, title, state }) => ({
              value: id,
              label: `${say('organization.drawing.version', { number })} ${title} · ${say(`organization.state.${state}`)}`,
            }))}
          />
        )
      }
    >
      <TroubleNote trouble={asked.error} />
      {version && <BoundaryPicture version={version} />}
      {asked.data?.length === 0 && (
        <EmptyState
          icon="boundary"
          title={say('organization.boundary.empty')}
          why={say('organization.boundary.empty-why')}
          action={
            <Button type="primary" onClick={() => go('/organization/boundary')}>
              {say('organization.drawing.to-boundary')}
            </Button>
          }
        />
      )}
    </PageFrame>
  )
}
