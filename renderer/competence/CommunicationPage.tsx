import { Button } from 'antd'

import { type Message, ways } from '#shared/competence/message'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { KeepForm } from '../ui/KeepForm.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, textIn } from '../ui/typed.ts'
import { ChannelsSection } from './ChannelsSection.tsx'
import { ListPage } from './ListPage.tsx'

/** Who is told what, and what came in and went out (7.3). */
export function CommunicationPage() {
  const asked = useAsk(['competence', 'messages'], () => api.competence.messages({}))
  return (
    <ListPage
      kind="message"
      icon="people"
      words={{
        title: 'competence.communication',
        purpose: 'competence.communication.purpose',
        list: 'competence.messages',
        empty: 'competence.messages.empty',
        why: 'competence.messages.empty-why',
        add: 'competence.message.add',
      }}
      asked={asked}
      columns={useColumns()}
      form={(onDone) => <MessageForm onDone={onDone} />}
      opened={(message, onClose) => <Opened message={message} onClose={onClose} />}
    >
      <ChannelsSection />
    </ListPage>
  )
}

function Opened({ message, onClose }: { readonly message: Message; readonly onClose: () => void }) {
  const say = useSay()
  const may = useMay()
  const { id, number, subject, party, content, decision, state } = message
  const decide = useCommand((words: string) => api.competence.decideMessage({ id, decision: words }))
  const close = useCommand(() => api.competence.closeMessage({ id }))
  const isOpen = state === 'open' && may('competence.enter')
  return (
    <section className="paper competence-open" aria-label={`${number} ${subject}`}>
      <h2>
        {number} {subject}
      </h2>
      <p className="page-purpose">{party}</p>
      {content !== '' && <p className="record-words">{content}</p>}
      {decision !== null && (
        <p>
          {say('competence.message.decision')}: {decision}
        </p>
      )}
      <TroubleNote trouble={decide.trouble ?? close.trouble} />
      <div className="page-acts">
        {isOpen && (
          <ConfirmAct
            label={say('competence.message.decide')}
            question={subject}
            reasonLabel={say('competence.message.decision')}
            onConfirm={(words) => void decide.run(words)}
            button={{ type: decision === null ? 'primary' : 'default' }}
          />
        )}
        {isOpen && (
          <Button loading={close.busy} onClick={() => void close.run(undefined)}>
            {say('competence.message.close')}
          </Button>
        )}
        <Button onClick={onClose}>{say('frame.close')}</Button>
      </div>
    </section>
  )
}

function MessageForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay()
  return (
    <KeepForm
      title={say('competence.message.add')}
      draft="competence/message/new"
      initial={{ direction: 'in', way: 'written', important: 'yes' }}
      submit={say('competence.save')}
      onDone={onDone}
      keep={(typed) =>
        api.competence.addMessage({
          direction: typed['direction'] as Message['direction'],
          way: typed['way'] as Message['way'],
          party: textIn(typed, 'party'),
          subject: textIn(typed, 'subject'),
          content: textIn(typed, 'content'),
          onDay: textIn(typed, 'onDay'),
          isImportant: typed['important'] === 'yes',
          due: knownIn(typed, 'due'),
        })
      }
      fields={[
        {
          name: 'direction',
          label: say('competence.message.direction'),
          kind: 'choice',
          options: (['in', 'out'] as const).map((value) => ({
            value,
            label: say(`competence.message.${value}`),
          })),
        },
        {
          name: 'way',
          label: say('competence.message.way'),
          kind: 'choice',
          options: ways.map((value) => ({ value, label: say(`competence.way.${value}`) })),
        },
        { name: 'party', label: say('competence.message.party'), kind: 'text' },
        { name: 'subject', label: say('competence.message.subject'), kind: 'text' },
        { name: 'onDay', label: say('competence.message.on'), kind: 'day' },
        {
          name: 'important',
          label: say('competence.message.important'),
          kind: 'choice',
          options: (['yes', 'no'] as const).map((value) => ({ value, label: say(`competence.${value}`) })),
        },
        { name: 'due', label: say('competence.message.due'), kind: 'day' },
        { name: 'content', label: say('competence.message.content'), kind: 'area' },
      ]}
    />
  )
}

function useColumns(): readonly RecordColumn<Message>[] {
  const say = useSay()
  return [
    { key: 'number', width: 120, title: say('competence.message.number'), text: ({ number }) => number },
    {
      key: 'direction',
      width: 80,
      title: say('competence.message.direction'),
      text: ({ direction }) => say(`competence.message.${direction}`),
      choices: true,
    },
    { key: 'on', width: 112, title: say('competence.message.on'), text: ({ onDay }) => onDay },
    { key: 'party', width: 136, title: say('competence.message.party'), text: ({ party }) => party },
    { key: 'subject', width: 214, title: say('competence.message.subject'), text: ({ subject }) => subject },
    {
      key: 'important',
      width: 96,
      title: say('competence.message.important'),
      text: ({ isImportant }) => say(isImportant ? 'competence.yes' : 'competence.no'),
      choices: true,
    },
    {
      key: 'decision',
      width: 176,
      title: say('competence.message.decision'),
      text: ({ decision }) => decision ?? '—',
    },
    {
      key: 'state',
      width: 100,
      title: say('competence.field.state'),
      text: ({ state }) => say(`competence.message.state.${state}`),
      cell: ({ state }) => (
        <StateTag tone={state === 'open' ? 'warn' : 'good'} text={say(`competence.message.state.${state}`)} />
      ),
      choices: true,
    },
  ]
}
