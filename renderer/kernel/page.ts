import { createContext, type ComponentType, type ReactElement, type ReactNode, useContext } from 'react'

import type { Permission } from '#shared/kernel/contract'
import type { Subsystem } from '#shared/kernel/subsystem'

import type { IconName } from '../ui/Icon.tsx'
import type { TextCode } from './texts.ts'

/** The rail follows the work, not the clauses. Sections without a page are not shown. */
export const sections = [
  'home',
  'organization',
  'emissions',
  'performance',
  'assets',
  'neutrality',
  'check',
  'support',
  'exchange',
  'settings',
] as const
export type Section = (typeof sections)[number]

/** One page of an area: where it is, what it is called, and what it shows. */
export interface PageEntry {
  /** From the root, `/factors`. A part in the address: `/monitoring/:id`. */
  readonly path: string
  /** The area's word; `frame` for pages of no area. */
  readonly area: string
  readonly titleCode: TextCode
  readonly icon: IconName
  readonly section: Section
  /** Clause of the standard that the page serves, shown small beside the title. */
  readonly clause?: string
  /** The subsystems that the page serves; where none of them is adopted, the rail leaves it out. Absent: all. */
  readonly serves?: readonly Subsystem[]
  /** Who lacks it does not see the page. */
  readonly permission?: Permission
  /** True for pages reached from others only: no rail entry, not in the palette. */
  readonly hidden?: boolean
  readonly element: ReactElement
}

/** The pages that stand in the rail of who may do this much, where these subsystems are not adopted. */
export function pagesInRail(
  pages: readonly PageEntry[],
  may: (permission: Permission) => boolean,
  leftOut: readonly Subsystem[],
): PageEntry[] {
  return pages.filter(
    ({ hidden, permission, serves }) =>
      hidden !== true &&
      (!permission || may(permission)) &&
      !serves?.every((subsystem) => leftOut.includes(subsystem)),
  )
}

/** An act that the palette offers besides the pages. */
export interface PaletteAct {
  readonly id: string
  readonly titleCode: TextCode
  readonly icon: IconName
  readonly permission?: Permission
  readonly run: () => void
}

export interface ScopeNode {
  readonly id: string
  readonly name: string
}
/** What the scope bar can offer. Whoever knows the organization provides it. */
export interface ScopeChoices {
  readonly organization: string | null
  /** What is offered to choose from. */
  readonly facilities: readonly ScopeNode[]
  /** Every place that an address may name, facilities among them. */
  readonly places: readonly ScopeNode[]
  /** The only facility, which is chosen by itself; null where there are several, or none. */
  readonly only: string | null
  readonly years: readonly number[]
  /** The year that is shown until another is chosen. */
  readonly usualYear: number
  /** False until all of this is known. */
  readonly isReady: boolean
}

/** Something to see to, on the home page. Worded by the area that raises it. */
export interface HomeItem {
  readonly id: string
  readonly severity: 'late' | 'due' | 'odd' | 'note'
  /** Who sees to it; it is folded away for others. Null: whoever it is shown to. */
  readonly fallsTo: Permission | null
  readonly text: string
  /** Path of the page where it is seen to. */
  readonly path: string
}
/** A first step of an empty plant. */
export interface FirstStep {
  readonly id: string
  readonly titleCode: TextCode
  readonly whyCode: TextCode
  readonly path: string
  /** Who takes it; it is not shown to others. */
  readonly fallsTo: Permission
  readonly done: boolean
}

/** All that the frame is composed of; `renderer/pages.ts` puts it together. */
export interface Face {
  readonly pages: readonly PageEntry[]
  /** Shows its children to who is signed in; before that first run, sign-in or lock. Null: nobody signs in. */
  readonly gate: ComponentType<{ readonly children: ReactNode }> | null
  readonly useScopeChoices: () => ScopeChoices
  /** The subsystems that the scope of the system leaves out. */
  readonly useLeftOut: () => readonly Subsystem[]
  /** Each renders one short entry of the status bar, or nothing. */
  readonly status: readonly ComponentType[]
  /** Each renders the body of the explain drawer for the subjects it knows. */
  readonly explainers: Readonly<Record<string, ComponentType<{ readonly subject: never }>>>
  /** Hooks that say what is due or odd; asked by the home page. */
  readonly homeItems: readonly (() => readonly HomeItem[])[]
  readonly firstSteps: readonly (() => readonly FirstStep[])[]
  readonly acts: readonly PaletteAct[]
}

export const FaceContext = createContext<Face | null>(null)
export function useFace(): Face {
  const face = useContext(FaceContext)
  if (!face) throw new Error('There is no frame around this component')
  return face
}

/** The entry of the page that is open, for its clause and title. */
export const PageContext = createContext<PageEntry | null>(null)
