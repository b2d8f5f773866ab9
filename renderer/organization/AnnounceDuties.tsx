import { newMessage, ways } from '#shared/competence/message'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { KeepForm } from '../ui/KeepForm.tsx'
import { textIn } from '../ui/typed.ts'
import { usualDays } from './use-system.ts'

const { party, way, onDay } = newMessage.shape

/** Makes the duties of the bodies known: to whom, how and when goes into the log of communication (5.3.2 a 2). */
export function AnnounceDuties({ onDone }: { readonly onDone: () => void }) {
  const say = useSay()
  return (
    <KeepForm
      title={say('organization.posts.announce')}
      draft="organization/announce-duties"
      initial={{ party: '', way: 'written', onDay: usualDays().today }}
      fields={[
        { name: 'party', label: say('organization.posts.announce.party'), kind: 'text', schema: party },
        {
          name: 'way',
          label: say('organization.posts.announce.way'),
          kind: 'choice',
          schema: way,
          options: ways.map((value) => ({ value, label: say(`competence.way.${value}`) })),
        },
        { name: 'onDay', label: say('organization.posts.announce.on'), kind: 'day', schema: onDay },
      ]}
      submit={say('organization.posts.announce.submit')}
      keep={(typed) =>
        api.competence.announceDuties({
          subject: say('organization.posts.announce.subject'),
          party: textIn(typed, 'party'),
          way: way.parse(typed['way']),
          onDay: onDay.parse(typed['onDay']),
        })
      }
      onDone={onDone}
    />
  )
}
