import type { BoundaryVersion, Exclusion } from '#shared/organization/boundary'
import { compareBoundaries, type Difference, type Setting } from '#shared/organization/compare'
import type { Node } from '#shared/organization/model'
import type { Standing } from '#shared/organization/standing'

import { type Say, useSay } from '../kernel/say.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { type GuidelineTitle, useGuidelineTitle } from './guidelines.ts'

interface CompareViewProps {
  readonly before: BoundaryVersion
  readonly after: BoundaryVersion
  readonly nodes: readonly Node[]
}

/** What one version says differently from another, line by line. */
export function CompareView({ before, after, nodes }: CompareViewProps) {
  const say = useSay()
  const titleOf = useGuidelineTitle()
  const differences = compareBoundaries(nodes, before, after)
  if (differences.length === 0) return <StateTag tone="good" text={say('organization.compare.same')} />
  return (
    <table className="organization-table">
      <thead>
        <tr>
          <th scope="col">{say('organization.compare.what')}</th>
          <th scope="col">{say('organization.drawing.version', { number: before.number })}</th>
          <th scope="col">{say('organization.drawing.version', { number: after.number })}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => {
          const [what, was, is] = wordsOf(difference, nodes, say, titleOf)
          return (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{was}</td>
              <td>{is}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

type Words = readonly [what: string, before: string, after: string]
function wordsOf(difference: Difference, nodes: readonly Node[], say: Say, titleOf: GuidelineTitle): Words {
  if (difference.of === 'setting') {
    const { setting, before, after } = difference
    const word = (value: string | null) => settingWord(setting, value, say, titleOf)
    return [say(`organization.boundary.field.${setting}`), word(before), word(after)]
  }
  if (difference.of === 'node') {
    const { before, after } = difference
    const name = nodes.find(({ id }) => id === difference.node)?.name ?? ''
    return [name, standingWord(before, say), standingWord(after, say)]
  }
  const { what, before, after } = difference
  return [
    say('organization.compare.exclusion', { what }),
    exclusionWord(before, say),
    exclusionWord(after, say),
  ]
}

function settingWord(setting: Setting, value: string | null, say: Say, titleOf: GuidelineTitle): string {
  if (value === null) return say('organization.compare.none')
  if (setting === 'approach') return say.of({ code: `organization.approach.${value}` })
  if (setting === 'guideline') return titleOf(value)
  if (setting === 'desulfurization') return say(value === 'true' ? 'organization.yes' : 'organization.no')
  if (setting === 'subsystems')
    return value
      .split(' ')
      .map((code) => say.of({ code: `organization.subsystem.${code}` }))
      .join(say.language === 'zh' ? '、' : ', ')
  return value
}

/** How a node stands, in a word; with the share where it counts by share. */
export function standingWord(standing: Standing | null, say: Say): string {
  if (standing === null) return say('organization.compare.not-there')
  const word = say(`organization.standing.${standing.standing}`)
  return standing.standing === 'shared' ? `${word} ${standing.share}%` : word
}

function exclusionWord(exclusion: Exclusion | null, say: Say): string {
  if (exclusion === null) return say('organization.compare.none')
  return exclusion.size === null
    ? exclusion.reason
    : say('organization.compare.sized', {
        reason: exclusion.reason,
        size: exclusion.size.value,
        unit: exclusion.size.in === '%' ? '%' : 'tCO₂e',
      })
}
