import type { Wording } from '#shared/kernel/texts'

/** What can be wrong with a target that is reached over a network; each says whose turn it is. */
export const targetTexts = {
  'exchange.name-taken': {
    zh: '{folder} 已有同名但内容不同的文件 {file}，对方文件未改动，本文件未送达。',
    en: '{folder} holds another file named {file}. That file was left as it is; ours was not delivered.',
  },
  'exchange.target-unreachable': {
    zh: '连接不上 {host}：网络不通、地址有误或服务未启动。联网后自动重试。',
    en: '{host} cannot be reached: no link, a wrong address, or no server running. It is tried again by itself.',
  },
  'exchange.target-cut': {
    zh: '与 {host} 的连接中断。已到达的部分保留，稍后自动续传。',
    en: 'The link to {host} broke. What has arrived is kept, and sending goes on by itself.',
  },
  'exchange.target-busy': {
    zh: '服务器暂时不能受理（{folder}，状态 {status}），稍后自动重试。',
    en: 'The server cannot take it at the moment ({folder}, status {status}). It is tried again by itself.',
  },
  'exchange.target-untrusted': {
    zh: '{host} 的证书不可信（{reason}），为避免发给冒名者，未发送。请联系对方管理员更换证书，或导入其颁发机构的证书。',
    en: 'The certificate of {host} cannot be trusted ({reason}); nothing was sent, lest it reach somebody else. Ask its administrator, or give the certificate of its authority.',
  },
  'exchange.target-no-tls': {
    zh: '{host} 不支持加密连接（TLS），或该端口不是加密端口。请核对地址与端口。',
    en: '{host} does not speak TLS at this port. Check the address and the port.',
  },
  'exchange.target-open-password': {
    zh: '{host} 在公网上，密码不能经未加密的 http 发送。请使用 https 地址。',
    en: '{host} is on the open internet: the password is not sent over plain http. Use its https address.',
  },
  'exchange.target-moved': {
    zh: '{folder} 已转到 {to}。密码不会自动发往别处；若地址可信，请把目标改为新地址。',
    en: '{folder} points to {to}. The password is not sent elsewhere by itself; if you trust the new address, put it into the target.',
  },
  'exchange.target-no-secret': {
    zh: '该目标尚未保存密码或密钥，请在目标设置中填写。',
    en: 'No password or key is kept for this target. Enter it in the target’s settings.',
  },
  'exchange.target-denied': {
    zh: '{folder} 拒绝登录：用户名或密码（密钥）有误，或账号已停用。请更正后再试，不会自动重试。',
    en: '{folder} refused to sign us in: a wrong user, password or key, or a closed account. Correct it; it is not tried again by itself.',
  },
  'exchange.target-no-folder': {
    zh: '服务器上没有 {folder}。请核对地址，或先在服务器上建立该文件夹。',
    en: 'There is no {folder} on the server. Check the address, or make the folder there first.',
  },
  'exchange.target-no-webdav': {
    zh: '{folder} 不是 WebDAV 文件夹，请向服务器管理员索取 WebDAV 地址。',
    en: '{folder} is not a WebDAV folder. Ask the server’s administrator for its WebDAV address.',
  },
  'exchange.target-too-large': {
    zh: '服务器不接收这么大的文件（{folder}）。请联系其管理员放宽限制。',
    en: 'The server takes no file of this size ({folder}). Ask its administrator to raise the limit.',
  },
  'exchange.target-odd-answer': {
    zh: '{folder} 的答复无法理解（{status}）。请核对地址和端口是否为该类服务器。',
    en: '{folder} gave an answer that makes no sense ({status}). Check that a server of this kind is at this address and port.',
  },
  'exchange.target-loses-bytes': {
    zh: '服务器称已收到，却没有保存（{folder}）。文件未送达，请联系其管理员。',
    en: 'The server says that it took the bytes and has not kept them ({folder}). The file was not delivered; tell its administrator.',
  },
  'exchange.target-own-copy': {
    zh: '本机保存的 {file} 已与生成时不同，未送达。请重新生成该文件，并核对数据是否损坏。',
    en: 'The copy of {file} on this machine is no longer what was made; it was not delivered. Make it again, and check the data for damage.',
  },
  'exchange.target-clock': {
    zh: '本机时间与 {host} 相差过大（对方时间 {server}），签名不被接受。请校准本机时间。',
    en: 'The clocks of this machine and of {host} differ too much (there it is {server}), and signatures are not accepted. Set the clock of this machine right.',
  },
  'exchange.target-no-bucket': {
    zh: '{host} 上没有名为 {bucket} 的存储桶，或其不在该区域。',
    en: '{host} has no bucket {bucket}, or not in this region.',
  },
  'exchange.target-region': {
    zh: '存储桶不在区域 {region}。服务器要求：{expected}。请更正区域或端点。',
    en: 'The bucket is not in the region {region}. The server expects: {expected}. Correct the region or the endpoint.',
  },
  'exchange.target-new-host': {
    zh: '首次连接 {host}。它的主机密钥指纹为 {fingerprint}。请与服务器管理员核对，一致后再确认。',
    en: 'The first connection to {host}. The fingerprint of its host key is {fingerprint}. Compare it with what its administrator says, and confirm it only if they are the same.',
  },
  'exchange.target-other-host': {
    zh: '警告：{host} 的主机密钥变了！曾确认 {known}，现为 {fingerprint}。可能有人冒充该服务器，已停止发送。请先向管理员查明原因。',
    en: 'Warning: the host key of {host} has changed! Confirmed was {known}, now it is {fingerprint}. Somebody may be posing as this server, and nothing was sent. Find out from its administrator first.',
  },
  'exchange.target-bad-key': {
    zh: '保存的私钥无法使用（格式不支持或有口令保护）。请提供不带口令的 OpenSSH 或 PEM 私钥，或改用密码。',
    en: 'The private key that is kept cannot be used (an unknown format, or a passphrase on it). Give an OpenSSH or PEM key without passphrase, or a password.',
  },
  'exchange.target-no-hub': {
    zh: '{host} 的数据库尚未建立集团汇总库，请集团管理员先运行建库脚本。',
    en: 'The database at {host} has not been set up as a group hub. Ask the group’s administrator to set it up first.',
  },
  'exchange.target-no-database': {
    zh: '{host} 上没有数据库 {database}，或该账号无权连接。',
    en: '{host} has no database {database}, or this user may not connect to it.',
  },
  'exchange.target-not-registered': {
    zh: '集团汇总库未登记账号 {user}，或登记的不是本厂。请集团管理员登记本厂。',
    en: 'The group hub has not registered {user}, or for another plant. Ask the group’s administrator to register this plant.',
  },
  'exchange.target-not-a-submission': {
    zh: '{file} 不是集团报送文件。集团汇总库只接收报送文件。',
    en: '{file} is not a submission. A group hub takes nothing else.',
  },
  'exchange.target-revision-taken': {
    zh: '集团汇总库已有该清单第 {version} 版，且内容不同。已送达的报送不能替换，请以新版本报送。',
    en: 'The group hub holds version {version} of this inventory with other content. What was submitted is not replaced: submit a new version.',
  },
  'exchange.hub-newer': {
    zh: '集团汇总库由更新版本的程序建立（{scripts}），请先升级本程序。',
    en: 'The group hub was set up by a newer version of this program ({scripts}). Upgrade the program first.',
  },
  'exchange.hub-set-up': {
    zh: '集团汇总库已就绪，本次执行脚本 {count} 个。',
    en: 'The group hub is ready; {count} scripts were run now.',
  },
  'exchange.hub-plant-added': {
    zh: '已登记 {title}，账号 {role}。请为该账号设置密码（psql：\\password {role}）后交给该厂。',
    en: '{title} is registered with the role {role}. Set its password (in psql: \\password {role}) and hand it to the plant.',
  },
  'exchange.access-secret-kept': {
    zh: '保存了目标的密码或密钥（内容不记入审计记录）',
    en: 'The password or key of a target was kept (what it is stands nowhere in the trail)',
  },
  'exchange.access-secret-dropped': {
    zh: '清除了目标的密码或密钥',
    en: 'The password or key of a target was forgotten',
  },
  'exchange.seal-secret-kept': {
    zh: '保存了目标的加密口令（内容不记入审计记录）',
    en: 'The passphrase that files for a target are encrypted with was kept (what it is stands nowhere in the trail)',
  },
  'exchange.seal-secret-dropped': {
    zh: '清除了目标的加密口令',
    en: 'The passphrase that files for a target are encrypted with was forgotten',
  },
} satisfies Record<`exchange.${string}`, Wording>
