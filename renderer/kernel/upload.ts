import { type Facts, Refusal } from '#shared/kernel/refusal'

/**
 * Streams a file to the other side, where it waits for the command that names it.
 *
 * @returns the id of the staged upload.
 * @throws Refusal when the file is not taken.
 */
export async function uploadFile(file: File, signal?: AbortSignal): Promise<string> {
  const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': file.type === '' ? 'application/octet-stream' : file.type },
    body: file,
    ...(signal && { signal }),
  })
  if (response.status === 401) throw new Refusal('kernel.sign-in-first')
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return (answer as { readonly upload: string }).upload
  if (answer === null) throw new Error(`Upload: ${response.status}`)
  const { code, facts } = answer as { readonly code: string; readonly facts: Facts }
  throw new Refusal(code, facts)
}

/** Where a stored file can be looked at; the other side decides how it is shown. */
export function evidenceAddress(sha256: string, name: string): string {
  return `/evidence/${sha256}?name=${encodeURIComponent(name)}`
}
/** Where an export offered by the other side can be fetched. */
export function downloadAddress(id: string): string {
  return `/download/${encodeURIComponent(id)}`
}
