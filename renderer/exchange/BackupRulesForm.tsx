import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'

import { type BackupRules, backupRules } from '#shared/exchange/backup'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, wholeIn } from '../ui/typed.ts'

const counts = ['daily', 'weekly', 'monthly', 'warnAfter'] as const

/** The rule of what is kept, in words, and its form. */
export function BackupRulesForm() {
  const say = useSay()
  const may = useMay()
  const asked = useAsk(['exchange', 'backupRules'], () => api.exchange.backupRules({}))
  const [isOpen, setOpen] = useState(false)
  if (!asked.data) return null
  if (isOpen) return <Rules rules={asked.data} onClose={() => setOpen(false)} />
  const { target: _target, ...numbers } = asked.data
  return (
    <section className="paper" aria-label={say('exchange.rules')}>
      <h2>{say('exchange.rules')}</h2>
      <p>{say('exchange.rules.says', numbers)}</p>
      {may('exchange.manage') && (
        <Button onClick={() => setOpen(true)}>{say('exchange.rules.change')}</Button>
      )}
    </section>
  )
}

function Rules({ rules, onClose }: { readonly rules: BackupRules; readonly onClose: () => void }) {
  const say = useSay()
  const targets = useAsk(['exchange', 'targets'], () => api.exchange.targets({}))
  const save = useCommand((next: BackupRules) => api.exchange.setBackupRules(next), {
    undo: () => ({
      done: { code: 'exchange.rules.saved', facts: {} },
      undo: () => api.exchange.setBackupRules(rules),
    }),
  })
  const submit = async (typed: Typed) => {
    const target = knownIn(typed, 'target')
    const next = backupRules.parse({
      ...Object.fromEntries(counts.map((name) => [name, wholeIn(typed, name)])),
      target,
    })
    const isSaved = (await save.run(next)) !== undefined
    if (isSaved) onClose()
    return isSaved
  }
  return (
    <RecordForm
      title={say('exchange.rules')}
      draft="exchange/backup-rules"
      initial={{
        ...Object.fromEntries(counts.map((name) => [name, String(rules[name])])),
        target: rules.target,
      }}
      fields={[
        ...counts.map((name) => ({
          name,
          label: say(`exchange.rules.${name}`),
          kind: 'number' as const,
          schema: typedCount(name),
        })),
        {
          name: 'target',
          label: say('exchange.rules.target'),
          kind: 'choice',
          hint: say('exchange.rules.target-hint'),
          options: (targets.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
      submit={say('exchange.rules.save')}
      onSubmit={submit}
      busy={save.busy}
      trouble={save.trouble}
      onLeave={onClose}
    />
  )
}

/** What is typed into a field for a whole number, held to the same bounds as the rule itself. */
function typedCount(name: (typeof counts)[number]): z.ZodType {
  return z
    .string()
    .transform((text) => wholeIn({ text }, 'text'))
    .pipe(backupRules.shape[name])
}
