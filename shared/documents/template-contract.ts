import { z } from 'zod'

import { language } from '#shared/access/model'
import { nothing, query, task } from '#shared/kernel/contract'

import { documentId, newDocument } from './document.ts'
import { offeredTemplate } from './template.ts'

/** Documents that the standard asks for, begun from the organization's own records. */
export const templateContract = {
  templates: query('documents.read', nothing, z.array(offeredTemplate)),
  /** Fills a template and registers it as a draft; what is wanted in writing by it is taken from the template. */
  fromTemplate: task(
    'documents.enter',
    newDocument.omit({ title: true, level: true, serves: true }).extend({ template: z.string(), language }),
    documentId,
  ),
}
