import { Input, Select } from 'antd'

import type { BoundaryContent } from '#shared/organization/boundary'
import { decide, decisionOf, decisions, withMember } from '#shared/organization/boundary-edit'
import type { Node } from '#shared/organization/model'
import { standingsOf } from '#shared/organization/standing'
import { inTreeOrder, pathOf } from '#shared/organization/tree'

import { useSay } from '../kernel/say.ts'
import { AmountField } from './AmountField.tsx'
import { standingWord } from './CompareView.tsx'
import { known, typedOf } from './form-values.ts'

interface StepProps {
  readonly content: BoundaryContent
  readonly nodes: readonly Node[]
  readonly onChange: (content: BoundaryContent) => void
}

/** Node by node: inside, outside, or as the node it is a part of. */
export function NodeStep({ content, nodes, onChange }: StepProps) {
  const say = useSay()
  const standings = standingsOf(nodes, content)
  const byShare = content.approach === 'equity-share'
  return (
    <>
      <p className="page-purpose">{say('organization.step.nodes.hint')}</p>
      <table className="organization-table">
        <thead>
          <tr>
            <th scope="col">{say('organization.drawing.node')}</th>
            <th scope="col">{say('organization.node.tenure')}</th>
            <th scope="col">{say('organization.step.nodes.decision')}</th>
            {byShare && <th scope="col">{say('organization.step.nodes.share')}</th>}
            <th scope="col">{say('organization.step.nodes.rule')}</th>
            <th scope="col">{say('organization.drawing.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {inTreeOrder(nodes).map((node) => {
            const decision = decisionOf(content, node.id)
            const member = content.members.find((line) => line.node === node.id)
            return (
              <tr key={node.id}>
                <th scope="row" style={{ paddingInlineStart: `${pathOf(nodes, node.id).length * 16 - 8}px` }}>
                  {node.code} {node.name}
                </th>
                <td>{say(`organization.tenure.${node.tenure}`)}</td>
                <td>
                  <Select
                    aria-label={say('organization.step.nodes.decision-of', { name: node.name })}
                    value={decision}
                    style={{ width: 130 }}
                    options={decisions.map((value) => ({
                      value,
                      label:
                        node.parent === null && value === 'as-above'
                          ? say('organization.decision.open')
                          : say(`organization.decision.${value}`),
                    }))}
                    onChange={(next) => onChange(decide(content, node, next))}
                  />
                </td>
                {byShare && (
                  <td>
                    {member && (
                      <AmountField
                        label={say('organization.step.nodes.share-of', { name: node.name })}
                        value={member.share}
                        suffix="%"
                        onChange={(share) => onChange(withMember(content, node.id, { share }))}
                      />
                    )}
                  </td>
                )}
                <td>
                  {member && (
                    <Input
                      aria-label={say('organization.step.nodes.rule-of', { name: node.name })}
                      value={typedOf(member.reason)}
                      maxLength={500}
                      onChange={({ target }) =>
                        onChange(withMember(content, node.id, { reason: target.value }))
                      }
                      onBlur={() => onChange(withMember(content, node.id, { reason: known(member.reason) }))}
                    />
                  )}
                </td>
                <td>{standingWord(standings.get(node.id) ?? null, say)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
