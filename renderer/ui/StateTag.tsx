import { Icon, type IconName } from './Icon.tsx'

export type Tone = 'good' | 'info' | 'warn' | 'stop' | 'quiet'
const signs: Readonly<Record<Tone, IconName>> = {
  good: 'done',
  info: 'info',
  warn: 'warning',
  stop: 'stop',
  quiet: 'pending',
}

/** A state as icon, word and colour: never colour alone. */
export function StateTag({
  tone,
  text,
  icon = signs[tone],
}: {
  readonly tone: Tone
  readonly text: string
  readonly icon?: IconName
}) {
  return (
    <span className={`state ${tone}`}>
      <Icon name={icon} size={14} />
      {text}
    </span>
  )
}
