import { type Inventory, newInventory, type NewInventory } from '#shared/accounting/inventory'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { FactList } from './FigureBasis.tsx'
import { InventoryForm } from './InventoryForm.tsx'
import { useRules } from './use-rules.ts'

/** By which rules it counts: to be changed while it is worked on, to be read once it is frozen. */
export function RulesTab({ inventory }: { readonly inventory: Inventory }) {
  const may = useMay()
  const isOpen = inventory.state === 'working' && may('accounting.enter')
  return isOpen ? <EditRules inventory={inventory} /> : <ReadRules inventory={inventory} />
}

function EditRules({ inventory }: { readonly inventory: Inventory }) {
  const say = useSay()
  const { id, title } = inventory
  const rules = newInventory.parse(inventory)
  const draft = useDraft<NewInventory>(`accounting/${id}/rules`, rules)
  const save = useCommand((input: NewInventory) => api.accounting.edit({ id, ...input }), {
    undo: () => ({
      done: { code: 'accounting.saved', facts: { title } },
      undo: () => api.accounting.edit({ id, ...rules }),
    }),
  })
  const submit = async () => {
    const saved = await save.run(draft.value)
    if (saved) await draft.settled()
  }
  if (!draft.ready) return null
  return (
    <>
      <DraftNote draft={draft} />
      <TroubleNote trouble={save.trouble} />
      <InventoryForm
        key={draft.restoredAt ?? 'rules'}
        value={draft.value}
        onChange={draft.change}
        act={say('accounting.save')}
        busy={save.busy}
        onSubmit={() => void submit()}
      />
    </>
  )
}

function ReadRules({ inventory }: { readonly inventory: Inventory }) {
  const say = useSay()
  const { guidelineTitle, roundingTitle } = useRules()
  const { title, year, guideline, editions = [], gwpSet, rounding, view, scope2, facilities } = inventory
  return (
    <section className="paper" aria-label={say('accounting.tab.rules')}>
      <FactList
        facts={[
          { label: say('accounting.field.title'), told: title },
          { label: say('accounting.field.year'), told: String(year) },
          { label: say('accounting.field.guideline'), told: guidelineTitle(guideline) },
          {
            label: say('accounting.field.editions'),
            told: editions
              .map(({ from, guideline: later, rounding: rule }) =>
                say('accounting.editions.line', {
                  month: from,
                  guideline: guidelineTitle(later),
                  rounding: roundingTitle(rule),
                }),
              )
              .join('；'),
          },
          { label: say('accounting.field.gwp-set'), told: say(`factors.gwp-set.${gwpSet}`) },
          { label: say('accounting.field.rounding'), told: roundingTitle(rounding) },
          { label: say('accounting.field.view'), told: say(`accounting.view.${view}`) },
          { label: say('accounting.field.scope2'), told: say(`accounting.scope2.${scope2}`) },
          {
            label: say('accounting.field.facilities'),
            told: facilities === null ? say('accounting.field.facilities-all') : String(facilities.length),
          },
        ]}
      />
    </section>
  )
}
