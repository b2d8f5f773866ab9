import { create } from 'zustand'

import type { Permission } from '#shared/kernel/contract'
import type { Language } from '#shared/kernel/texts'

import type { Coded } from './issue-text.ts'

/** Who sits at this window and what they may do. The sign-in gate fills it; pages only read it. */
export interface Session {
  readonly name: string
  /** The language this user chose: every window of theirs speaks it. */
  readonly language: Language
  /** Wordings of the roles held. */
  readonly roles: readonly Coded[]
  readonly permissions: ReadonlySet<string>
  /** The open plant is the sample plant. */
  readonly isSample: boolean
  /** The day that is looked back at, and how one comes back; null in the present. */
  readonly past: { readonly text: string; readonly back: string; readonly leave: () => void } | null
  /** Keeps another language with the user. */
  readonly keepLanguage: (language: Language) => void
  readonly lock: () => void
  readonly signOut: () => void
}

export const useSession = create<{ readonly session: Session | null }>()(() => ({ session: null }))

/** Called by the gate at sign-in, at sign-out (null) and when the grants of this user changed. */
export function setSession(session: Session | null): void {
  useSession.setState({ session })
}

/** Whether the signed-in user may do this somewhere; the other side decides again, and about where. */
export function useMay(): (permission: Permission) => boolean {
  const session = useSession((state) => state.session)
  return (permission) => mayDo(session, permission)
}

export function mayDo(session: Session | null, permission: Permission): boolean {
  if (permission === 'public') return true
  if (session === null) return false
  return permission === 'signed-in' || session.permissions.has(permission)
}
