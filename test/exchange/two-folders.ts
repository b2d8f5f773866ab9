import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { stageUpload } from '#electron/kernel/uploads'
import type { ChangePackageId, Choice } from '#shared/exchange/changes'
import type { BroughtChanges } from '#shared/exchange/changes-contract'
import type { NewSource, Source, SourceId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import type { Objective } from '#shared/performance/objective'
import { sourceLike } from '#test/monitoring/support'
import { objectiveLike } from '#test/performance/support'
import { administrator, finish, startBackend, type TestBackend } from '#test/support/backend'

export const passphrase = '一号锅炉房 带回来合并'
const { login, password } = administrator

/** A plant, and a second machine on which it was brought back from one sealed file. */
export interface TwoFolders {
  readonly main: TestBackend
  readonly copy: TestBackend
  /** What stood in both when they parted. */
  readonly site: NodeId
  readonly boiler: Source
  readonly fan: Source
  readonly pump: Source
  readonly objective: Objective
  /** Makes a package on the copy, unless told otherwise, and gives where it lies. */
  readonly packed: (from?: TestBackend, since?: string | null) => Promise<string>
  readonly bring: (
    file: string,
    to?: TestBackend,
    words?: string,
  ) => Promise<{ readonly id: ChangePackageId; readonly isNew: boolean }>
  readonly looked: (of: { readonly id: ChangePackageId }) => Promise<BroughtChanges>
  readonly merge: (of: BroughtChanges, choices?: Choice[]) => Promise<unknown>
  /** Changes a source where it stands. */
  readonly edit: (at: TestBackend, id: SourceId, changed: Partial<NewSource>) => Promise<Source>
  /** A source of the plant as it is now. */
  readonly now: (id: SourceId) => Promise<Source>
  readonly close: () => Promise<void>
}

export async function twoFolders(): Promise<TwoFolders> {
  const home = mkdtempSync(join(tmpdir(), 'tanbu-changes-'))
  const main = await startBackend()
  const { api } = main
  const site = await beginPlant(main)
  const add = (code: string, name: string) => api.monitoring.addSource(sourceLike(site, { code, name }))
  const boiler = await add('B-1', '一号锅炉')
  const fan = await add('F-1', '引风机')
  const pump = await add('P-1', '给水泵')
  const objective = await api.performance.addObjective(objectiveLike)
  const copy = await copyOf(main, join(home, 'plant'))
  const now = async (id: SourceId) => (await api.monitoring.source({ id })).source
  return {
    main,
    copy,
    site,
    boiler,
    fan,
    pump,
    objective,
    packed: async (from = copy, since = null) => {
      const { download } = await finish(from.api.exchange.makeChanges({ since, passphrase }))
      return join(from.folder, 'exports', download)
    },
    bring: async (file, to = main, words = passphrase) =>
      finish(to.api.exchange.bringChanges({ upload: await carried(to, file), passphrase: words })),
    looked: ({ id }) => api.exchange.brought({ id }),
    merge: ({ id, seen }, choices = []) => api.exchange.mergeChanges({ id, seen, choices }),
    edit: async (at, id, changed) => {
      const { changedBy: _by, changedAt: _at, ...facts } = (await at.api.monitoring.source({ id })).source
      return at.api.monitoring.changeSource({ ...facts, ...changed })
    },
    now,
    close: async () => {
      await copy.close()
      await main.close()
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** A plant with one facility. */
export async function beginPlant({ api }: TestBackend): Promise<NodeId> {
  await api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: '91440300708461136T',
    industryCode: '4412',
    site: '宁河厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
  return (await api.organization.tree({})).find(({ kind }) => kind === 'facility')!.id
}

/** A second machine: everything taken along in one file and brought back on a bare one. */
export async function copyOf({ api, folder }: TestBackend, to: string): Promise<TestBackend> {
  const { download } = await finish(api.exchange.exportAll({ passphrase }))
  const bare = await startBackend({ folder: to, setUp: false })
  const upload = await carried(bare, join(folder, 'exports', download))
  await finish(bare.api.exchange.restoreFirst({ upload, passphrase }))
  await finish(bare.api.access.signIn({ login, password }))
  return bare
}

/** Carries a file from one machine to another, where `change` may spoil it on the way. */
export async function carried(
  to: TestBackend,
  file: string,
  change = (bytes: Buffer) => bytes,
): Promise<string> {
  const body = new Blob([new Uint8Array(change(readFileSync(file)))]).stream()
  return stageUpload(to.folder, { name: 'package', type: '', body })
}
