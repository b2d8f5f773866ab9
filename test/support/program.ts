/**
 * A program of ours as Node starts it: as it was built where the whole test run built it just before, since each start
 * from source compiles everything again; from source for whoever runs one test while writing.
 */
export function program(name: 'serve' | 'cli' | 'job-worker'): string {
  return process.env['TANBU_BUILT'] === undefined ? `electron/${name}.ts` : `out/main/${name}.js`
}
