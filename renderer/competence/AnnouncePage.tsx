import { newMessage, ways } from '#shared/competence/message'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useToday } from '../kernel/use-today.ts'
import { KeepForm } from '../ui/KeepForm.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { textIn } from '../ui/typed.ts'

const { party, way, onDay } = newMessage.shape

/** Makes the duties of the bodies known: to whom, how and when goes into the log of communication (5.3.2 a 2). */
export function AnnouncePage() {
  const say = useSay()
  const go = useGo()
  const today = useToday()
  return (
    <PageFrame title={say('competence.announce')} purpose={say('competence.announce.purpose')}>
      <KeepForm
        title={say('competence.announce')}
        draft="competence/announce"
        initial={{ party: '', way: 'written', onDay: today }}
        fields={[
          { name: 'party', label: say('competence.announce.party'), kind: 'text', schema: party },
          {
            name: 'way',
            label: say('competence.announce.way'),
            kind: 'choice',
            schema: way,
            options: ways.map((value) => ({ value, label: say(`competence.way.${value}`) })),
          },
          { name: 'onDay', label: say('competence.announce.on'), kind: 'day', schema: onDay },
        ]}
        submit={say('competence.announce.submit')}
        keep={(typed) =>
          api.competence.announceDuties({
            subject: say('competence.announce.subject'),
            party: textIn(typed, 'party'),
            way: way.parse(typed['way']),
            onDay: onDay.parse(typed['onDay']),
          })
        }
        onDone={() => go('/organization/responsibilities')}
      />
    </PageFrame>
  )
}
