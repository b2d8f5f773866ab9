import type { Start } from '#electron/kernel/pipe'
import type { LyingBackup } from '#electron/kernel/rescue-wish'
import { hostTexts } from '#shared/kernel/host-texts'
import { kernelTexts } from '#shared/kernel/kernel-texts'
import type { Facts } from '#shared/kernel/refusal'
import { type Language, languages, say, type Wording } from '#shared/kernel/texts'

/** The page in place of the program when it could not start: why, and the way out, in both languages. */
export function startupPage(start: Exclude<Start, { readonly state: 'ready' }>, nonce: string): string {
  const [wording, facts] = reasonOf(start)
  return page(
    nonce,
    (language) =>
      `<h1>${escaped(say(hostTexts['host.start.title'], language))}</h1>
<p>${escaped(say(wording, language, facts))}</p>
<p>${escaped(say(hostTexts['host.start.untouched'], language))}</p>
<p><a href="/">${escaped(say(hostTexts['host.start.again'], language))}</a></p>
${rescueForms(start.backups ?? [], language)}`,
  )
}

/** The newest backups, each with the act that brings it back: what cannot be opened is kept beside. */
function rescueForms(backups: readonly LyingBackup[], language: Language): string {
  if (backups.length === 0) return ''
  const word = (code: keyof typeof hostTexts, facts: Facts = {}) =>
    escaped(say(hostTexts[code], language, facts))
  const forms = backups.slice(0, shown).map(({ file, size, at }) => {
    const facts = { at: at.slice(0, 16).replace('T', ' '), size: (size / 2 ** 20).toFixed(1) }
    return `<form method="post" action="/rescue"><input type="hidden" name="file" value="${escaped(file)}">
<button>${word('host.rescue.act')}</button> ${word('host.rescue.of', facts)}</form>`
  })
  return `<h2>${word('host.rescue.title')}</h2><p>${word('host.rescue.why')}</p>${forms.join('\n')}`
}
/** Older ones are brought back from within the program, or by the command line. */
const shown = 8

/** The page for a browser that was not opened by the program. */
export function lockedOutPage(nonce: string): string {
  return page(nonce, (language) => `<p>${escaped(say(hostTexts['host.locked-out'], language))}</p>`)
}

function reasonOf(start: Exclude<Start, { readonly state: 'ready' }>): readonly [Wording, Facts] {
  if (start.state === 'failed') return [hostTexts['host.start.failed'], { number: start.number }]
  const texts: Readonly<Record<string, Wording>> = { ...kernelTexts, ...hostTexts }
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
section{margin-bottom:2.5rem}h1{font-size:1.25rem}h2{font-size:1.05rem}form{margin:.5rem 0}button{font:inherit;padding:.2rem .8rem}a{color:#0b5cad}
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
