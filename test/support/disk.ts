import { tmpdir } from 'node:os'

/**
 * Where tests that are about the disk itself put their folders. Others may be given a folder in memory as their
 * temporary one, in which a sync to the disk costs nothing and proves nothing.
 */
export function diskFolder(): string {
  return process.env['TANBU_TEST_DISK'] ?? tmpdir()
}
