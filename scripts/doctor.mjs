// Finds what the tests need from the system, installs it where it may (root on Debian), or says how to.
import { execFileSync } from 'node:child_process'

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

if (process.platform === 'linux') provide()
console.log(
  `node ${process.versions.node} · browser ${findBrowser() ?? '-'} · soffice ${onPath('soffice') ?? '-'}`,
)

function provide() {
  const packages = needs.filter(({ isThere }) => !isThere()).flatMap((need) => need.packages)
  if (packages.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    console.error(
      `测试还需要系统软件包，请先运行： / The tests need system packages; please run:\n  sudo ${command}`,
    )
    process.exit(1)
  }
  console.log(command)
  apt('update')
  apt('install', '-y', '--no-install-recommends', ...packages)
  const missing = needs.filter(({ isThere }) => !isThere()).map(({ what }) => what)
  if (missing.length === 0) return
  console.error(`Still missing after the installation: ${missing.join(', ')}`)
  process.exit(1)
}

/** @param {readonly string[]} args */
function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env })
}

function hasChineseFont() {
  if (!onPath('fc-list')) return false
  return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== ''
}
