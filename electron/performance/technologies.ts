import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import {
  measureKindsOf,
  measureResourcesOf,
  milestonesOf,
  ownTechnologies,
} from '#db/performance/operation-queries'
import { measureKinds, measureResources, milestones, technologies } from '#db/performance/operation-tables'
import { measuresOf } from '#db/performance/plan-queries'
import type { Handlers, ReadContext, WriteContext } from '#electron/kernel/context'
import type { Surroundings } from '#electron/kernel/surroundings'
import { Refusal } from '#shared/kernel/refusal'
import type { MeasureId } from '#shared/performance/measure'
import {
  type Milestone,
  type MeasureKind,
  type Technology,
  type TechnologyId,
  technologyLibrary,
} from '#shared/performance/technology'
import type { technologyContract } from '#shared/performance/technology-contract'

import { changed } from './indicators.ts'
import { requireMeasure } from './measures.ts'

/** Reduction technologies, and what belongs to a measure besides its facts (A.8.2.4, 6.4.4). */
export const technologyHandlers: Handlers<typeof technologyContract> = {
  technologies: technologiesOf,
  addTechnology: (context, input) => {
    const id = context.newId<'technology'>()
    context.db
      .insert(technologies)
      .values({ id, ...input, ...changed(context) })
      .run()
    return { id }
  },
  editTechnology: (context, { id, ...input }) => {
    requireOwn(context.db, id)
    context.db
      .update(technologies)
      .set({ ...input, ...changed(context) })
      .where(eq(technologies.id, id))
      .run()
    return { id }
  },
  removeTechnology: ({ db }, { id }) => {
    const { name } = requireOwn(db, id)
    if (measureKindsOf(db).some(({ technology }) => technology === id))
      throw new Refusal('performance.technology-used', { name })
    db.delete(technologies).where(eq(technologies.id, id)).run()
    return {}
  },
  measureParts: ({ db }) => ({
    kinds: measureKindsOf(db),
    milestones: milestonesOf(db),
    resources: measureResourcesOf(db),
  }),
  setMeasureKind,
  addMilestone: (context, { measure, title, due }) => {
    requireOpenMeasure(context.db, measure)
    const id = context.newId<'milestone'>()
    context.db
      .insert(milestones)
      .values({ id, measure, title, due, doneOn: null, extended: [], ...changed(context) })
      .run()
    return requireMilestone(context.db, id)
  },
  reachMilestone: (context, { id, doneOn }) => {
    if (doneOn !== null && doneOn > context.today)
      throw new Refusal('performance.milestone-in-future', { on: doneOn })
    return changeMilestone(context, id, () => ({ doneOn }))
  },
  extendMilestone: (context, { id, due, reason }) =>
    changeMilestone(context, id, (known) => ({
      due,
      extended: [...known.extended, { from: known.due, reason }],
    })),
  removeMilestone: ({ db }, { id }) => {
    const { title, doneOn, extended } = requireMilestone(db, id)
    if (doneOn !== null || extended.length > 0)
      throw new Refusal('performance.milestone-kept', { name: title })
    db.delete(milestones).where(eq(milestones.id, id)).run()
    return {}
  },
  addResource: (context, input) => {
    requireOpenMeasure(context.db, input.measure)
    const made = { id: context.newId<'measure-resource'>(), ...input }
    context.db
      .insert(measureResources)
      .values({ ...made, ...changed(context) })
      .run()
    return made
  },
  editResource: (context, { id, ...input }) => {
    const known = measureResourcesOf(context.db).find((each) => each.id === id)
    if (!known) throw new Refusal('performance.unknown-resource')
    requireOpenMeasure(context.db, known.measure)
    context.db
      .update(measureResources)
      .set({ ...input, ...changed(context) })
      .where(eq(measureResources.id, id))
      .run()
    return { ...known, ...input }
  },
  removeResource: ({ db }, { id, measure }) => {
    const { state, title } = requireMeasure(db, measure)
    if (state !== 'draft') throw new Refusal('performance.resource-kept', { name: title })
    db.delete(measureResources).where(eq(measureResources.id, id)).run()
    return {}
  },
}

let read: { readonly program: string; readonly rows: readonly Omit<Technology, 'measures'>[] } | null = null

/** The technologies that come with the program, read once per process. */
function shippedTechnologies({
  program,
}: Pick<Surroundings, 'program'>): readonly Omit<Technology, 'measures'>[] {
  if (read?.program !== program) {
    const text = readFileSync(join(program, 'resources', 'performance', 'technologies-2026-1.json'), 'utf8')
    const { urn, rows } = technologyLibrary.parse(JSON.parse(text))
    const known = rows.map(({ ref, ...row }) => ({ ...row, ref: `${urn}#${ref}`, own: null }))
    read = { program, rows: known }
  }
  return read.rows
}

function technologiesOf({ db, around }: ReadContext): Technology[] {
  const measures = new Map(measuresOf(db).map((each) => [each.id, each]))
  const kinds = measureKindsOf(db)
  const both = (text: string) => ({ zh: text, en: text })
  const own = ownTechnologies(db).map(({ id, name, applies, effect, needs, ...row }) => ({
    ...row,
    ref: id,
    own: id,
    name: both(name),
    applies: both(applies),
    effect: both(effect),
    needs: both(needs),
  }))
  return [...own, ...shippedTechnologies(around)].map((each) => ({
    ...each,
    measures: kinds
      .filter(({ technology }) => technology === each.ref)
      .flatMap(({ measure }) => {
        const found = measures.get(measure)
        return found ? [{ id: found.id, title: found.title, objective: found.objective }] : []
      }),
  }))
}

/** @throws Refusal `performance.unknown-technology`. */
function requireOwn(db: ReadDb, id: TechnologyId) {
  const found = ownTechnologies(db).find((each) => each.id === id)
  if (!found) throw new Refusal('performance.unknown-technology')
  return found
}
/** @throws Refusal `performance.measure-ended`. */
function requireOpenMeasure(db: ReadDb, id: MeasureId): void {
  const { state, title } = requireMeasure(db, id)
  if (state === 'verified' || state === 'dropped')
    throw new Refusal('performance.measure-ended', { name: title })
}
function setMeasureKind(context: WriteContext, { measure, ...input }: MeasureKind): Record<string, never> {
  requireOpenMeasure(context.db, measure)
  const known: string[] = ownTechnologies(context.db).map(({ id }) => id)
  const shipped = shippedTechnologies(context.around).map(({ ref }) => ref)
  if (input.technology !== null && ![...known, ...shipped].includes(input.technology))
    throw new Refusal('performance.unknown-technology')
  const values = { ...input, ...changed(context) }
  context.db
    .insert(measureKinds)
    .values({ measure, ...values })
    .onConflictDoUpdate({ target: measureKinds.measure, set: values })
    .run()
  return {}
}

/** @throws Refusal `performance.unknown-milestone`. */
function requireMilestone(db: ReadDb, id: Milestone['id']): Milestone {
  const found = milestonesOf(db).find((each) => each.id === id)
  if (!found) throw new Refusal('performance.unknown-milestone')
  return found
}
function changeMilestone(
  context: WriteContext,
  id: Milestone['id'],
  next: (known: Milestone) => Partial<Milestone>,
): Milestone {
  const known = requireMilestone(context.db, id)
  requireOpenMeasure(context.db, known.measure)
  const { doneOn, due, extended } = { ...known, ...next(known) }
  context.db
    .update(milestones)
    .set({ doneOn, due, extended: [...extended], ...changed(context) })
    .where(eq(milestones.id, id))
    .run()
  return requireMilestone(context.db, id)
}
