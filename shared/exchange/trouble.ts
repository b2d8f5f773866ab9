/**
 * Troubles of a target that may go away by themselves: sending is tried again after a while. All others wait for a
 * person: a wrong password that is tried every minute locks an account, a changed host key is no weather.
 */
export const canPass: ReadonlySet<string> = new Set([
  /** The folder, the stick, the share, the collection is not there. */
  'exchange.target-gone',
  /** A share that does not answer. */
  'exchange.target-silent',
  /** No answer from the server: no link, no name, nobody listening. */
  'exchange.target-unreachable',
  'exchange.target-proxy-unreachable',
  /** The link broke while sending; what arrived is kept for the next attempt. */
  'exchange.target-cut',
  /** The server says that it cannot now. */
  'exchange.target-busy',
  'exchange.target-full',
  /** A medium that answers with errors. */
  'exchange.target-broken',
  /** What was read back differs: sent again, and shown each time. */
  'exchange.not-the-same',
  /** No room here. */
  'kernel.disk-full',
  /** Nobody has signed in since the program began: the passwords of targets cannot be read yet. */
  'kernel.secrets-closed',
])

/** Something else is there in the place of what was sent, and a person has to say what becomes of ours. */
export const isConflict: ReadonlySet<string> = new Set([
  'exchange.name-taken',
  'exchange.target-revision-taken',
])

/** What is wrong with the file and not with the target. */
const isOfFile: ReadonlySet<string> = new Set([
  ...isConflict,
  'exchange.target-own-copy',
  'exchange.target-too-large',
  'exchange.target-not-a-submission',
])

/** Whether it is the target's own trouble, which whatever comes next would meet as well. */
export function isOfTarget(trouble: string): boolean {
  if (isOfFile.has(trouble)) return false
  return (
    trouble.startsWith('exchange.target-') ||
    trouble === 'exchange.not-the-same' ||
    trouble === 'kernel.secret-unreadable'
  )
}
