import { Button, Descriptions } from 'antd'
import { useState } from 'react'

import type { Factor, FactorPointer } from '#shared/factors/model'
import type { EditionSummary, FactorFound } from '#shared/factors/record'
import { regionName } from '#shared/factors/regions'
import { sourceIn } from '#shared/factors/source-words'
import { fuelName } from '#shared/factors/subject'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { FindingList } from '../ui/FindingList.tsx'
import { Icon } from '../ui/Icon.tsx'
import { FormulaText, NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { FactorMarks } from './FactorMarks.tsx'
import { FactorUses } from './FactorUses.tsx'
import { TrustTag } from './TrustTag.tsx'
import { validityText } from './validity-text.ts'

/** A factor in the drawer: its value, all its provenance, who compared it, and where it is used. */
export function FactorExplainer({ subject }: { readonly subject: FactorPointer }) {
  const say = useSay()
  const { urn, ref } = subject
  const asked = useAsk(['factors', 'factor', urn, ref], () => api.factors.factor({ urn, ref }))
  const found = asked.data
  if (!found) return <TroubleNote trouble={asked.error} />
  const { factor, edition, marks, findings } = found
  return (
    <div className="factor-record">
      <p className="factor-value">
        <NumberText value={factor.value} unit={factor.unit} decimals={20} />
      </p>
      <p>
        <TrustTag verification={factor.verification} mark={marks.find(({ inForce }) => inForce) ?? null} />
        {edition.supersededBy !== null && <StateTag tone="warn" text={say('factors.superseded')} />}
      </p>
      {findings.length > 0 && <FindingList findings={findings} />}
      <Facts items={factsOf(say, factor, edition)} />
      <CopyPointer pointer={subject} />
      <FactorMarks key={`${urn} ${ref}`} pointer={subject} factor={factor} edition={edition} marks={marks} />
      <FactorUses pointer={subject} />
    </div>
  )
}

/** A row without a single value: what stands there instead, and where it comes from. */
export function RemarkExplainer({ subject: { row, edition } }: { readonly subject: FactorFound }) {
  const say = useSay()
  const text = 'text' in row ? row.text[say.language] : ''
  return (
    <div className="factor-record">
      <p>
        <FormulaText text={text} />
      </p>
      <p>
        <TrustTag verification={row.verification} />
      </p>
      <Facts items={[...provenanceOf(say, row), ...editionFacts(say, edition)]} />
    </div>
  )
}

/** A name and what there is to say; empty ones are left out. */
type Fact = readonly [key: string, label: string, text: string | null]

function Facts({ items }: { readonly items: readonly Fact[] }) {
  const say = useSay()
  return (
    <section aria-label={say('factors.record.facts')}>
      <h3>{say('factors.record.facts')}</h3>
      <Descriptions
        size="small"
        column={1}
        bordered
        styles={{ label: { width: 120 } }}
        items={items
          .filter(([, , text]) => text !== null && text !== '')
          .map(([key, label, text]) => ({ key, label, children: <FormulaText text={text ?? ''} /> }))}
      />
    </section>
  )
}

function factsOf(say: Say, factor: Factor, edition: EditionSummary): readonly Fact[] {
  const { language } = say
  const { purpose, sector, region } = factor
  return [
    ['kind', say('factors.column.kind'), say(`factors.kind.${factor.kind}`)],
    ['subject', say('factors.column.subject'), fuelName(factor.subject)?.[language] ?? null],
    ['gas', say('factors.column.gas'), factor.gas],
    ['per', say('factors.column.per'), factor.per?.[language] ?? null],
    ['formula', say('factors.column.formula'), factor.formula],
    ['purpose', say('factors.column.purpose'), purpose === null ? null : say(`factors.purpose.${purpose}`)],
    ['usedFor', say('factors.column.usedFor'), factor.usedFor?.[language] ?? null],
    ['sector', say('factors.column.sector'), sector === null ? null : say(`factors.sector.${sector}`)],
    ['region', say('factors.column.region'), region === null ? null : regionName(region)[language]],
    ['year', say('factors.column.dataYear'), factor.dataYear === null ? null : String(factor.dataYear)],
    ['valid', say('factors.valid'), validityText(say, factor)],
    ...provenanceOf(say, factor),
    ...editionFacts(say, edition),
  ]
}
function provenanceOf(say: Say, row: Pick<Factor, 'source' | 'seenIn' | 'note'>): readonly Fact[] {
  return [
    ['source', say('factors.column.source'), sourceIn(row.source, say.language)],
    ['seenIn', say('factors.column.seenIn'), row.seenIn],
    ['note', say('factors.column.note'), row.note?.[say.language] ?? null],
  ]
}
function editionFacts(say: Say, edition: EditionSummary): readonly Fact[] {
  const { language } = say
  return [
    ['edition', say('factors.edition'), edition.title[language]],
    ['origin', say('factors.origin'), say(`factors.origin.${edition.origin}`)],
    ['issuer', say('factors.record.issuer'), edition.issuer[language]],
    ['document', say('factors.record.document'), edition.document],
    ['published', say('factors.record.published'), edition.published],
    ['supersedes', say('factors.record.supersedes'), edition.supersedes],
    ['supersededBy', say('factors.record.superseded-by'), edition.supersededBy],
    ['editionNote', say('factors.own.field.note'), edition.note?.[language] ?? null],
  ]
}

function CopyPointer({ pointer: { urn, ref } }: { readonly pointer: FactorPointer }) {
  const say = useSay()
  const [isCopied, setCopied] = useState(false)
  const text = `${urn}#${ref}`
  return (
    <section aria-label={say('factors.record.pointer')}>
      <h3>{say('factors.record.pointer')}</h3>
      <p className="evidence-hash">{text}</p>
      <Button
        className="no-print"
        size="small"
        icon={<Icon name={isCopied ? 'check' : 'evidence'} />}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {say(isCopied ? 'factors.record.copied' : 'factors.record.copy')}
      </Button>
    </section>
  )
}
