import type { PersonId } from '#shared/access/model'
import type { NewDocument } from '#shared/documents/document'

/** What is said of a new document that its owner keeps. */
export const documentOf = (owner: PersonId, more: Partial<NewDocument> = {}): NewDocument => ({
  number: null,
  title: '文件控制程序',
  level: 'procedure',
  owner,
  department: null,
  secrecy: 'internal',
  carrier: 'electronic',
  reviewMonths: 12,
  retentionYears: 3,
  serves: [],
  ...more,
})
