import { Button } from 'antd'
import { useState } from 'react'

import {
  type GroupRule,
  groupRule,
  levelOfRule,
  type RuleCode,
  ruleCodes,
} from '#shared/organization/group-rules'
import type { Body } from '#shared/organization/posts'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { knownIn, textIn } from '../ui/typed.ts'
import { usualDays } from './use-system.ts'

interface RulesProps {
  readonly bodies: readonly Body[]
  readonly rules: readonly GroupRule[]
}

/** The nine rule documents of the three levels: issued here, issued elsewhere, or missing (R-RL-1). */
export function RulesSection({ bodies, rules }: RulesProps) {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useState<RuleCode | null>(null)
  return (
    <section className="paper" aria-label={say('organization.rules.title')}>
      <h2>{say('organization.rules.title')}</h2>
      <p className="page-purpose">{say('organization.rules.why')}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('organization.body.level')}</th>
            <th scope="col">{say('organization.rules.document')}</th>
            <th scope="col">{say('organization.rules.state')}</th>
            <th scope="col">{say('organization.rules.own-title')}</th>
            <th scope="col">
              <span className="visually-hidden">{say('organization.rules.record')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ruleCodes.map((code) => (
            <tr key={code}>
              <td>{say(`organization.level.${levelOfRule[code]}`)}</td>
              <td>{say(`organization.rule.${code}`)}</td>
              <RuleCells rule={rules.find((each) => each.code === code)} bodies={bodies} />
              <td>
                {may('organization.manage') && (
                  <Button
                    size="small"
                    aria-label={`${say('organization.rules.record')} · ${say(`organization.rule.${code}`)}`}
                    onClick={() => setOpen(code)}
                  >
                    {say('organization.rules.record')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open !== null && (
        <RuleForms
          key={open}
          code={open}
          rule={rules.find((each) => each.code === open)}
          bodies={bodies}
          onDone={() => setOpen(null)}
        />
      )}
    </section>
  )
}

function RuleCells({
  rule,
  bodies,
}: {
  readonly rule: GroupRule | undefined
  readonly bodies: readonly Body[]
}) {
  const say = useSay()
  if (!rule)
    return (
      <>
        <td>
          <StateTag tone="warn" text={say('organization.rules.missing')} />
        </td>
        <td>—</td>
      </>
    )
  const owner = rule.state === 'issued' ? bodies.find(({ id }) => id === rule.body)?.name : undefined
  return (
    <>
      <td>
        <StateTag
          tone={rule.state === 'issued' ? 'good' : 'quiet'}
          text={say(`organization.rules.${rule.state}`)}
        />
      </td>
      <td>
        {rule.state === 'issued'
          ? [rule.number, rule.title, rule.issuedOn, owner].filter(Boolean).join(' · ')
          : rule.reason}
      </td>
    </>
  )
}

interface RuleFormsProps {
  readonly code: RuleCode
  readonly rule: GroupRule | undefined
  readonly bodies: readonly Body[]
  readonly onDone: () => void
}
function RuleForms({ code, rule, bodies, onDone }: RuleFormsProps) {
  const say = useSay()
  const save = useCommand((next: GroupRule) => api.organization.saveRule(next), {
    undo: () => ({
      done: { code: 'organization.rules.saved' },
      undo: () => (rule ? api.organization.saveRule(rule) : api.organization.removeRule({ code })),
    }),
  })
  const keep = async (next: GroupRule) => {
    const saved = await save.run(next)
    if (saved) onDone()
    return saved !== undefined
  }
  const issued = rule?.state === 'issued' ? rule : null
  const [shape] = groupRule.options
  const submit = (typed: Typed) =>
    keep(
      groupRule.parse({
        code,
        state: 'issued',
        title: textIn(typed, 'title'),
        number: knownIn(typed, 'number'),
        issuedOn: typed['issuedOn'],
        body: typed['body'] ?? null,
      }),
    )
  return (
    <RecordForm
      title={`${say('organization.rules.record')} · ${say(`organization.rule.${code}`)}`}
      draft={`organization/rule/${code}`}
      isThere
      initial={{
        title: issued?.title ?? say(`organization.rule.${code}`),
        number: issued?.number ?? '',
        issuedOn: issued?.issuedOn ?? usualDays().today,
        body: issued?.body ?? null,
      }}
      fields={[
        {
          name: 'title',
          label: say('organization.rules.own-title'),
          kind: 'text',
          schema: shape.shape.title,
        },
        { name: 'number', label: say('organization.rules.number'), kind: 'text' },
        {
          name: 'issuedOn',
          label: say('organization.rules.issuedOn'),
          kind: 'day',
          schema: shape.shape.issuedOn,
        },
        {
          name: 'body',
          label: say('organization.rules.body'),
          kind: 'choice',
          options: bodies.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
      submit={say('organization.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onDone}
      acts={
        <ConfirmAct
          label={say('organization.rules.elsewhere')}
          question={say('organization.rules.why')}
          reasonLabel={say('organization.rules.reason')}
          onConfirm={(reason) => void keep({ code, state: 'elsewhere', reason })}
        />
      }
    />
  )
}
