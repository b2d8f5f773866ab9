import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'

import { kernelDrafts } from '#db/kernel/tables'
import type { ReadContext, WriteContext } from '#electron/kernel/context'
import { glossary, type Term } from '#shared/kernel/glossary'
import { help } from '#shared/kernel/help'

interface Draft {
  readonly key: string
  readonly value: unknown
  readonly savedAt: string
}

/** Drafts belong to one user and one data folder; nobody else's are ever seen. */
export const desk = {
  drafts: ({ db, user }: ReadContext, { prefix }: { readonly prefix: string }): Draft[] =>
    db
      .select()
      .from(kernelDrafts)
      .where(eq(kernelDrafts.userId, user ?? ''))
      .all()
      .filter(({ key }) => key.startsWith(prefix))
      .map(({ key, value, savedAt }) => ({ key, value: JSON.parse(value) as unknown, savedAt })),
  saveDraft: (
    { db, user, now }: WriteContext,
    { key, value }: { readonly key: string; readonly value?: unknown },
  ) => {
    const draft = { value: JSON.stringify(value ?? null), savedAt: now }
    db.insert(kernelDrafts)
      .values({ userId: user ?? '', key, ...draft })
      .onConflictDoUpdate({ target: [kernelDrafts.userId, kernelDrafts.key], set: draft })
      .run()
    return {}
  },
  discardDraft: ({ db, user }: WriteContext, { key }: { readonly key: string }) => {
    db.delete(kernelDrafts)
      .where(and(eq(kernelDrafts.userId, user ?? ''), eq(kernelDrafts.key, key)))
      .run()
    return {}
  },
  glossary: async ({ around }: ReadContext): Promise<Term[]> =>
    glossary.parse(await resource(around, 'glossary/terms.json')),
  help: async ({ around }: ReadContext): Promise<z.output<typeof help>> =>
    help.parse(await resource(around, 'help/help.json')),
}

/** A file that comes with the program. */
async function resource({ program }: ReadContext['around'], name: string): Promise<unknown> {
  return JSON.parse(await readFile(path.join(program, 'resources', name), 'utf8'))
}
