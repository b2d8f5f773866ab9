import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Opens files in LibreOffice without a window and prints each, as whoever receives them would. What LibreOffice
 * cannot read it does not print, and then this throws.
 *
 * @param files DOCX, XLSX or PDF, each with a name of its own before the ending
 * @param folder where the printed files and LibreOffice's own settings go
 * @returns the printed text of each file, in the order of `files`
 */
export async function printedBy(files: readonly string[], folder: string): Promise<string[]> {
  const printed = join(folder, 'printed')
  const print = async (some: readonly string[], filter: readonly string[]) => {
    if (some.length === 0) return
    const settings = `-env:UserInstallation=${pathToFileURL(join(folder, 'libreoffice')).href}`
    const how = [settings, '--headless', '--norestore', ...filter, '--convert-to', 'pdf', '--outdir', printed]
    const { stderr } = await run('soffice', [...how, ...some], { timeout: 90_000 })
    const lost = some.filter((file) => !existsSync(join(printed, `${nameOf(file)}.pdf`)))
    if (lost.length > 0) throw new Error(`LibreOffice did not print ${lost.join(', ')}: ${stderr}`)
  }
  const isPdf = (file: string) => extname(file) === '.pdf'
  await print(
    files.filter((file) => !isPdf(file)),
    [],
  )
  // Left to itself, LibreOffice takes a PDF for a drawing, which needs a part of it that reports do not.
  await print(files.filter(isPdf), ['--infilter=writer_pdf_import'])
  const texts: string[] = []
  for (const file of files) texts.push(await textOf(join(printed, `${nameOf(file)}.pdf`)))
  return texts
}
function nameOf(file: string): string {
  return basename(file, extname(file))
}

/** The text of a PDF, line by line as it stands on the page. */
export async function textOf(pdf: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 32 * 1024 * 1024 })
  return stdout
}
