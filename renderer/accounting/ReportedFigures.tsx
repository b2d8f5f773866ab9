import { Button, Form, Input, Select } from 'antd'
import { z } from 'zod'

import {
  type Inventory,
  type Overview,
  type PublishedFigure,
  typedFigure,
  type TypedFigure,
} from '#shared/accounting/inventory'
import { symbolOf } from '#shared/kernel/units'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { Icon } from '../ui/Icon.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { FactList } from './FigureBasis.tsx'

interface ReportedProps {
  readonly inventory: Inventory
  readonly overview: Overview
}

/** What others published for the same year, and whether this inventory gives the same to the last printed digit. */
export function ReportedFigures({ inventory, overview }: ReportedProps) {
  const say = useSay()
  const may = useMay()
  const isOpen = inventory.state === 'working' && may('accounting.enter')
  return (
    <section className="paper" aria-label={say('accounting.reported')}>
      <h2>{say('accounting.reported')}</h2>
      <p className="page-purpose">{say('accounting.reported.why')}</p>
      <Compared inventory={inventory} overview={overview} />
      {isOpen && <EditReported inventory={inventory} overview={overview} />}
    </section>
  )
}

/** Everything that a figure can be published of: the total, and each source. */
function usePlaces({ sources, apart }: Overview) {
  const say = useSay()
  const all = [...sources, ...apart.flatMap((group) => group.sources)]
  return [
    { value: 'total', label: say('accounting.head.total') },
    ...all.map(({ path, name }) => ({ value: path, label: name })),
  ]
}

function Compared({ inventory, overview }: ReportedProps) {
  const say = useSay()
  const places = usePlaces(overview)
  if (inventory.reported.length === 0) return <p>{say('accounting.reported.none')}</p>
  return (
    <FactList
      facts={inventory.reported.map((figure) => ({
        label: places.find(({ value }) => value === figure.of)?.label ?? figure.of,
        told: (
          <>
            <NumberText value={figure.value} unit={figure.unit} decimals={decimalsIn(figure.value)} />{' '}
            {figure.source} <Agreement figure={figure} overview={overview} />
          </>
        ),
      }))}
    />
  )
}
function decimalsIn(text: string): number {
  return text.split('.')[1]?.length ?? 0
}

interface AgreementProps {
  readonly figure: PublishedFigure
  readonly overview: Overview
}
function Agreement({ figure, overview }: AgreementProps) {
  const say = useSay()
  const about = overview.findings.filter(
    ({ where, facts }) =>
      where === figure.of && facts['published'] === figure.value && facts['source'] === figure.source,
  )
  if (about.some(({ code }) => code === 'accounting.published-differs'))
    return <StateTag tone="warn" text={say('accounting.reported.differs')} />
  if (about.some(({ code }) => code === 'accounting.published-not-computed'))
    return <StateTag tone="quiet" text={say('accounting.reported.unknown')} />
  return <StateTag tone="good" text={say('accounting.reported.agrees')} />
}

interface Typed {
  readonly reported: readonly TypedFigure[]
}
const typedFigures = z.array(typedFigure)
const { shape } = typedFigure
const units = (['tCO2', 'tCO2e'] as const).map((value) => ({ value, label: symbolOf(value) }))

function EditReported({ inventory, overview }: ReportedProps) {
  const say = useSay()
  const { id, reported } = inventory
  const draft = useDraft<Typed>(`accounting/${id}/reported`, { reported })
  const save = useCommand(
    (figures: readonly PublishedFigure[]) => api.accounting.setReported({ id, reported: [...figures] }),
    {
      undo: () => ({
        done: { code: 'accounting.reported.saved' },
        undo: () => api.accounting.setReported({ id, reported }),
      }),
    },
  )
  const submit = async () => {
    const saved = await save.run(typedFigures.parse(draft.value.reported))
    if (saved) await draft.settled()
  }
  if (!draft.ready) return null
  return (
    <>
      <DraftNote draft={draft} />
      <Form
        key={draft.restoredAt ?? 'reported'}
        layout="vertical"
        initialValues={draft.value}
        onValuesChange={(_changed, all: Typed) => draft.change(all)}
        onFinish={() => void submit()}
      >
        <FigureLines overview={overview} />
        <TroubleNote trouble={save.trouble} />
        <Button htmlType="submit" loading={save.busy}>
          {say('accounting.reported.save')}
        </Button>
      </Form>
    </>
  )
}

function FigureLines({ overview }: Pick<ReportedProps, 'overview'>) {
  const say = useSay()
  const places = usePlaces(overview)
  return (
    <Form.List name="reported">
      {(lines, { add, remove }) => (
        <>
          {lines.map(({ key, name }) => (
            <fieldset key={key} className="inventory-reported">
              <legend className="visually-hidden">
                {say('accounting.reported.line', { number: name + 1 })}
              </legend>
              <Form.Item name={[name, 'of']} label={say('accounting.reported.of')}>
                <Select options={places} />
              </Form.Item>
              <Form.Item
                name={[name, 'value']}
                label={say('accounting.reported.value')}
                rules={schemaRules(say, shape.value)}
              >
                <Input inputMode="decimal" maxLength={80} />
              </Form.Item>
              <Form.Item name={[name, 'unit']} label={say('accounting.reported.unit')}>
                <Select options={units} />
              </Form.Item>
              <Form.Item
                name={[name, 'source']}
                label={say('accounting.reported.source')}
                rules={schemaRules(say, shape.source)}
              >
                <Input maxLength={300} />
              </Form.Item>
              <Button
                type="text"
                aria-label={say('accounting.reported.remove', { number: name + 1 })}
                icon={<Icon name="trash" />}
                onClick={() => remove(name)}
              />
            </fieldset>
          ))}
          <p>
            <Button
              icon={<Icon name="plus" />}
              onClick={() => add({ of: 'total', value: '', unit: 'tCO2', source: '' } satisfies TypedFigure)}
            >
              {say('accounting.reported.add')}
            </Button>
          </p>
        </>
      )}
    </Form.List>
  )
}
