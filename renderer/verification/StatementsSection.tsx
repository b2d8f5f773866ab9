import { Button } from 'antd'
import { useState } from 'react'

import { opinions, type Statement, statementFacts } from '#shared/verification/body'
import type { ShownCase } from '#shared/verification/contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useToday } from '../kernel/use-today.ts'
import { NumberText } from '../ui/NumberText.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { knownIn, numberIn, textIn, typedNumber } from '../ui/typed.ts'
import { useBodies, useBodyOptions, useInventoryOptions } from './use-verification.ts'

/** What a body states: assurance, materiality, opinion and reservations, and whether that is evidence (R-VR-2). */
export function StatementsSection({ of }: { readonly of: ShownCase }) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="verification-main">
      <section className="paper" aria-label={say('verification.statements')}>
        <h2>{say('verification.statements')}</h2>
        {of.statements.length === 0 && <p className="page-purpose">{say('verification.statements.empty')}</p>}
        {of.statements.map((statement) => (
          <StatementCard key={statement.id} statement={statement} />
        ))}
        {of.state === 'open' && may('verification.enter') && !isOpen && (
          <Button onClick={() => setOpen(true)}>{say('verification.statement.add')}</Button>
        )}
      </section>
      {isOpen && <StatementForm of={of} onDone={() => setOpen(false)} />}
    </div>
  )
}

function StatementCard({ statement }: { readonly statement: Statement }) {
  const say = useSay()
  const { data: bodies = [] } = useBodies()
  const { number, opinion, assurance, total, difference, faults, isAccepted, issuedOn, validTo } = statement
  const rows: readonly (readonly [string, string])[] = [
    [say('verification.case.body'), bodies.find(({ id }) => id === statement.body)?.name ?? '—'],
    [say('verification.plan.assurance'), say(`verification.assurance.${assurance}`)],
    [say('verification.statement.materiality'), statement.materiality ?? '—'],
    [say('verification.statement.reservations'), statement.reservations || '—'],
    [say('verification.statement.response'), statement.response || '—'],
    [say('verification.statement.issued'), issuedOn],
    [say('verification.statement.validTo'), validTo ?? '—'],
  ]
  return (
    <article className="verification-request">
      <h3>
        {number}{' '}
        <StateTag tone={isAccepted ? 'good' : 'stop'} text={say(`verification.opinion.${opinion}`)} />
      </h3>
      {faults.map((fault) => (
        <p key={fault}>
          <StateTag
            tone={fault === 'material-difference' ? 'warn' : 'stop'}
            text={say(`verification.statement-${fault}`)}
          />
        </p>
      ))}
      <p>
        {say('verification.statement.total')} <NumberText value={total} />{' '}
        {difference !== null && say('verification.statement.difference', { percent: difference })}
      </p>
      <table className="plain-table">
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="verification-said">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}

function useFields(): readonly Field[] {
  const say = useSay()
  const { shape } = statementFacts
  return [
    { name: 'number', label: say('verification.statement.number'), kind: 'text' },
    {
      name: 'body',
      label: say('verification.case.body'),
      kind: 'choice',
      schema: shape.body,
      options: useBodyOptions(),
    },
    {
      name: 'inventory',
      label: say('verification.case.inventory'),
      kind: 'choice',
      options: useInventoryOptions(),
    },
    {
      name: 'assurance',
      label: say('verification.plan.assurance'),
      kind: 'choice',
      schema: shape.assurance,
      options: shape.assurance.options.map((value) => ({
        value,
        label: say(`verification.assurance.${value}`),
      })),
    },
    {
      name: 'opinion',
      label: say('verification.statement.opinion'),
      kind: 'choice',
      schema: shape.opinion,
      options: opinions.map((value) => ({ value, label: say(`verification.opinion.${value}`) })),
    },
    { name: 'total', label: say('verification.statement.total'), kind: 'number', schema: typedNumber },
    { name: 'materiality', label: say('verification.statement.materiality'), kind: 'number' },
    {
      name: 'issuedOn',
      label: say('verification.statement.issued'),
      kind: 'day',
      schema: shape.issuedOn,
    },
    { name: 'validTo', label: say('verification.statement.validTo'), kind: 'day' },
    {
      name: 'inScope',
      label: say('verification.statement.in-scope'),
      kind: 'choice',
      options: (['yes', 'no'] as const).map((value) => ({
        value,
        label: say(`verification.statement.in-scope.${value}`),
      })),
      hint: 'R-VR-2',
    },
    { name: 'reservations', label: say('verification.statement.reservations'), kind: 'area' },
    { name: 'response', label: say('verification.statement.response'), kind: 'area' },
  ]
}

function StatementForm({ of, onDone }: { readonly of: ShownCase; readonly onDone: () => void }) {
  const say = useSay()
  const today = useToday()
  const fields = useFields()
  const keep = useCommand((typed: Typed) =>
    api.verification.addStatement({ case: of.id, ...statementIn(typed) }),
  )
  const submit = async (typed: Typed) => {
    const saved = await keep.run(typed)
    if (saved) onDone()
    return saved !== undefined
  }
  return (
    <RecordForm
      title={say('verification.statement.add')}
      draft={`verification/statement/${of.id}`}
      initial={{
        number: '',
        body: of.body,
        inventory: of.inventory,
        assurance: of.plan.assurance,
        opinion: 'unmodified',
        total: '',
        materiality: of.plan.materiality ?? '',
        issuedOn: today,
        validTo: null,
        inScope: 'yes',
        reservations: '',
        response: '',
      }}
      fields={fields}
      submit={say('verification.save')}
      onSubmit={submit}
      busy={keep.busy}
      trouble={keep.trouble}
      onLeave={onDone}
    />
  )
}

function statementIn(typed: Typed) {
  return statementFacts.parse({
    number: textIn(typed, 'number'),
    body: typed['body'],
    inventory: knownIn(typed, 'inventory'),
    assurance: typed['assurance'],
    opinion: typed['opinion'],
    materiality: numberIn(typed, 'materiality'),
    reservations: textIn(typed, 'reservations'),
    response: textIn(typed, 'response'),
    total: numberIn(typed, 'total'),
    issuedOn: typed['issuedOn'],
    validTo: knownIn(typed, 'validTo'),
    isInScope: typed['inScope'] !== 'no',
  })
}
