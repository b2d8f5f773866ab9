import type { NewInventory } from '#shared/accounting/inventory'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { InventoryForm } from './InventoryForm.tsx'
import { useRules } from './use-rules.ts'
import { useUsualGuideline } from './use-usual-guideline.ts'
import { usualChoice } from './usual-choice.ts'

/** The rules of a new inventory, filled in as they are usual for the guideline of the boundary, or of the kind of plant. */
export function NewInventoryPage() {
  const say = useSay()
  const { year } = useScope()
  const rules = useRules()
  const named = useUsualGuideline(year)
  const isReady = rules.guidelines.length > 0 && named !== undefined
  return (
    <PageFrame title={say('accounting.inventory.new')} purpose={say('accounting.inventory.new-purpose')}>
      <TroubleNote trouble={rules.trouble} />
      {isReady && (
        <NewForm
          key={year}
          year={year}
          usual={{
            ...usualChoice(rules.guidelines, named, year),
            year,
            title: say('accounting.inventory.title-of-year', { year }),
          }}
        />
      )}
    </PageFrame>
  )
}

function NewForm({ year, usual }: { readonly year: number; readonly usual: NewInventory }) {
  const say = useSay()
  const go = useGo()
  const draft = useDraft(`accounting/new/${year}`, usual)
  const create = useCommand((input: NewInventory) => api.accounting.create(input), {
    undo: ({ id, title }) => ({
      done: { code: 'accounting.created', facts: { title } },
      undo: () => api.accounting.discard({ id }),
    }),
  })
  const save = async () => {
    const made = await create.run(draft.value)
    if (!made) return
    await draft.settled()
    go(`/accounting/${made.id}?year=${made.year}`)
  }
  if (!draft.ready) return null
  return (
    <>
      <DraftNote draft={draft} />
      <TroubleNote trouble={create.trouble} />
      <InventoryForm
        value={draft.value}
        onChange={draft.change}
        act={say('accounting.create')}
        busy={create.busy}
        onSubmit={() => void save()}
      />
    </>
  )
}
