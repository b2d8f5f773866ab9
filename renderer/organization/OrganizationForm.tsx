import { Button, Form, Input, InputNumber } from 'antd'

import { type BasicDatum, missingBasicData } from '#shared/organization/completeness'
import { creditCodeText } from '#shared/organization/credit-code'
import { newOrganization, type Organization } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { IndustryField } from './BeginForm.tsx'
import { ContactFields } from './ContactFields.tsx'
import { DayItem } from './DayItem.tsx'
import { asBefore, asSaved, asTyped, type TypedOrganization } from './organization-values.ts'

const plain = ['legalRepresentative', 'permitNo', 'phone', 'email'] as const
const addresses = ['registeredAddress', 'productionAddress', 'postalAddress', 'postcode'] as const

/** The basic data of the reporting unit, and which of them are not known yet. */
export function OrganizationForm({ organization }: { readonly organization: Organization }) {
  const say = useSay()
  const may = useMay()
  const draft = useDraft(`organization/facts/${organization.id}`, asTyped(organization))
  const save = useCommand(api.organization.save, {
    undo: (saved) => ({
      done: { code: 'organization.facts.saved', facts: { name: organization.name } },
      undo: () => api.organization.save(asBefore(organization, saved)),
    }),
  })
  const finish = async (typed: TypedOrganization) => {
    if (await save.run(asSaved(typed))) await draft.settled()
  }
  const { shape } = newOrganization
  const text = (name: 'name' | 'nameEn' | (typeof plain)[number] | (typeof addresses)[number]) => (
    <Form.Item
      key={name}
      name={name}
      label={say(`organization.field.${name}`)}
      rules={schemaRules(say, shape[name])}
    >
      <Input maxLength={300} />
    </Form.Item>
  )
  return (
    <div className="organization-columns">
      <section className="paper">
        <DraftNote draft={draft} />
        {draft.ready && (
          <Form
            key={draft.restoredAt ?? 'kept'}
            layout="vertical"
            className="organization-fields"
            disabled={!may('organization.manage')}
            initialValues={draft.value}
            onValuesChange={(_change, all: TypedOrganization) => draft.change(all)}
            onFinish={(typed: TypedOrganization) => void finish(typed)}
          >
            <h2>{say('organization.facts.unit')}</h2>
            {text('name')}
            {text('nameEn')}
            <Form.Item
              name="creditCode"
              label={say('organization.field.creditCode')}
              rules={schemaRules(say, creditCodeText.nullable())}
            >
              <Input maxLength={30} />
            </Form.Item>
            <Form.Item
              name="industryCode"
              label={say('organization.field.industryCode')}
              rules={schemaRules(say, shape.industryCode)}
            >
              <IndustryField />
            </Form.Item>
            {plain.map(text)}
            <DayItem name="foundedOn" label={say('organization.field.foundedOn')} />
            <Form.Item
              name="year"
              label={say('organization.field.year')}
              rules={schemaRules(say, shape.year)}
              extra={say('organization.field.year.hint')}
            >
              <InputNumber precision={0} controls={false} style={{ width: '100%' }} />
            </Form.Item>
            <h2>{say('organization.facts.addresses')}</h2>
            {addresses.map(text)}
            <ContactFields />
            <div className="organization-wide">
              <TroubleNote trouble={save.trouble} />
              {may('organization.manage') && (
                <Button type="primary" htmlType="submit" loading={save.busy}>
                  {say('organization.facts.save')}
                </Button>
              )}
            </div>
          </Form>
        )}
      </section>
      <Completeness missing={missingBasicData(organization)} />
    </div>
  )
}

/** What the monitoring plan will print as missing. */
function Completeness({ missing }: { readonly missing: readonly BasicDatum[] }) {
  const say = useSay()
  return (
    <aside className="paper" aria-label={say('organization.facts.completeness')}>
      <h2>{say('organization.facts.completeness')}</h2>
      <p className="page-purpose">{say('organization.facts.completeness-why')}</p>
      {missing.length === 0 && <StateTag tone="good" text={say('organization.facts.complete')} />}
      {missing.length > 0 && (
        <>
          <StateTag tone="warn" text={say('organization.facts.missing', { count: missing.length })} />
          <ul className="organization-missing">
            {missing.map((datum) => (
              <li key={datum}>{say(`organization.field.${datum}`)}</li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}
