import {
  auditLineAt,
  chainHead,
  personKeys,
  searchAudit,
  type StoredAuditLine,
} from '#db/access/audit-queries'
import { allUsers, people } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import type { RowChange } from '#db/kernel/changes'
import { readAnchor } from '#electron/kernel/anchor'
import { chainStart, openSealed, type PersonalColumns } from '#electron/kernel/audit'
import type { Handlers } from '#electron/kernel/context'
import { oncePerFolder } from '#electron/kernel/once-per-folder'
import type { RecordRegister } from '#electron/kernel/record-desk'
import type { Spine } from '#electron/kernel/spine'
import { type ChainReport, headTrouble } from '#electron/kernel/verify-chain'
import type { AuditCell, AuditDetail, AuditFilter, AuditLine } from '#shared/access/audit'
import type { accessContract } from '#shared/access/contract'
import { userId } from '#shared/access/model'
import type { RecordRef } from '#shared/kernel/record'
import { type Facts, Refusal } from '#shared/kernel/refusal'

type AuditHandlers = Pick<
  Handlers<typeof accessContract>,
  'auditSearch' | 'auditDetail' | 'auditVerify' | 'chain' | 'history'
>

const page = 100
/** Rows of one line that a screen lists; a line of bulk work holds none. */
const listed = 200

/** Reading the trail: who did what, when, and what it was before. */
export function auditHandlers(spine: Spine, register: RecordRegister): AuditHandlers {
  const check = oncePerFolder<ChainReport>(spine, 'access.verify-chain', 'access')
  return {
    auditSearch: ({ db }, filter) => {
      const found = searchAudit(db, questionOf(db, filter), page + 1)
      const names = namesOf(db)
      return {
        lines: found.slice(0, page).map((line) => lineOf(line, names)),
        next: found.length > page ? (found[page - 1]?.seq ?? null) : null,
      }
    },
    auditDetail: ({ db }, { seq }) => {
      const line = auditLineAt(db, seq)
      if (!line) throw new Refusal('access.unknown-audit-line', { seq })
      return detailOf(line, namesOf(db), opening(personKeys(db), spine.personal))
    },
    history: (context, { record, before }) => {
      register.require(context, record)
      if (!register.isOpen(context, record)) return { lines: [], next: null }
      return historyOf(context.db, spine.personal, record, before)
    },
    auditVerify: ({ folder, job }) => job<ChainReport>('access.verify-chain', { folder }),
    chain: ({ db, folder }) => {
      const head = chainHead(db)
      const whole = check(folder)
      return {
        lines: head?.seq ?? 0,
        head: head?.hash ?? chainStart,
        trouble: headTrouble(db, readAnchor(folder)) ?? whole?.firstBreak ?? null,
        verifiedLines: whole?.lines ?? null,
      }
    },
  }
}

/**
 * Names stand sealed in the trail, so that a person is found by id: `text` is looked for as it is, and as the ids
 * of those whose name or login it is part of.
 */
export function questionOf(db: ReadDb, { text, user, from, to, ...rest }: AuditFilter) {
  const meant = text ? people(db).filter((person) => speaksOf(person, text)) : []
  const accounts = meant.flatMap(({ account }) => (account ? [account.id] : []))
  return {
    anyOf: text ? [text, ...meant.map(({ id }) => id), ...accounts] : [],
    actors: accounts,
    actor: user,
    procedure: rest.procedure,
    record: rest.record,
    outcome: rest.outcome,
    since: from && startOfDay(from, 0),
    until: to && startOfDay(to, 1),
    before: rest.before,
  }
}
function speaksOf(person: ReturnType<typeof people>[number], text: string): boolean {
  const known = [person.name, person.account?.login ?? null, person.department, person.position]
  return known.some((word) => word !== null && word.toLowerCase().includes(text.toLowerCase()))
}
/** Midnight in the plant's zone, eight hours before UTC's, as the instants of the trail are written. */
function startOfDay(day: string, later: number): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + later * 86_400_000).toISOString()
}

/** Lines of a record's history at a time. */
const stretch = 20

/** What happened to a record, newest first: the rows of each line that are it, or that name it. */
function historyOf(
  db: ReadDb,
  personal: PersonalColumns,
  record: RecordRef,
  before: number | undefined,
): { lines: AuditDetail[]; next: number | null } {
  const id = record.slice(record.lastIndexOf('/') + 1)
  const found = searchAudit(db, { ...everything, record: id, outcome: 'done', before }, stretch + 1)
  const names = namesOf(db)
  const open = opening(personKeys(db), personal)
  const own = (row: RowChange['before']) =>
    row !== null && Object.values(row).some((value) => value === id || value === record)
  return {
    lines: found
      .slice(0, stretch)
      .map((line) => detailOf(line, names, open, ({ before: was, after }) => own(was) || own(after))),
    next: found.length > stretch ? (found[stretch - 1]?.seq ?? null) : null,
  }
}
const everything = {
  anyOf: [],
  actors: [],
  actor: undefined,
  procedure: undefined,
  since: undefined,
  until: undefined,
} as const

type Names = ReadonlyMap<string, string | null>
function namesOf(db: ReadDb): Names {
  return new Map(allUsers(db).map(({ id, name }) => [id, name]))
}

interface Detail {
  readonly changes: readonly RowChange[]
  readonly notes: readonly Facts[]
}
const contentOf = ({ detail }: StoredAuditLine) => JSON.parse(detail) as Detail

function lineOf(line: StoredAuditLine, names: Names): AuditLine {
  const { changes, notes } = contentOf(line)
  const counts = new Map<string, AuditLine['tables'][number]>()
  for (const { table, op } of changes) {
    const key = `${table} ${op}`
    counts.set(key, { table, op, rows: (counts.get(key)?.rows ?? 0) + 1 })
  }
  const { seq, at, actor, procedure, outcome } = line
  const user = userId.safeParse(actor).data ?? null
  return {
    seq,
    at,
    user,
    name: names.get(actor) ?? null,
    procedure,
    outcome,
    tables: [...counts.values()],
    // Who was stood in for, by name: an id says nothing to a reader.
    notes: notes.map((note) =>
      note['code'] === 'access.stood-in' ? { ...note, name: names.get(String(note['of'])) ?? '—' } : note,
    ),
  }
}

type Open = (table: string, row: RowChange['before'], column: string) => AuditCell | null

function detailOf(
  line: StoredAuditLine,
  names: Names,
  open: Open,
  isShown: (change: RowChange) => boolean = () => true,
): AuditDetail {
  const changes = contentOf(line).changes.filter(isShown)
  return {
    ...lineOf(line, names),
    hash: line.hash,
    previous: line.previous,
    changes: changes.slice(0, listed).map(({ table, op, before, after }) => ({
      table,
      op,
      fields: Object.keys(after ?? before ?? {}).map((name) => ({
        name,
        before: open(table, before, name),
        after: open(table, after, name),
      })),
    })),
    more: Math.max(0, changes.length - listed),
  }
}

/** Reads a column of a recorded row, opening what is sealed if its person's key still exists. */
function opening(keys: ReadonlyMap<string, Buffer | null>, personal: PersonalColumns): Open {
  return (table, row, column) => {
    if (row === null) return null
    const value = row[column]
    if (!isSealed(value)) return { text: textOf(value), isRemoved: false }
    const person = String(row[personal[table]?.person ?? ''])
    const key = keys.get(person)
    if (!key || value.sealed === null) return { text: null, isRemoved: true }
    return { text: textOf(openSealed(key, person, value.sealed)), isRemoved: false }
  }
}
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
function isSealed(value: unknown): value is { readonly sealed: string | null } {
  return typeof value === 'object' && value !== null && 'sealed' in value
}
