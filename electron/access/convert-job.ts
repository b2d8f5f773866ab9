import type { TaskContext } from '#electron/kernel/context'
import {
  commitConversion,
  type Conversion,
  convertFixed,
  convertRest,
  settleConversion,
} from '#electron/kernel/convert-folder'
import { arrivedKeys } from '#electron/kernel/folder-keys'
import type { StoreState } from '#electron/kernel/keyring'
import type { ConversionStep, Workspace } from '#electron/kernel/workspace'
import type { Progress } from '#shared/kernel/contract'

export interface ConvertInput extends Conversion {
  readonly step: ConversionStep
}

/** Writes the files of a data folder anew, on a thread of its own. */
export function convertJob(
  { step, folder, from, to }: ConvertInput,
  { report }: { readonly report: (progress: Progress) => void },
): Promise<void> {
  const conversion = { folder, from: from && arrivedKeys(from), to: to && arrivedKeys(to) }
  const hear = (done: number, total: number) => report({ step: `access.step-${step}`, done, total })
  if (step === 'fixed') convertFixed(conversion, hear)
  if (step === 'rest') {
    convertRest(conversion, hear)
    commitConversion(conversion)
    report({ step: 'access.step-settle', done: 0, total: null })
    settleConversion(folder)
  }
  return Promise.resolve()
}

/** Converts the open data folder; the long work is done on a thread of its own. */
export function convertWith(
  workspace: Workspace,
  { job }: Pick<TaskContext, 'job'>,
  dataKey: Buffer,
  to: StoreState,
): Promise<void> {
  return workspace.convert(dataKey, to, (step, conversion) =>
    job('access.convert', { step, ...conversion } satisfies ConvertInput),
  )
}

/** Enciphers a data folder in which nothing was recorded yet: that takes less time than to start a thread. */
export function encryptNew(workspace: Workspace, dataKey: Buffer): Promise<void> {
  return workspace.convert(dataKey, 'encrypted', (step, conversion) =>
    convertJob({ step, ...conversion }, { report: () => {} }),
  )
}
