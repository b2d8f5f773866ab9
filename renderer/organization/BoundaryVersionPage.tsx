import { Button } from 'antd'
import { useParams } from 'react-router'

import type { ApprovedBoundary } from '#shared/organization/boundary'
import { firstContent, nextContent } from '#shared/organization/boundary-edit'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { BoundaryEditor } from './BoundaryEditor.tsx'
import { BoundaryPicture } from './BoundaryPicture.tsx'
import { useGuidelineTitle } from './guidelines.ts'

/** One version: a draft is worked on, an approved one is read. */
export function BoundaryVersionPage() {
  const say = useSay()
  const go = useGo()
  const { year } = useScope()
  const { id } = useParams()
  const asked = useAsk(['organization', 'boundaries'], () => api.organization.boundaries({}))
  const tree = useAsk(['organization', 'tree'], () => api.organization.tree({}))
  const versions = asked.data ?? []
  const version = versions.find((one) => one.id === id)
  const latest = versions.findLast(({ state }) => state !== 'draft')
  const title = version
    ? `${say('organization.drawing.version', { number: version.number })} ${version.title}`
    : say('organization.boundary.new')
  const isReady = asked.data !== undefined && tree.data !== undefined
  // A version begins after the one before it, whichever year is looked at.
  const nextYear = latest ? Math.max(year, Number(latest.validFrom.slice(0, 4)) + 1) : year
  const nextDay = `${nextYear}-01-01`
  const nextTitle = say('organization.boundary.default-title', { year: nextYear })
  // The first version answers for everything since the first site.
  const firstDay = (tree.data ?? []).reduce(
    (day, { validFrom }) => (validFrom < day ? validFrom : day),
    nextDay,
  )
  const firstTitle = say('organization.boundary.default-title', { year: firstDay.slice(0, 4) })
  return (
    <PageFrame
      title={title}
      purpose={say('organization.boundary.version-purpose')}
      action={
        <Button onClick={() => go('/organization/boundary')}>{say('organization.boundary.all')}</Button>
      }
    >
      <TroubleNote trouble={asked.error ?? tree.error} />
      {isReady && id === 'new' && (
        <BoundaryEditor
          key="new"
          version={null}
          initial={
            latest ? nextContent(latest, nextTitle, nextDay) : firstContent(tree.data, firstTitle, firstDay)
          }
          nodes={tree.data}
          versions={versions}
        />
      )}
      {isReady && version?.state === 'draft' && (
        <BoundaryEditor
          key={version.id}
          version={version}
          initial={version}
          nodes={tree.data}
          versions={versions}
        />
      )}
      {version && version.state !== 'draft' && (
        <div className="record-page">
          <div className="organization-side">
            <VersionFacts version={version} />
            <BoundaryPicture version={version} />
          </div>
          <RecordSide record={`organization/boundary/${version.id}`} />
        </div>
      )}
      {isReady && id !== 'new' && !version && (
        <p className="page-purpose">{say('organization.unknown-boundary')}</p>
      )}
    </PageFrame>
  )
}

/** What was approved, by whom and when. */
function VersionFacts({ version }: { readonly version: ApprovedBoundary }) {
  const say = useSay()
  const titleOf = useGuidelineTitle()
  const names = useAsk(['access', 'names'], () => api.access.names({}))
  const signature = useAsk(['organization', 'signature', version.id], () =>
    api.organization.signature({ id: version.id }),
  )
  const between = say.language === 'zh' ? '、' : ', '
  const signer = names.data?.find(({ userId }) => userId === version.approvedBy)?.name ?? ''
  const facts: readonly (readonly [string, string])[] = [
    [say('organization.boundary.field.approach'), say(`organization.approach.${version.approach}`)],
    [
      say('organization.boundary.validity'),
      version.validTo === null
        ? say('organization.drawing.since', { from: version.validFrom })
        : say('organization.drawing.from-to', { from: version.validFrom, to: version.validTo }),
    ],
    [
      say('organization.boundary.field.guideline'),
      version.guideline === null ? say('organization.compare.none') : titleOf(version.guideline),
    ],
    [
      say('organization.boundary.field.desulfurization'),
      say(version.desulfurization ? 'organization.yes' : 'organization.no'),
    ],
    [say('organization.boundary.field.isoCategories'), version.isoCategories.join(between)],
    [say('organization.boundary.field.scopes'), version.scopes.join(between)],
    [
      say('organization.boundary.field.subsystems'),
      version.subsystems.map((code) => say(`organization.subsystem.${code}`)).join(between),
    ],
    [say('organization.boundary.field.reason'), version.reason ?? say('organization.compare.none')],
    [
      say('organization.boundary.approved-by'),
      say('organization.boundary.signed', { name: signer, at: localTime(version.approvedAt) }),
    ],
  ]
  return (
    <section className="paper" aria-label={version.title}>
      <div className="page-acts">
        <StateTag
          tone={version.state === 'approved' ? 'good' : 'info'}
          text={say(`organization.state.${version.state}`)}
        />
        {signature.data?.holds === true && (
          <StateTag tone="good" icon="seal" text={say('organization.boundary.signature-holds')} />
        )}
        {signature.data?.holds === false && (
          <StateTag tone="stop" text={say('organization.boundary.signature-broken')} />
        )}
      </div>
      <dl className="organization-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
