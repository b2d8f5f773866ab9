import type { FormInstance, FormRule } from 'antd'
import type { z } from 'zod'

import { Refusal } from '#shared/kernel/refusal'

import { issueCoded } from '../kernel/issue-text.ts'
import { type Say, troubleText } from '../kernel/say.ts'

/**
 * The rules of one field, from the schema that the other side validates with: `rules={schemaRules(say, facts.shape.name)}`.
 * An empty field is left to the schema: an optional or nullable one may be empty.
 */
export function schemaRules(say: Say, schema: z.ZodType): FormRule[] {
  const accepts = (value: unknown) => schema.safeParse(value).success
  const mayBeEmpty = accepts(undefined) || accepts(null)
  return [
    {
      required: !mayBeEmpty && !accepts(''),
      validator: async (_rule, value: unknown) => {
        const isEmpty = value === undefined || value === null || value === ''
        if (isEmpty && mayBeEmpty) return
        const result = schema.safeParse(value)
        const issue = result.error?.issues[0]
        if (isEmpty && issue) throw new Error(say('frame.field.empty'))
        if (issue) throw new Error(say.of(issueCoded({ ...issue })))
      },
    },
  ]
}

/**
 * Shows a refusal at the field it speaks of (its fact `field`), and says whether it could. What it could not place
 * belongs into a `TroubleNote`.
 */
export function troubleAt(form: FormInstance, say: Say, trouble: unknown): boolean {
  if (!(trouble instanceof Refusal)) return false
  const { field } = trouble.facts
  if (typeof field !== 'string' || form.getFieldInstance(field) === undefined) return false
  form.setFields([{ name: field, errors: [troubleText(say, trouble)] }])
  return true
}
