import { AutoComplete, Button, Form, Input } from 'antd'

import { creditCodeText } from '#shared/organization/credit-code'
import { industries } from '#shared/organization/industries'
import { newOrganization } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { known } from './form-values.ts'

const blank = { name: '', creditCode: '', industryCode: '' }

/** The quick start: name, credit code and industry make an organization with a first site and facility. */
export function BeginForm() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { year } = useScope()
  const draft = useDraft('organization/begin', blank)
  const begin = useCommand((typed: typeof blank) =>
    api.organization.begin({
      name: typed.name,
      creditCode: known(typed.creditCode),
      industryCode: known(typed.industryCode),
      site: say('organization.begin.site'),
      facility: say('organization.begin.facility'),
      validFrom: `${year - 1}-01-01`,
    }),
  )
  const start = async (typed: typeof blank) => {
    if (!(await begin.run(typed))) return
    await draft.settled()
    go('/organization/tree')
  }
  const why = <>{say('organization.facts.empty-why')}</>
  if (!may('organization.manage'))
    return <EmptyState icon="building" title={say('organization.facts.empty')} why={why} />
  return (
    <section className="paper organization-narrow" aria-label={say('organization.facts.empty')}>
      <h2>{say('organization.facts.empty')}</h2>
      <p className="page-purpose">{why}</p>
      <DraftNote draft={draft} />
      {draft.ready && (
        <Form
          key={draft.restoredAt ?? 'new'}
          layout="vertical"
          initialValues={draft.value}
          onValuesChange={(_change, all: typeof blank) => draft.change(all)}
          onFinish={(typed: typeof blank) => void start(typed)}
        >
          <Form.Item
            name="name"
            label={say('organization.field.name')}
            rules={schemaRules(say, newOrganization.shape.name)}
          >
            <Input maxLength={300} autoFocus />
          </Form.Item>
          <Form.Item
            name="creditCode"
            label={say('organization.field.creditCode')}
            rules={schemaRules(say, creditCodeText.nullable())}
            extra={say('organization.field.creditCode.hint')}
          >
            <Input maxLength={30} />
          </Form.Item>
          <Form.Item
            name="industryCode"
            label={say('organization.field.industryCode')}
            rules={schemaRules(say, newOrganization.shape.industryCode)}
            extra={say('organization.field.industryCode.hint')}
          >
            <IndustryField />
          </Form.Item>
          <TroubleNote trouble={begin.trouble} />
          <Button type="primary" htmlType="submit" loading={begin.busy}>
            {say('organization.begin.act')}
          </Button>
        </Form>
      )}
    </section>
  )
}

/** A code that can be typed, or found by the name of the industry. Takes `value` and `onChange` from its form item. */
export function IndustryField(props: { readonly id?: string; readonly value?: string }) {
  const say = useSay()
  const options = industries.map(({ code, [say.language]: name }) => ({
    value: code,
    label: `${code} ${name}`,
  }))
  return (
    <AutoComplete
      {...props}
      options={options}
      showSearch={{
        filterOption: (typed, option) => (option?.label ?? '').toLowerCase().includes(typed.toLowerCase()),
      }}
    />
  )
}
