import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'

let known: SecureContext | null = null

/**
 * The authorities that this machine trusts: those that come with the program, and those that its administrator gave to the
 * operating system, as plants do whose servers have certificates of the plant's own.
 */
export function trustedAuthorities(): SecureContext {
  known ??= createSecureContext({ ca: [...new Set([...getCACertificates('default'), ...ofSystem()])] })
  return known
}

function ofSystem(): string[] {
  try {
    return getCACertificates('system')
  } catch {
    // Not every build of the runtime can ask the system.
    return []
  }
}
