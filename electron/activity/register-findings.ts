import { parametersOfSource, registerOf } from '#db/monitoring/queries'
import { allSources } from '#db/monitoring/queries'
import type { FindingSource, FoundByArea } from '#electron/activity/finding-register'
import type { Facts } from '#shared/kernel/refusal'
import { type Language, say, type Wording } from '#shared/kernel/texts'
import { registerFindings, roleOf } from '#shared/monitoring/rules'
import { monitoringTexts } from '#shared/monitoring/texts'

/** What the register of sources lacks, for the sources that were there in the year. */
export const registerOfSources: FindingSource = ({ db }, { facility, year }, language) => {
  const sources = facility === null ? allSources(db) : registerOf(db, facility).sources
  return sources
    .filter(
      ({ validFrom, validTo }) =>
        validFrom < `${year + 1}-01-01` && (validTo === null || validTo > `${year}-01-01`),
    )
    .flatMap((source) =>
      registerFindings(source, parametersOfSource(db, source.id)).map((finding): FoundByArea => {
        const role = roleOf(source, String(finding.facts['path'] ?? ''))
        const facts = role ? { ...finding.facts, role: roleName(role.kind, language) } : finding.facts
        return {
          // A source may lack several roles: each stands for itself.
          finding: {
            ...finding,
            where: [finding.where, finding.facts['path'] ?? finding.facts['name']].filter(Boolean).join('/'),
          },
          topic: 'register',
          words: worded(finding.code, facts, language),
          subject: source.name,
          period: '',
          place: { kind: 'source', source: source.id },
        }
      }),
    )
}

const wordings: Readonly<Record<string, Wording>> = monitoringTexts
function roleName(kind: string, language: Language): string {
  return wordings[`monitoring.role.${kind}`]?.[language] ?? kind
}
function worded(code: string, facts: Facts, language: Language): string {
  const wording = wordings[code]
  return wording ? say(wording, language, facts) : code
}
