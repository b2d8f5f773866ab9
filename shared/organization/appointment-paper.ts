import type { Paper } from '#shared/kernel/paper'
import type { Language } from '#shared/kernel/texts'

import { table } from './declaration-paper.ts'
import type { Organization } from './model.ts'
import type { Appointment, Body, Post } from './posts.ts'
import { systemWords } from './system-words.ts'

/** Everything that a letter of appointment says. */
export interface AppointmentPrint {
  readonly appointment: Appointment
  readonly post: Post
  readonly body: Body
  readonly person: string
  readonly organization: Organization | null
  readonly language: Language
  readonly isSample: boolean
}

/** The letter by which somebody gets a post or deputises it, to be signed by both sides (5.3). */
export function appointmentPaper(print: AppointmentPrint): Paper {
  const { appointment, post, body, person, organization, language, isSample } = print
  const words = systemWords(language)
  const { number, capacity, validFrom, validTo } = appointment
  const name = (language === 'en' ? organization?.nameEn : null) ?? organization?.name ?? ''
  return {
    title: `${words('organization.appointment.letter')} ${number}`,
    subtitle: name === '' ? null : name,
    facts: [
      [words('organization.appointment.person'), person],
      [words('organization.post.title'), post.title],
      [words('organization.post.body'), body.name],
      [words('organization.appointment.capacity'), words(`organization.capacity.${capacity}`)],
      [words('organization.appointment.validFrom'), validFrom],
      ...(validTo === null ? [] : [[words('organization.appointment.validTo'), validTo] as const]),
    ],
    blocks: [
      {
        kind: 'paragraph',
        text: words(`organization.appointment.text.${capacity}`, {
          person,
          title: post.title,
          body: body.name,
          from: validFrom,
        }),
      },
      { kind: 'heading', level: 2, text: words('organization.post.authority') },
      { kind: 'paragraph', text: post.authority },
      ...(post.moneyLimit === null
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: words('organization.appointment.limit', { limit: post.moneyLimit }),
            },
          ]),
      ...(post.duties.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 2 as const, text: words('organization.post.duties') },
            ...post.duties.map((duty, at) => ({
              kind: 'paragraph' as const,
              text: `${at + 1}. ${words(`organization.duty.${duty}`)} (${duty.replaceAll('-', ' ')})`,
            })),
          ]),
      table(
        words('organization.appointment.signing'),
        [
          [words('organization.appointment.appointed-by'), 1],
          [words('organization.appointment.taken-on'), 1],
        ],
        [[' ', person]],
      ),
    ],
    footer: `${number} · ${post.title}`,
    watermark: isSample ? words('organization.declaration.sample') : null,
  }
}
