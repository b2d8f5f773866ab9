import { Checkbox, Select } from 'antd'
import { useState } from 'react'

import { type Disclosure, secrecies } from '#shared/competence/message'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { KeepForm } from '../ui/KeepForm.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { textIn } from '../ui/typed.ts'

/** A disclosure, its figures chosen from a frozen inventory: none is typed. */
export function DisclosureForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay()
  const { data: inventories = [] } = useAsk(['accounting', 'inventories'], () =>
    api.accounting.inventories({}),
  )
  const frozen = inventories.filter(({ state }) => state === 'frozen')
  const [inventory, setInventory] = useState<string | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>(['total'])
  const asked = useAsk(
    ['competence', 'locked', inventory],
    () => api.competence.lockedFigures({ inventory: inventory ?? '' }),
    { also: ['accounting'], enabled: inventory !== null },
  )
  const figures = inventory === null ? [] : (asked.data ?? [])
  const worded = (path: string, label: string) =>
    path === 'total' ? say('competence.disclosure.total') : label
  if (frozen.length === 0) return <p>{say('competence.disclosure.no-inventory')}</p>
  return (
    <>
      <section className="paper" aria-label={say('competence.disclosure.figures')}>
        <Select
          aria-label={say('competence.disclosure.inventory')}
          placeholder={say('competence.disclosure.inventory')}
          value={inventory}
          onChange={setInventory}
          options={frozen.map(({ id, title, version }) => ({
            value: `accounting/inventory/${id}`,
            label: `${title} · ${version}`,
          }))}
          style={{ minWidth: 280 }}
        />
        <TroubleNote trouble={asked.error} />
        <ul className="record-list">
          {figures.map(({ path, label, value, unit }) => (
            <li key={path} className="record-line">
              <Checkbox
                checked={chosen.includes(path)}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...chosen, path] : chosen.filter((each) => each !== path))
                }
              >
                {worded(path, label)}
              </Checkbox>
              <NumberText value={value} unit={unit} />
            </li>
          ))}
        </ul>
      </section>
      <KeepForm
        title={say('competence.disclosure.add')}
        draft="competence/disclosure/new"
        initial={{ secrecy: 'public' }}
        submit={say('competence.save')}
        onDone={onDone}
        keep={(typed) =>
          api.competence.draftDisclosure({
            title: textIn(typed, 'title'),
            recipient: textIn(typed, 'recipient'),
            basis: textIn(typed, 'basis'),
            secrecy: typed['secrecy'] as Disclosure['secrecy'],
            inventory: inventory ?? '',
            figures: figures
              .filter(({ path }) => chosen.includes(path))
              .map((figure) => ({ ...figure, label: worded(figure.path, figure.label) })),
            words: textIn(typed, 'words'),
          })
        }
        fields={[
          { name: 'title', label: say('competence.disclosure.title'), kind: 'text' },
          { name: 'recipient', label: say('competence.disclosure.recipient'), kind: 'text' },
          {
            name: 'secrecy',
            label: say('competence.field.secrecy'),
            kind: 'choice',
            options: secrecies.map((value) => ({ value, label: say(`competence.secrecy.${value}`) })),
          },
          { name: 'basis', label: say('competence.disclosure.basis'), kind: 'area' },
          { name: 'words', label: say('competence.disclosure.words'), kind: 'area' },
        ]}
      />
    </>
  )
}
