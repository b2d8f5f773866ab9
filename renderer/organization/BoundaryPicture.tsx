import { useMemo } from 'react'

import { isValidOn } from '#shared/kernel/period'
import type { BoundaryVersion } from '#shared/organization/boundary'
import { drawBoundary } from '#shared/organization/drawing'
import { standingsOf } from '#shared/organization/standing'
import { pathOf } from '#shared/organization/tree'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { standingWord } from './CompareView.tsx'
import { PictureActs } from './PictureActs.tsx'

/** The boundary as a picture on white paper, with its table, to look at and to take along as SVG or PNG. */
export function BoundaryPicture({ version }: { readonly version: BoundaryVersion }) {
  const say = useSay()
  const on = version.validFrom
  const year = Number(on.slice(0, 4))
  const organization = useAsk(['organization', 'current'], () => api.organization.current({}))
  const tree = useAsk(['organization', 'tree'], () => api.organization.tree({}))
  const sources = useAsk(['organization', 'sources', on], () => api.organization.sources({ on }), {
    also: ['monitoring'],
  })
  const products = useAsk(['organization', 'products', year], () => api.organization.products({ year }))
  const name = organization.data?.name ?? ''
  const svg = useMemo(
    () =>
      drawBoundary({
        organization: name,
        nodes: tree.data ?? [],
        version,
        sources: sources.data ?? [],
        products: products.data ?? [],
        language: say.language,
      }),
    [name, tree.data, version, sources.data, products.data, say.language],
  )
  if (!organization.data || !tree.data) return null
  const file = say('organization.drawing.file', { name, number: version.number })
  return (
    <section className="paper" aria-label={say('organization.drawing.title', { name })}>
      <PictureActs svg={svg} file={file} />
      <img
        className="organization-drawing"
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
        alt={say('organization.drawing.title', { name })}
      />
      <NodeTable version={version} nodes={tree.data.filter((node) => isValidOn(node, on))} />
    </section>
  )
}

/** What the picture says, as a table: for reading aloud, copying and checking. */
function NodeTable({
  version,
  nodes,
}: {
  readonly version: BoundaryVersion
  readonly nodes: Parameters<typeof standingsOf>[0]
}) {
  const say = useSay()
  const standings = standingsOf(nodes, version)
  return (
    <details>
      <summary>{say('organization.drawing.table')}</summary>
      <table className="organization-table">
        <thead>
          <tr>
            <th scope="col">{say('organization.drawing.node')}</th>
            <th scope="col">{say('organization.drawing.kind')}</th>
            <th scope="col">{say('organization.node.tenure')}</th>
            <th scope="col">{say('organization.drawing.standing')}</th>
            <th scope="col">{say('organization.drawing.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => {
            const standing = standings.get(node.id) ?? null
            const member = version.members.find((line) => line.node === node.id)
            const reason = standing?.standing === 'out' ? standing.reason : member?.reason
            return (
              <tr key={node.id}>
                <th scope="row" style={{ paddingInlineStart: `${pathOf(nodes, node.id).length * 14}px` }}>
                  {node.code} {node.name}
                </th>
                <td>{say(`organization.kind.${node.kind}`)}</td>
                <td>{say(`organization.tenure.${node.tenure}`)}</td>
                <td>{standingWord(standing, say)}</td>
                <td>{reason}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}
