import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { discard, freePort, give, has, listens, runAs, serverFolder, start, until } from './process.ts'

export const hasApache = has(
  '/usr/sbin/apache2',
  '/usr/lib/apache2/modules/mod_dav_fs.so',
  '/usr/bin/htpasswd',
)

export interface Apache {
  readonly port: number
  /** The collection of the plant on the server's own disk. */
  readonly folder: string
  readonly user: string
  readonly password: string
  readonly stop: () => Promise<void>
}

const modules =
  'mpm_event authn_core authn_file authz_core authz_user auth_basic cgid dav dav_fs headers reqtimeout rewrite'

/**
 * Apache with mod_dav: `/dav/plant/` takes everything, `/whole/` refuses parts of files as most WebDAV servers do,
 * `/shut/` may be read only, `/full/` has no room left, `/dull/` overlooks that a part is only a part. Below `/remote.php/dav`
 * it takes uploads in pieces as Nextcloud describes it, with a script in the place of Nextcloud for putting them together;
 * it takes no parts there, as Nextcloud does not.
 */
export async function startApache(): Promise<Apache> {
  const root = serverFolder('apache')
  const port = await freePort()
  for (const part of ['www', 'www/plant', 'www/uploads', 'www/uploads/plant', 'locks', 'cgi']) {
    mkdirSync(join(root, part))
    give(join(root, part))
  }
  const [user, password] = ['厂一', 'Pa55 wörter 密']
  runAs('/usr/bin/htpasswd', ['-ic', join(root, 'users'), user], password)
  writeFileSync(join(root, 'httpd.conf'), configuration(root, port))
  writeFileSync(join(root, 'cgi/assemble'), assemble(root))
  chmodSync(join(root, 'cgi/assemble'), 0o755)
  const log = join(root, 'error.log')
  const server = start('/usr/sbin/apache2', ['-f', join(root, 'httpd.conf'), '-DFOREGROUND'], log)
  await until(() => listens(port), log)
  return {
    port,
    folder: join(root, 'www/plant'),
    user,
    password,
    stop: async () => {
      await server.stop()
      discard(root)
    },
  }
}

function configuration(root: string, port: number): string {
  const loaded = modules
    .split(' ')
    .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
  const aliases = ['dav', 'whole', 'shut', 'full', 'dull'].map(
    (path) => `  RewriteRule ^/${path}/(.*)$ ${root}/www/$1 [L,E=way:${path}]`,
  )
  return `${loaded.join('\n')}
ServerRoot ${root}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${root}/pid
DefaultRuntimeDir ${root}
DocumentRoot ${root}/www
DavLockDB ${root}/locks/db
ErrorLog ${root}/error.log
StartServers 1
ServerLimit 2
ThreadsPerChild 16
MaxRequestWorkers 32
RewriteEngine on
ScriptSock ${root}/cgid.sock
RewriteCond %{REQUEST_METHOD} =MOVE
RewriteRule ^/remote.php/dav/uploads/plant/([^/]+)/.file$ ${root}/cgi/assemble [L,E=pieces:$1,H=cgi-script]
RewriteCond %{HTTP:Content-Range} .
RewriteRule ^/remote.php/ - [R=400,L]
RewriteRule ^/remote.php/dav/files/plant/(.*)$ ${root}/www/plant/$1 [L]
RewriteRule ^/remote.php/dav/uploads/plant/(.*)$ ${root}/www/uploads/plant/$1 [L]
${aliases.join('\n')}
<Directory ${root}/www>
  Dav On
  AuthType Basic
  AuthName plant
  AuthUserFile ${root}/users
  Require valid-user
</Directory>
<Directory ${root}/cgi>
  Options ExecCGI
  Require all granted
</Directory>
<Location /dull/>
  RequestHeader unset Content-Range
</Location>
<LocationMatch ^/whole/>
  RewriteEngine on
  RewriteCond %{HTTP:Content-Range} .
  RewriteRule .* - [R=400,L]
</LocationMatch>
<LocationMatch ^/shut/>
  RewriteEngine on
  RewriteCond %{REQUEST_METHOD} ^(PUT|DELETE|MOVE|MKCOL)$
  RewriteRule .* - [F,L]
</LocationMatch>
<LocationMatch ^/full/>
  RewriteEngine on
  RewriteCond %{REQUEST_METHOD} ^PUT$
  RewriteRule .* - [R=507,L]
</LocationMatch>
`
}

/** Puts the pieces of an upload together under the name that the request gives, and throws them away. */
function assemble(root: string): string {
  return `#!/bin/sh
gathered="${root}/www/uploads/plant/$pieces"
if cat "$gathered"/0* > "${root}/www/plant/\${HTTP_DESTINATION##*/}"; then status=201; else status=500; fi
rm -rf "$gathered"
printf 'Status: %s Said\\r\\nContent-Length: 0\\r\\n\\r\\n' $status
`
}
