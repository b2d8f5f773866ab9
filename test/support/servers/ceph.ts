import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import {
  discard,
  freePort,
  give,
  has,
  listens,
  runAs,
  type Running,
  serverFolder,
  start,
  until,
} from './process.ts'

const programs = ['ceph', 'ceph-authtool', 'ceph-mon', 'ceph-osd', 'monmaptool', 'radosgw', 'radosgw-admin']
export const hasCeph = has(...programs.map((program) => `/usr/bin/${program}`))

export interface Ceph {
  readonly port: number
  readonly accessKey: string
  readonly secretKey: string
  readonly stop: () => Promise<void>
}

/** A Ceph RADOS gateway that speaks S3, with a monitor and one store in memory behind it. */
export async function startCeph(): Promise<Ceph> {
  const root = serverFolder('ceph')
  for (const part of ['mon', 'osd', 'run']) {
    mkdirSync(join(root, part))
    give(join(root, part))
  }
  const [port, monitor] = [await freePort(), await freePort()]
  const [cluster, disk] = [randomUUID(), randomUUID()]
  writeFileSync(join(root, 'ceph.conf'), configuration(root, cluster, port, monitor))
  const conf = ['-c', join(root, 'ceph.conf')]
  const keyring = join(root, 'keyring')
  const run = (program: string, ...args: string[]) => runAs(`/usr/bin/${program}`, args)
  const log = join(root, 'log')
  const serve = (program: string, ...args: string[]) =>
    start(`/usr/bin/${program}`, [...conf, '-f', ...args], log)

  run('ceph-authtool', '--create-keyring', keyring, '--gen-key', '-n', 'mon.', '--cap', 'mon', 'allow *')
  const all = ['--cap', 'mon', 'allow *', '--cap', 'osd', 'allow *']
  run('ceph-authtool', keyring, '--gen-key', '-n', 'client.admin', ...all)
  const map = join(root, 'monmap')
  run('monmaptool', '--create', '--fsid', cluster, '--addv', 'a', `[v1:127.0.0.1:${monitor}]`, map)
  run('ceph-mon', ...conf, '--mkfs', '-i', 'a', '--monmap', map, '--keyring', keyring)
  const servers = [serve('ceph-mon', '-i', 'a')]
  await until(() => listens(monitor), log)
  run('ceph', ...conf, 'osd', 'new', disk)
  run('ceph-osd', ...conf, '-i', '0', '--mkfs', '--osd-uuid', disk)
  servers.push(await startStore(() => serve('ceph-osd', '-i', '0'), join(root, 'osd.0.log')))
  servers.push(serve('radosgw', '-n', 'client.rgw'))
  const user = ['--uid=plant', '--display-name=plant', '--access-key=ACCESS', '--secret-key=SECRET+/1']
  run('radosgw-admin', ...conf, 'user', 'create', ...user)
  await until(() => listens(port), log)
  return {
    port,
    accessKey: 'ACCESS',
    secretKey: 'SECRET+/1',
    stop: async () => {
      for (const server of servers.toReversed()) await server.stop()
      discard(root)
    },
  }
}

/** A store may speak before it knows which cluster it is in, is refused, and ends; the next start is better timed. */
async function startStore(begin: () => Running, log: string): Promise<Running> {
  for (let attempt = 1; ; attempt += 1) {
    const store = begin()
    const isUp = () => existsSync(log) && readFileSync(log, 'utf8').includes('done with init')
    await until(() => store.hasEnded() || isUp(), log)
    if (!store.hasEnded() || attempt === 10) return store
  }
}

function configuration(root: string, cluster: string, port: number, monitor: number): string {
  return `[global]
fsid = ${cluster}
mon host = v1:127.0.0.1:${monitor}
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon max pg per osd = 1000
osd objectstore = memstore
memstore device bytes = 1073741824
run dir = ${root}/run
admin socket = ${root}/run/$name.asok
log file = ${root}/$name.log
pid file = ${root}/run/$name.pid
keyring = ${root}/keyring
mon data = ${root}/mon
osd data = ${root}/osd
osd class update on start = false
[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:${port}
rgw thread pool size = 16
rgw dns name = localhost
`
}
