import { Button } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'

import type { ListedItem, Quote } from '#shared/audits/checklist'
import type { RecordRef } from '#shared/kernel/record'
import type { NamedRecord } from '#shared/kernel/record-contract'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { withScope } from '../kernel/scope.ts'
import { useNames } from '../kernel/use-names.ts'
import { Icon } from '../ui/Icon.tsx'
import { SearchPicker } from '../ui/SearchPicker.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface ExpectedProps {
  readonly item: ListedItem
  readonly isLocked: boolean
}

/** What evidence is expected, what the records say today, and what the auditor quoted of them. */
export function ExpectedSection({ item, isLocked }: ExpectedProps) {
  const say = useSay()
  const { search } = useLocation()
  const asked = useExpected(item)
  const quote = useCommand((record: RecordRef) => api.audits.quote({ item: item.id, record }))
  const signals = asked.data?.signals ?? []
  return (
    <section aria-label={say('audits.expected')}>
      <h3>{say('audits.expected')}</h3>
      <p className="page-purpose">
        {item.evidence.length === 0
          ? say('audits.expected-none')
          : item.evidence.map((kind) => say(`kernel.evidence.${kind}`)).join(say('audits.paper.and'))}
      </p>
      <ul className="findings">
        {signals.map((each) => (
          <li key={`${each.code} ${JSON.stringify(each.facts)}`} className="audits-signal">
            <StateTag tone={each.isMet ? 'good' : 'warn'} text={say.of(each)} />
            {each.records.length === 0 && each.path !== '' && (
              <Link to={withScope(each.path, search)}>{say('audits.open-page')}</Link>
            )}
            {each.records.map(({ record, title, path }) => (
              <span key={record} className="audits-record">
                <Link to={withScope(path, search)}>{title}</Link>
                {!isLocked && (
                  <Button
                    size="small"
                    aria-label={say('audits.quote-this', { title })}
                    onClick={() => void quote.run(record)}
                  >
                    {say('audits.quote')}
                  </Button>
                )}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <TroubleNote trouble={asked.error ?? quote.trouble} />
      {!isLocked && <QuoteOther onQuote={(record) => void quote.run(record)} />}
      <Quotes quotes={asked.data?.quotes ?? []} isLocked={isLocked} />
    </section>
  )
}

export function useExpected({ id }: Pick<ListedItem, 'id'>) {
  return useAsk(['audits', 'expected', id], () => api.audits.expected({ item: id }), { also: ['kernel'] })
}

/** Quotes any record, found by a word of its title. */
function QuoteOther({ onQuote }: { readonly onQuote: (record: RecordRef) => void }) {
  const say = useSay()
  const [other, setOther] = useState<NamedRecord | null>(null)
  const titleOf = ({ number, title }: NamedRecord) => (number === null ? title : `${number} ${title}`)
  return (
    <div className="audits-quote">
      <SearchPicker<NamedRecord>
        label={say('audits.quote-other')}
        placeholder={say('audits.quote-other')}
        value={other}
        onChange={setOther}
        askKey={['kernel', 'records-like']}
        ask={(text) => api.desk.recordsLike({ text })}
        keyOf={({ record }) => record}
        textOf={titleOf}
        draw={(found) => (
          <>
            {titleOf(found)} <span className="page-purpose">{say.of({ code: found.kind })}</span>
          </>
        )}
      />
      <Button
        disabled={!other}
        onClick={() => {
          if (other) onQuote(other.record)
          setOther(null)
        }}
      >
        {say('audits.quote')}
      </Button>
    </div>
  )
}

function Quotes({ quotes, isLocked }: { readonly quotes: readonly Quote[]; readonly isLocked: boolean }) {
  const say = useSay()
  const names = useNames()
  const drop = useCommand((id: Quote['id']) => api.audits.dropQuote({ id }))
  if (quotes.length === 0) return null
  return (
    <>
      <h3>{say('audits.quotes')}</h3>
      <ul className="record-list">
        {quotes.map(({ id, title, sha256, snapshot, takenBy, takenAt }) => (
          <li key={id}>
            <details>
              <summary>{title}</summary>
              <pre className="audits-snapshot">{JSON.stringify(JSON.parse(snapshot), null, 2)}</pre>
            </details>
            <span className="page-purpose">
              {names.get(takenBy) ?? '—'} · {localTime(takenAt)}
            </span>
            <code className="evidence-hash">SHA-256 {sha256}</code>
            {!isLocked && (
              <Button
                type="text"
                size="small"
                icon={<Icon name="cross" size={14} />}
                aria-label={say('audits.quote-drop', { title })}
                onClick={() => void drop.run(id)}
              />
            )}
          </li>
        ))}
      </ul>
      <TroubleNote trouble={drop.trouble} onClose={drop.forget} />
    </>
  )
}
