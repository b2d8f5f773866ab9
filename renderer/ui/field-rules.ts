import type { FormRule } from 'antd'
import type { z } from 'zod'

import { issueCoded } from '../kernel/issue-text.ts'
import type { Say } from '../kernel/say.ts'

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
