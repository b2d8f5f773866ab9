import { migrationsIn } from '#db/kernel/migrate'
import { openStore } from '#db/kernel/open'

/** Opens a data folder with one more migration, which takes long enough to be killed in the middle. */
const folder = process.argv[2] ?? ''
const slow = {
  name: '9990-slow.sql',
  sql: `CREATE TABLE slow (number INTEGER PRIMARY KEY, text TEXT) STRICT;
        WITH RECURSIVE counted (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < 30000000)
        INSERT INTO slow SELECT number, hex(randomblob(50)) FROM counted;`,
}
process.stdout.write('migrating\n')
openStore({
  folder,
  migrations: [...migrationsIn('db/migrations'), slow],
  holder: { program: 'test', pid: process.pid, since: '2026-06-30' },
})
