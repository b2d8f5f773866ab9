import type { ReadDb } from '#db/kernel/access'
import { meterRecord, meterRecords } from '#db/monitoring/meter-queries'
import {
  allParameters,
  allSources,
  nodesOfParameters,
  openSourcesOf,
  parameterById,
  sourceById,
} from '#db/monitoring/queries'
import { nodeById, nodesOf } from '#db/organization/queries'
import {
  measureById,
  measuresOf,
  objectiveById,
  objectivesOf,
  targetById,
  targetsOf,
} from '#db/performance/plan-queries'
import type { WriteContext } from '#electron/kernel/context'
import { meterHandlers } from '#electron/monitoring/meter-service'
import { changeParameter, insertParameter } from '#electron/monitoring/parameters'
import { changeSource, insertSource } from '#electron/monitoring/sources'
import { addNode, closeNode, editNode, moveNode, reopenNodes } from '#electron/organization/nodes'
import { addMeasure, editMeasure } from '#electron/performance/measures'
import { addObjective, addTarget, editObjective, editTarget } from '#electron/performance/objectives'
import { type ChangeFacts, type ChangeKind, changeKindFacts } from '#shared/exchange/change-kinds'
import type { Fields } from '#shared/exchange/changes'
import type { Id } from '#shared/kernel/id'
import type { MeterId, MeterRecord } from '#shared/monitoring/meter'
import type { ParameterId, SourceId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import type { MeasureId } from '#shared/performance/measure'
import { newObjective, type ObjectiveId, type TargetId } from '#shared/performance/objective'

/** How records of one kind are read and, by the acts of their own area, written. */
export interface Travelling {
  readonly kind: ChangeKind
  readonly all: (db: ReadDb) => readonly Found[]
  readonly one: (db: ReadDb, id: string) => Fields | null
  readonly title: (fields: Fields) => string
  /** Which part of the plant a record touches; null for the whole. */
  readonly reach: (db: ReadDb, fields: Fields, id: string) => readonly string[] | null
  readonly add: (context: WriteContext, id: string, fields: Fields) => void
  readonly change: (context: WriteContext, id: string, fields: Fields, here: Fields) => void
}
interface Found {
  readonly id: string
  readonly fields: Fields
}

interface Of<K extends ChangeKind, Row> {
  readonly rows: (db: ReadDb) => readonly Row[]
  readonly row: (db: ReadDb, id: never) => Row | undefined
  readonly idOf: (row: Row) => string
  /** What the facts are read from; a row may hold more. */
  readonly factsOf?: (row: Row) => object
  readonly title: (facts: ChangeFacts<K>) => string
  readonly reach: (db: ReadDb, facts: ChangeFacts<K>, id: never) => readonly (string | null)[]
  readonly add: (context: WriteContext, id: never, facts: ChangeFacts<K>) => void
  readonly change: (context: WriteContext, id: never, facts: ChangeFacts<K>, here: ChangeFacts<K>) => void
}

/** The facts of a kind are held to its schema wherever they come in or go out. */
function travelling<K extends ChangeKind, Row extends object>(kind: K, of: Of<K, Row>): Travelling {
  const known = (fields: object) => changeKindFacts[kind].facts.parse(fields) as ChangeFacts<K>
  const fieldsOf = (row: Row) => known(of.factsOf?.(row) ?? row) as Fields
  return {
    kind,
    all: (db) => of.rows(db).map((row) => ({ id: of.idOf(row), fields: fieldsOf(row) })),
    one: (db, id) => {
      const row = of.row(db, id as never)
      return row ? fieldsOf(row) : null
    },
    title: (fields) => of.title(known(fields)),
    reach: (db, fields, id) => {
      const nodes = of.reach(db, known(fields), id as never)
      return nodes.includes(null) ? null : nodes.flatMap((node) => node ?? [])
    },
    add: (context, id, fields) => of.add(bearing(context, id), id as never, known(fields)),
    change: (context, id, fields, here) => of.change(context, id as never, known(fields), known(here)),
  }
}
const idIn = ({ id }: { readonly id: string }) => id

/** The record that is made first bears the id that it has on the copy; what is made beside it gets one of its own. */
function bearing(context: WriteContext, id: string): WriteContext {
  const ids = [id]
  return { ...context, newId: <Kind extends string>() => (ids.pop() ?? context.newId()) as Id<Kind> }
}

const ofObjective = (db: ReadDb, { objective }: { readonly objective: ObjectiveId }) => [
  objectiveById(db, objective)?.node ?? null,
]

/** Every kind, in the order in which they are brought in. */
export const everyTravelling: readonly Travelling[] = [
  travelling('node', {
    rows: (db) => nodesOf(db),
    row: (db, id: NodeId) => nodeById(db, id),
    idOf: idIn,
    title: ({ name }) => name,
    reach: (db, { parent }, id: NodeId) => {
      const own = nodeById(db, id)
      if (!own) return [parent]
      return own.parent === parent ? [id] : [id, parent]
    },
    add: (context, id: NodeId, facts) => {
      addNode(context, facts)
      if (facts.validTo !== null) closeNode(context, { id, on: facts.validTo }, [openSourcesOf])
    },
    change: (context, id: NodeId, facts, here) => {
      editNode(context, { id, ...facts })
      if (facts.parent !== here.parent) moveNode(context, { id, parent: facts.parent, before: null })
      if (facts.validTo === here.validTo) return
      if (here.validTo !== null) reopenNodes(context, [id])
      if (facts.validTo !== null) closeNode(context, { id, on: facts.validTo }, [openSourcesOf])
    },
  }),
  travelling('source', {
    rows: allSources,
    row: (db, id: SourceId) => sourceById(db, id),
    idOf: idIn,
    title: ({ code, name }) => `${code} ${name}`,
    reach: (_db, { node }) => [node],
    add: (context, id: SourceId, facts) => void insertSource(context, id, facts),
    change: (context, id: SourceId, facts) => void changeSource(context, { id, ...facts }),
  }),
  travelling('parameter', {
    // Those that weight others stand before the others.
    rows: (db) =>
      allParameters(db).toSorted((a, b) => Number(a.weightedBy !== null) - Number(b.weightedBy !== null)),
    row: (db, id: ParameterId) => parameterById(db, id),
    idOf: idIn,
    title: ({ name }) => name,
    reach: (db, { node, source }) => [
      node,
      ...(source === null ? [] : [sourceById(db, source)?.node ?? node]),
    ],
    add: (context, id: ParameterId, facts) => void insertParameter(context, id, facts),
    change: (context, id: ParameterId, facts) => void changeParameter(context, { id, ...facts }),
  }),
  travelling('meter', {
    rows: meterRecords,
    row: (db, id: MeterId) => meterRecord(db, id),
    idOf: ({ meter }) => meter.id,
    factsOf: ({ meter, uses }: MeterRecord) => ({
      ...meter,
      uses: uses.filter(({ validTo }) => validTo === null),
    }),
    title: ({ tag }) => tag,
    reach: (db, { node, uses }) => [
      node,
      ...nodesOfParameters(
        db,
        uses.map(({ parameter }) => parameter),
      ),
    ],
    add: (context, _id: MeterId, { replaces: _replaced, uses, ...facts }) =>
      void meterHandlers.addMeter(context, {
        ...facts,
        parameters: uses.map(({ parameter }) => parameter),
      }),
    change: (context, id: MeterId, { replaces: _replaced, uses, ...facts }) =>
      void meterHandlers.changeMeter(context, {
        id,
        ...facts,
        parameters: uses.map(({ parameter }) => parameter),
        from:
          uses
            .map(({ validFrom }) => validFrom)
            .toSorted()
            .at(-1) ?? context.today,
      }),
  }),
  travelling('objective', {
    rows: objectivesOf,
    row: (db, id: ObjectiveId) => objectiveById(db, id),
    idOf: idIn,
    title: ({ title }) => title,
    reach: (_db, { node }) => [node],
    add: (context, _id: ObjectiveId, facts) => void addObjective(context, newObjective.parse(facts)),
    change: (context, id: ObjectiveId, facts) =>
      void editObjective(context, { id, ...newObjective.parse(facts) }),
  }),
  travelling('target', {
    rows: targetsOf,
    row: (db, id: TargetId) => targetById(db, id),
    idOf: idIn,
    title: ({ name }) => name,
    reach: ofObjective,
    add: (context, _id: TargetId, facts) => void addTarget(context, facts),
    change: (context, id: TargetId, { objective: _objective, ...facts }) =>
      void editTarget(context, { id, ...facts }),
  }),
  travelling('measure', {
    rows: measuresOf,
    row: (db, id: MeasureId) => measureById(db, id),
    idOf: idIn,
    title: ({ title }) => title,
    reach: ofObjective,
    add: (context, _id: MeasureId, { state: _state, ...facts }) => void addMeasure(context, facts),
    change: (context, id: MeasureId, { state: _state, objective: _objective, ...facts }) =>
      void editMeasure(context, { id, ...facts }),
  }),
]
