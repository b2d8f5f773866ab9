import type { Wording } from '#shared/kernel/texts'

/** Wording of the way to web servers through a proxy. */
export const proxyTexts = {
  'exchange.proxy.title': { zh: '网络代理', en: 'Web proxy' },
  'exchange.proxy.why': {
    zh: 'WebDAV、对象存储和更新源经此连接；SFTP 与集团汇总库始终直接连接，本机地址不经代理。',
    en: 'WebDAV, object storage and the release feed are reached this way. SFTP and the group hub are always reached directly, and this machine itself by no proxy.',
  },
  'exchange.proxy.mode': { zh: '连接方式', en: 'Way' },
  'exchange.proxy.mode-system': { zh: '按系统设置', en: 'As the system says' },
  'exchange.proxy.mode-none': { zh: '直接连接', en: 'Directly' },
  'exchange.proxy.mode-by-hand': { zh: '指定代理', en: 'By this proxy' },
  'exchange.proxy.address': { zh: '代理地址', en: 'Proxy address' },
  'exchange.proxy.user': { zh: '用户名', en: 'User' },
  'exchange.proxy.user-shape': { zh: '代理不要求登录时留空', en: 'Empty where the proxy asks for none' },
  'exchange.proxy.password': { zh: '代理密码', en: 'Proxy password' },
  'exchange.proxy.bypass': { zh: '不经代理的主机', en: 'Hosts without the proxy' },
  'exchange.proxy.bypass-shape': {
    zh: '用逗号分隔，例如 .plant.example, 10.1.2.3',
    en: 'Separated by commas, such as .plant.example, 10.1.2.3',
  },
  'exchange.proxy.save': { zh: '保存', en: 'Save' },
  'exchange.proxy.saved': {
    zh: '已保存，下次连接起生效。',
    en: 'Saved. It holds from the next connection on.',
  },
  'exchange.proxy.address-shape': {
    zh: '例如 http://proxy.example:3128，地址中不写用户名和密码',
    en: 'Such as http://proxy.example:3128, without user and password',
  },
  'exchange.target-proxy-unreachable': {
    zh: '连不上代理 {proxy}。请检查代理设置或网络，稍后自动重试。',
    en: 'The proxy {proxy} does not answer. Check its settings or the network; it is tried again by itself.',
  },
  'exchange.target-proxy-denied': {
    zh: '代理 {proxy} 不接受用户名或密码。',
    en: 'The proxy {proxy} does not accept the user or the password.',
  },
  'exchange.target-proxy-refused': {
    zh: '代理 {proxy} 拒绝连接 {host}（{status}）。',
    en: 'The proxy {proxy} refuses the way to {host} ({status}).',
  },
  'exchange.proxy-secret-kept': { zh: '代理密码已更改', en: 'The password of the proxy was changed' },
  'exchange.did.setProxy': { zh: '设置网络代理', en: 'Set the web proxy' },
  'exchange.table.proxy': { zh: '网络代理', en: 'Web proxy' },
} satisfies Record<`exchange.${string}`, Wording>
