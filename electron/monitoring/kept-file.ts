import type { WriteContext } from '#electron/kernel/context'
import { putEvidence } from '#electron/kernel/evidence-store'
import { stagedUpload } from '#electron/kernel/uploads'

/** Takes a staged upload over into the evidence store. */
export function keepFile(
  { folder }: Pick<WriteContext, 'folder'>,
  upload: string,
): { readonly sha256: string; readonly name: string } {
  const { path, name } = stagedUpload(folder, upload)
  return { sha256: putEvidence(folder, path).sha256, name }
}
