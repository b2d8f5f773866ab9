import { Form } from 'antd'

import { useSay } from '../kernel/say.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'

/** Saves what stands in the form and submits it for approval; `want` tells the form's own saving so. */
export function SubmitAct({ want }: { readonly want: () => void }) {
  const say = useSay()
  const form = Form.useFormInstance()
  return (
    <ConfirmAct
      label={say('organization.declaration.submit')}
      question={say('organization.declaration.submit-question')}
      onConfirm={() => {
        want()
        form.submit()
      }}
    />
  )
}
