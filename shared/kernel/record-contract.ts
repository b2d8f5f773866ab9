import { z } from 'zod'

import { command, nothing, query } from '#shared/kernel/contract'
import { idOf } from '#shared/kernel/id'
import { instant } from '#shared/kernel/period'
import { recordRef, relation } from '#shared/kernel/record'

const about = z.object({ record: recordRef })
const userId = z.string()

/** A record as it is named on the page of another. */
export const namedRecord = z.object({
  record: recordRef,
  kind: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  state: z.string().nullable(),
  path: z.string(),
})
export type NamedRecord = Readonly<z.output<typeof namedRecord>>

const linkId = idOf<'link'>()
/** A link seen from one of its ends. `other` is null where the other end is gone, or is not for this person's eyes. */
export const seenLink = z.object({
  id: linkId,
  relation,
  /** True where the record asked about is the left end: it `evidences` the other. */
  isFrom: z.boolean(),
  other: namedRecord.nullable(),
})
export type SeenLink = Readonly<z.output<typeof seenLink>>

const attachmentId = idOf<'attachment'>()
export const attachment = z.object({
  id: attachmentId,
  sha256: z.string(),
  name: z.string(),
  /** In bytes. */
  size: z.int(),
  note: z.string().nullable(),
  attachedBy: userId,
  attachedAt: instant,
})
export type Attachment = Readonly<z.output<typeof attachment>>

const commentId = idOf<'comment'>()
const comment = z.object({
  id: commentId,
  /** Null once it was taken back. */
  text: z.string().nullable(),
  writtenBy: userId,
  writtenAt: instant,
  /** Whether it is the asker's own, to be taken back. */
  isMine: z.boolean(),
})

const signature = z.object({
  id: z.string(),
  signer: userId,
  meaning: z.string(),
  signedAt: instant,
  signedHash: z.string(),
  /** `changed`: what was signed is no longer what there is. `unknown`: nothing says how to take the seal again. */
  standing: z.enum(['valid', 'changed', 'unknown']),
  /** When the record was changed last after it was signed; null where it still holds. */
  changedAt: instant.nullable(),
})

/**
 * What every record of every area can have: links to others, files, remarks, signatures. Who may see the record may
 * see these and add to them; asked about a record that is gone or hidden, every procedure refuses.
 */
export const recordContract = {
  /** Records by a word in their title or number, for whoever looks for the other end of a link. */
  recordsLike: query('signed-in', z.object({ text: z.string().trim().max(100) }), z.array(namedRecord)),
  aboutRecord: query(
    'signed-in',
    about,
    z.object({
      links: z.array(seenLink),
      attachments: z.array(attachment),
      comments: z.array(comment),
      signatures: z.array(signature),
    }),
  ),
  link: command('signed-in', z.object({ from: recordRef, relation, to: recordRef }), linkId),
  unlink: command('signed-in', z.object({ id: linkId }), nothing),
  /** `upload`: a staged file, which is taken over into the evidence store. */
  attach: command(
    'signed-in',
    about.extend({ upload: z.string(), note: z.string().trim().max(500).nullable() }),
    attachmentId,
  ),
  /** Takes a file off a record; that it was there stays on record. */
  detach: command('signed-in', z.object({ id: attachmentId }), nothing),
  comment: command('signed-in', about.extend({ text: z.string().trim().min(1).max(2000) }), commentId),
  /** Only who wrote it takes a remark back. */
  withdrawComment: command('signed-in', z.object({ id: commentId }), nothing),
}
