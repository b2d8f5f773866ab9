/**
 * Troubles of a target that may go away by themselves: sending is tried again after a while. All others wait for a
 * person: a wrong password that is tried every minute locks an account, a changed host key is no weather.
 */
export const canPass: ReadonlySet<string> = new Set([
  /** The folder, the stick, the share, the collection is not there. */
  'exchange.target-gone',
  /** No answer from the server: no link, no name, nobody listening. */
  'exchange.target-unreachable',
  /** The link broke while sending; what arrived is kept for the next attempt. */
  'exchange.target-cut',
  /** The server says that it cannot now. */
  'exchange.target-busy',
  'exchange.target-full',
  /** What was read back differs: sent again, and shown each time. */
  'exchange.not-the-same',
])
