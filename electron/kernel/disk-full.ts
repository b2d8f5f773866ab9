import { Refusal } from '#shared/kernel/refusal'

/**
 * What the file system (ENOSPC, over quota, over a size limit) or SQLite says when nothing more can be written.
 * A job's thread hands on the message alone.
 */
const codes = ['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE']

/** An error that means a full disk as the refusal that says so; any other as it is. */
export function tellingFullDisk(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  const isFull = codes.some((known) => code === known || error.message.startsWith(`${known}:`))
  return isFull || error.message === 'database or disk is full' ? new Refusal('kernel.disk-full') : error
}
