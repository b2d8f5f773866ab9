import { Button, Form, Input } from 'antd'

import type { Subsystem } from '#shared/kernel/subsystem'
import { type DeclarationId, policyContent } from '#shared/organization/declaration'
import { policyModel } from '#shared/organization/policy-template'

import { useSay } from '../kernel/say.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { knownIn, textIn } from '../ui/typed.ts'
import { PassagesField, type Passages } from './PassagesField.tsx'
import { SubmitAct } from './SubmitAct.tsx'
import { startOf, useDeclaring, useVersionFields } from './use-declaring.ts'
import type { ShownDeclaration } from './use-system.ts'

interface PolicyEditorProps {
  readonly subsystem: Subsystem
  /** The draft that is worked on; null for a new one. */
  readonly version: ShownDeclaration | null
  /** What a new one starts from. */
  readonly before: ShownDeclaration | null
  readonly onDone: (id: DeclarationId) => void
}

/** Text of a policy, and for each thing it must say the passage that says it. */
export function PolicyEditor({ subsystem, version, before, onDone }: PolicyEditorProps) {
  const say = useSay()
  const fields = useFields(subsystem, version !== null || before !== null)
  const declaring = useDeclaring({ subsystem, version, onDone, contentOf })
  const from = version ?? before
  const content = from?.content.kind === 'policy' ? from.content : null
  return (
    <RecordForm
      title={say(`organization.policy.of.${subsystem}`)}
      draft={`organization/policy/${version?.id ?? `new-${subsystem}`}`}
      isThere={version !== null}
      initial={{
        title: content?.title ?? say(`organization.policy.of.${subsystem}`),
        text: content?.text ?? '',
        textEn: content?.textEn ?? '',
        passages: content?.passages ?? {},
        ...startOf(version),
      }}
      fields={fields}
      submit={say('organization.declaration.save')}
      onSubmit={declaring.keep}
      busy={declaring.busy}
      trouble={declaring.trouble}
      acts={
        <>
          <SubmitAct want={declaring.want} />
          <ModelAct subsystem={subsystem} />
        </>
      }
    />
  )
}

/** Fills an empty form with a model text that says all there is to say. */
function ModelAct({ subsystem }: { readonly subsystem: Subsystem }) {
  const say = useSay()
  const form = Form.useFormInstance()
  const text: unknown = Form.useWatch('text', form)
  if (typeof text === 'string' && text.trim() !== '') return null
  const fill = () =>
    form.setFieldsValue({
      ...policyModel(subsystem, 'zh'),
      textEn: policyModel(subsystem, 'en').text,
    })
  return <Button onClick={fill}>{say('organization.policy.template')}</Button>
}

function contentOf(typed: Typed) {
  const passages = Object.entries((typed['passages'] ?? {}) as Passages)
  return policyContent.parse({
    kind: 'policy',
    title: textIn(typed, 'title'),
    text: textIn(typed, 'text'),
    textEn: knownIn(typed, 'textEn'),
    passages: Object.fromEntries(passages.filter(([, passage]) => passage.trim() !== '')),
  })
}

function useFields(subsystem: Subsystem, isRevision: boolean): readonly Field[] {
  const say = useSay()
  const versionFields = useVersionFields(policyContent.shape.title, isRevision)
  return [
    ...versionFields,
    {
      name: 'text',
      label: say('organization.policy.text'),
      kind: 'own',
      schema: policyContent.shape.text,
      control: <Input.TextArea rows={6} className="organization-grow" maxLength={20_000} />,
    },
    {
      name: 'passages',
      label: say('organization.policy.contents'),
      kind: 'own',
      hint: say('organization.policy.contents-why'),
      control: <PassagesField subsystem={subsystem} />,
    },
    {
      name: 'textEn',
      label: say('organization.policy.textEn'),
      kind: 'own',
      control: <Input.TextArea rows={2} className="organization-grow" maxLength={20_000} />,
    },
  ]
}
