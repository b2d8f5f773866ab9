import { z } from 'zod'

/** The four subsystems of the standard, which can be adopted singly (clause 1 e), and what belongs to all of them. */
export const subsystems = ['core', 'emission', 'trading', 'asset', 'neutrality'] as const
export const subsystem = z.enum(subsystems)
export type Subsystem = (typeof subsystems)[number]
