// Finds what the tests need from the system, installs it where it may (root on Debian), or says how to.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

import './node-version.mjs'
import { findBrowser, hasDisplay, onPath } from './browser.mjs'

const needs = [
  { what: 'Chromium', packages: ['chromium'], isThere: () => findBrowser() !== undefined },
  { what: 'CJK fonts', packages: ['fonts-noto-cjk'], isThere: hasChineseFont },
  {
    what: 'a display (Xvfb)',
    packages: ['xvfb', 'xauth'],
    isThere: () => hasDisplay || (onPath('xvfb-run') !== undefined && onPath('xauth') !== undefined),
  },
  {
    what: 'LibreOffice',
    packages: ['libreoffice-calc-nogui', 'libreoffice-writer-nogui'],
    isThere: () => onPath('soffice') !== undefined,
  },
  { what: 'poppler', packages: ['poppler-utils'], isThere: () => onPath('pdftotext') !== undefined },
]

/** Servers that exports are sent to. Where they cannot be installed, their tests are skipped and counted. */
const servers = [
  {
    what: 'Apache',
    packages: ['apache2'],
    isThere: () => existsSync('/usr/sbin/apache2') && existsSync('/usr/bin/htpasswd'),
  },
  { what: 'OpenSSH', packages: ['openssh-server'], isThere: () => existsSync('/usr/sbin/sshd') },
  {
    what: 'PostgreSQL',
    packages: ['postgresql', 'openssl'],
    isThere: () => existsSync('/usr/lib/postgresql') && existsSync('/usr/bin/openssl'),
  },
  {
    what: 'Ceph RADOS gateway',
    packages: ['radosgw', 'ceph-mon', 'ceph-osd', 'ceph-common'],
    isThere: () =>
      ['radosgw', 'ceph-mon', 'ceph-osd', 'ceph'].every((name) => existsSync(`/usr/bin/${name}`)),
  },
]

if (process.platform === 'linux') provide()
const found = servers.filter(({ isThere }) => isThere()).map(({ what }) => what)
console.log(
  `node ${process.versions.node} · browser ${findBrowser() ?? '-'} · soffice ${onPath('soffice') ?? '-'} · servers ${found.join(', ') || '-'}`,
)

function provide() {
  const packages = needs.filter(({ isThere }) => !isThere()).flatMap((need) => need.packages)
  const wanted = servers.filter(({ isThere }) => !isThere()).flatMap((server) => server.packages)
  if (packages.length + wanted.length === 0) return
  const mayInstall = process.getuid?.() === 0 && onPath('apt-get') !== undefined
  if (packages.length > 0 && !mayInstall) {
    console.error(
      `测试还需要系统软件包，请先运行： / The tests need system packages; please run:\n  sudo ${commandFor(packages)}`,
    )
    process.exit(1)
  }
  if (!mayInstall) {
    console.log(
      `缺少的服务器，其测试将跳过： / Tests of these servers are skipped:\n  sudo ${commandFor(wanted)}`,
    )
    return
  }
  apt('update')
  if (packages.length > 0) install(packages)
  try {
    if (wanted.length > 0) install(wanted)
  } catch {
    console.log('Not every server could be installed; their tests are skipped.')
  }
  const missing = needs.filter(({ isThere }) => !isThere()).map(({ what }) => what)
  if (missing.length === 0) return
  console.error(`Still missing after the installation: ${missing.join(', ')}`)
  process.exit(1)
}

/** @param {readonly string[]} packages */
function commandFor(packages) {
  return `apt-get install -y --no-install-recommends ${packages.join(' ')}`
}

/** @param {readonly string[]} packages */
function install(packages) {
  console.log(commandFor(packages))
  apt('install', '-y', '--no-install-recommends', ...packages)
}

/** @param {readonly string[]} args */
function apt(...args) {
  // At run level 1 Debian starts no service that it installs: the tests start their own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  execFileSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env })
}

function hasChineseFont() {
  if (!onPath('fc-list')) return false
  return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== ''
}
