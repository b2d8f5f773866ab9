import type { Start } from '#electron/kernel/pipe'
import { hostTexts } from '#shared/kernel/host-texts'
import { kernelTexts } from '#shared/kernel/kernel-texts'
import type { Facts } from '#shared/kernel/refusal'
import { languages, say, type Wording } from '#shared/kernel/texts'

/** The page in place of the program when it could not start: why, and the way out, in both languages. */
export function startupPage(start: Exclude<Start, { readonly state: 'ready' }>, nonce: string): string {
  const [wording, facts] = reasonOf(start)
  return page(
    nonce,
    (language) =>
      `<h1>${escaped(say(hostTexts['host.start.title'], language))}</h1>
<p>${escaped(say(wording, language, facts))}</p>
<p>${escaped(say(hostTexts['host.start.untouched'], language))}</p>
<p><a href="/">${escaped(say(hostTexts['host.start.again'], language))}</a></p>`,
  )
}

/** The page for a browser that was not opened by the program. */
export function lockedOutPage(nonce: string): string {
  return page(nonce, (language) => `<p>${escaped(say(hostTexts['host.locked-out'], language))}</p>`)
}

function reasonOf(start: Exclude<Start, { readonly state: 'ready' }>): readonly [Wording, Facts] {
  if (start.state === 'failed') return [hostTexts['host.start.failed'], { number: start.number }]
  const texts: Readonly<Record<string, Wording>> = kernelTexts
  const wording = texts[start.code]
  return wording ? [wording, start.facts] : [hostTexts['host.start.failed'], { number: start.code }]
}

function page(nonce: string, body: (language: (typeof languages)[number]) => string): string {
  const parts = languages.map(
    (language) => `<section lang="${language === 'zh' ? 'zh-CN' : 'en'}">${body(language)}</section>`,
  )
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${hostTexts['host.app'].zh} ${hostTexts['host.app'].en}</title>
<link rel="icon" href="data:,"><style nonce="${nonce}">
body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;max-width:40rem;margin:12vh auto;padding:0 1.5rem;color:#1f2933;background:#fff}
section{margin-bottom:2.5rem}h1{font-size:1.25rem}a{color:#0b5cad}
@media (prefers-color-scheme:dark){body{color:#e4e7eb;background:#1a1d21}a{color:#7fb8f0}}
</style></head><body><main>${parts.join('\n')}</main></body></html>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
