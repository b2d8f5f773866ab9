// The guard of every script: what runs here needs the project's own Node 24, which `npm ci` brings along.
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  console.error(
    [
      `这里运行的是 Node ${process.versions.node}，而本项目需要 Node 24。`,
      'Linux（x64、arm64）和 Windows（x64）上先运行 npm ci 即自带 Node 24；其他系统请安装 Node 24 LTS。',
      `This is Node ${process.versions.node}, and the project needs Node 24.`,
      'On Linux (x64, arm64) and Windows (x64) npm ci brings it along; elsewhere please install Node 24 LTS.',
    ].join('\n'),
  )
  process.exit(1)
}
