import { Button } from 'antd'
import { useState } from 'react'

import type { StatedUncertainty, UncertainInput } from '#shared/accounting/uncertainty-model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { NumberText } from '../ui/NumberText.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { suggestionText, UncertaintyForm } from './UncertaintyForm.tsx'

/** Every input of the inventory with what is stated of it; Enter opens the form of one. */
export function UncertaintyInputs({ inputs }: { readonly inputs: readonly UncertainInput[] }) {
  const say = useSay()
  const may = useMay()
  const [chosen, choose] = useState<string | null>(null)
  const open = inputs.find(({ subject }) => subject === chosen)
  return (
    <div className="uncertainty-split">
      <RecordTable
        name="uncertainty"
        label={say('accounting.uncertainty.inputs')}
        rows={inputs}
        rowKey={({ subject }) => subject}
        columns={columnsIn(say)}
        chosen={chosen}
        onOpen={({ subject }) => choose(subject)}
        acts={may('accounting.enter') && <TakeAll inputs={inputs} />}
      />
      {open && (
        <aside>
          <UncertaintyForm key={open.subject} input={open} onDone={() => choose(null)} />
        </aside>
      )}
    </div>
  )
}

/** What a suggestion comes to when it is taken as it is. */
function takenFrom(say: Say, { subject, suggestion }: UncertainInput): StatedUncertainty[] {
  if (!suggestion) return []
  return [
    {
      subject,
      distribution: suggestion.distribution,
      percent: suggestion.percent,
      coverage: null,
      months: 'same',
      shared: suggestion.isShared ? suggestion.tag : null,
      basis: suggestionText(say, suggestion),
    },
  ]
}

/** States for every input without a statement what its meter suggests. */
function TakeAll({ inputs }: { readonly inputs: readonly UncertainInput[] }) {
  const say = useSay()
  const taken = inputs.flatMap((input) => (input.stated === null ? takenFrom(say, input) : []))
  const take = useCommand((all: StatedUncertainty[]) => api.accounting.setUncertainties(all), {
    undo: (_made, all) => ({
      done: { code: 'accounting.uncertainty.taken', facts: { count: all.length } },
      undo: () => api.accounting.clearUncertainties(all.map(({ subject }) => subject)),
    }),
  })
  if (taken.length === 0) return <TroubleNote trouble={take.trouble} />
  return (
    <>
      <TroubleNote trouble={take.trouble} />
      <Button loading={take.busy} onClick={() => void take.run(taken)}>
        {say('accounting.uncertainty.take-all', { count: taken.length })}
      </Button>
    </>
  )
}

function columnsIn(say: Say): readonly RecordColumn<UncertainInput>[] {
  return [
    {
      key: 'name',
      title: say('accounting.uncertainty.input'),
      text: ({ name }) => name[say.language],
      width: 200,
    },
    {
      key: 'sources',
      title: say('accounting.uncertainty.sources'),
      text: ({ sources }) => sources.join(say.language === 'zh' ? '、' : ', '),
      width: 150,
    },
    {
      key: 'determination',
      title: say('accounting.uncertainty.determination'),
      text: ({ determination }) => say(`monitoring.determination.${determination}`),
      choices: true,
      width: 110,
    },
    {
      key: 'share',
      title: say('accounting.uncertainty.share-of-total'),
      text: ({ share }) => share ?? '',
      cell: ({ share }) => <NumberText value={share} unit="%" decimals={2} />,
      number: true,
      width: 100,
    },
    {
      key: 'stated',
      title: say('accounting.uncertainty.stated'),
      text: ({ stated }) => stated?.percent ?? '',
      cell: ({ stated }) =>
        stated ? (
          <>
            ±<NumberText value={stated.percent} unit="%" decimals={4} />
          </>
        ) : (
          <StateTag tone="warn" text={say('accounting.uncertainty.missing')} />
        ),
      number: true,
      width: 120,
    },
    {
      key: 'distribution',
      title: say('accounting.uncertainty.distribution'),
      text: ({ stated }) =>
        stated
          ? [
              say(`accounting.uncertainty.distribution.${stated.distribution}`),
              ...(stated.coverage === null ? [] : [`k = ${stated.coverage}`]),
            ].join(' ')
          : '',
      width: 120,
    },
    {
      key: 'suggestion',
      title: say('accounting.uncertainty.suggestion'),
      text: ({ suggestion }) => (suggestion ? suggestionText(say, suggestion) : ''),
      width: 170,
    },
    {
      key: 'basis',
      title: say('accounting.uncertainty.basis'),
      text: ({ stated }) => stated?.basis ?? '',
      optional: true,
      width: 200,
    },
    {
      key: 'shared',
      title: say('accounting.uncertainty.shared'),
      text: ({ stated }) => stated?.shared ?? '',
      optional: true,
      width: 120,
    },
    {
      key: 'emission',
      title: say('accounting.uncertainty.emission'),
      text: ({ emission }) => emission,
      cell: ({ emission }) => <NumberText value={emission} unit="tCO2e" decimals={2} />,
      number: true,
      optional: true,
      width: 150,
    },
  ]
}
