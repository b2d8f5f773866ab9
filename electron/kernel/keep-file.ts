import type { WriteContext } from '#electron/kernel/context'
import { putEvidence } from '#electron/kernel/evidence-store'
import { stagedUpload } from '#electron/kernel/uploads'

/** Takes a staged upload over into the evidence store. `size` in bytes. */
export function keepFile(
  { folder }: Pick<WriteContext, 'folder'>,
  upload: string,
): { readonly sha256: string; readonly name: string; readonly size: number } {
  const { path, name } = stagedUpload(folder, upload)
  return { ...putEvidence(folder, path), name }
}
