import { Button, DatePicker, Form, Input } from 'antd'
import dayjs from 'dayjs'

import { type Inventory, reportPlan, type ReportPlan } from '#shared/accounting/inventory'
import { isExpired, lackingParts } from '#shared/accounting/report-plan'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface Plan {
  readonly id: Inventory['id']
  readonly plan: ReportPlan
}

/** The eight matters of planning a report, a to h; what is not written is said to be missing. */
export function PlanTab({ inventory }: { readonly inventory: Inventory }) {
  const say = useSay()
  const may = useMay()
  const draft = useDraft(`accounting/${inventory.id}/plan`, inventory.plan)
  const save = useCommand((input: Plan) => api.accounting.editPlan(input), {
    undo: () => ({
      done: { code: 'accounting.plan.saved' },
      undo: () => api.accounting.editPlan({ id: inventory.id, plan: inventory.plan }),
    }),
  })
  const submit = async () => {
    const saved = await save.run({ id: inventory.id, plan: draft.value })
    if (saved) await draft.settled()
  }
  if (!draft.ready) return null
  return (
    <section className="paper inventory-plan" aria-label={say('accounting.tab.plan')}>
      <p className="page-purpose">{say('accounting.plan.purpose')}</p>
      <PlanState plan={draft.value} />
      <DraftNote draft={draft} />
      <PlanForm
        key={draft.restoredAt ?? 'plan'}
        plan={draft.value}
        onChange={draft.change}
        onSubmit={() => void submit()}
      >
        <TroubleNote trouble={save.trouble} />
        {may('accounting.enter') && (
          <Button type="primary" htmlType="submit" loading={save.busy}>
            {say('accounting.plan.save')}
          </Button>
        )}
      </PlanForm>
    </section>
  )
}

/** How many of the eight parts are there, whether the report may still be quoted, whether two people wrote and checked. */
function PlanState({ plan }: { readonly plan: ReportPlan }) {
  const say = useSay()
  const today = dayjs().format('YYYY-MM-DD')
  const lacking = lackingParts(plan).length
  const isSame = plan.preparedBy.trim() !== '' && plan.preparedBy.trim() === plan.checkedBy.trim()
  return (
    <p className="inventory-plan-state">
      {lacking === 0 ? (
        <StateTag tone="good" text={say('accounting.plan.complete')} />
      ) : (
        <StateTag tone="warn" text={say('accounting.plan.missing', { count: lacking })} />
      )}
      {isExpired(plan, today) && (
        <StateTag tone="stop" text={say('accounting.plan.expired', { until: plan.validUntil })} />
      )}
      {isSame && <StateTag tone="warn" text={say('accounting.plan.same-person')} />}
    </p>
  )
}

interface PlanFormProps {
  readonly plan: ReportPlan
  readonly onChange: (plan: ReportPlan) => void
  readonly onSubmit: () => void
  readonly children: React.ReactNode
}

const { shape } = reportPlan

function PlanForm({ plan, onChange, onSubmit, children }: PlanFormProps) {
  const say = useSay()
  const area = (name: Exclude<keyof ReportPlan, 'validUntil'>, label: string, rows = 2) => (
    <Form.Item name={name} label={label} rules={schemaRules(say, shape[name])}>
      {rows === 1 ? <Input maxLength={1000} /> : <Input.TextArea rows={rows} maxLength={1000} />}
    </Form.Item>
  )
  return (
    <Form
      layout="vertical"
      initialValues={{ ...plan, validUntil: plan.validUntil === null ? null : dayjs(plan.validUntil) }}
      onValuesChange={(_changed, all: Omit<ReportPlan, 'validUntil'> & { validUntil: dayjs.Dayjs | null }) =>
        onChange({ ...all, validUntil: all.validUntil ? all.validUntil.format('YYYY-MM-DD') : null })
      }
      onFinish={onSubmit}
    >
      <div className="inventory-plan-fields">
        {area('purpose', say('accounting.plan.a'))}
        {area('users', say('accounting.plan.b'))}
        <fieldset>
          <legend>{say('accounting.plan.c')}</legend>
          {area('preparedBy', say('accounting.plan.preparedBy'), 1)}
          {area('checkedBy', say('accounting.plan.checkedBy'), 1)}
          {area('approvedBy', say('accounting.plan.approvedBy'), 1)}
        </fieldset>
        {area('frequency', say('accounting.plan.d'))}
        <Form.Item name="validUntil" label={say('accounting.plan.e')}>
          <DatePicker format="YYYY-MM-DD" />
        </Form.Item>
        {area('format', say('accounting.plan.f'))}
        {area('contents', say('accounting.plan.g'))}
        {area('delivery', say('accounting.plan.h'))}
      </div>
      {children}
    </Form>
  )
}
