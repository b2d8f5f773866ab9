import { Button } from 'antd'

import type { Disclosure } from '#shared/competence/message'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { useSay } from '../kernel/say.ts'
import { SendLink } from '../kernel/SendLink.tsx'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { downloadAddress } from '../kernel/upload.ts'
import { useToday } from '../kernel/use-today.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { Icon } from '../ui/Icon.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { DisclosureForm } from './DisclosureForm.tsx'
import { ListPage } from './ListPage.tsx'

const tones = { draft: 'info', approved: 'warn', 'handed-over': 'good', withdrawn: 'quiet' } as const

/** What leaves with figures, as the frozen inventory has them (7.3.1). */
export function DisclosuresPage() {
  const asked = useAsk(['competence', 'disclosures'], () => api.competence.disclosures({}))
  return (
    <ListPage
      kind="disclosure"
      icon="export"
      words={{
        title: 'competence.disclosures',
        purpose: 'competence.disclosures.purpose',
        list: 'competence.disclosures',
        empty: 'competence.disclosures.empty',
        why: 'competence.disclosures.empty-why',
        add: 'competence.disclosure.add',
      }}
      asked={asked}
      columns={useColumns()}
      form={(onDone) => <DisclosureForm onDone={onDone} />}
      opened={(disclosure, onClose) => (
        <Opened key={disclosure.changedAt} disclosure={disclosure} onClose={onClose} />
      )}
    />
  )
}

interface OpenedProps {
  readonly disclosure: Disclosure
  readonly onClose: () => void
}
function Opened({ disclosure, onClose }: OpenedProps) {
  const say = useSay()
  const { number, title, recipient, basis, figures, words, sha256, handedOn, handedTo } = disclosure
  return (
    <section className="paper competence-open" aria-label={`${number} ${title}`}>
      <h2>
        {number} {title}
      </h2>
      <p className="page-purpose">
        {recipient}
        {basis !== '' && ` · ${basis}`}
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('competence.disclosure.label')}</th>
            <th scope="col">{say('competence.disclosure.value')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ path, label, value, unit }) => (
            <tr key={path}>
              <th scope="row">{label}</th>
              <td className="number">
                <NumberText value={value} unit={unit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {words !== '' && <p className="record-words">{words}</p>}
      {handedOn && <p>{say('competence.disclosure.handed', { on: handedOn, to: handedTo ?? '' })}</p>}
      {sha256 && <code className="evidence-hash">SHA-256 {sha256}</code>}
      <Steps disclosure={disclosure} />
      <Button onClick={onClose}>{say('frame.close')}</Button>
    </section>
  )
}

function Steps({ disclosure: { id, number, state } }: Pick<OpenedProps, 'disclosure'>) {
  const say = useSay()
  const may = useMay()
  const approving = useTask((password: string, signal) =>
    api.competence.approveDisclosure({ id, password }, { signal }),
  )
  const printing = useTask((kind: 'docx' | 'pdf', signal) =>
    api.competence.printDisclosure({ id, kind, language: say.language }, { signal }),
  )
  const today = useToday()
  const hand = useCommand((to: string) => api.competence.handOver({ id, to, on: today }))
  const withdraw = useCommand(() => api.competence.withdrawDisclosure({ id }))
  const isOut = state === 'approved' || state === 'handed-over'
  return (
    <>
      <div className="page-acts">
        {state === 'draft' && may('competence.approve') && (
          <PasswordAct
            label={say('competence.disclosure.approve')}
            question={say('competence.disclosure.approve-ask')}
            running={approving}
            input={(password) => password}
          />
        )}
        {state === 'approved' && may('competence.enter') && (
          <ConfirmAct
            label={say('competence.disclosure.hand')}
            question={number}
            reasonLabel={say('competence.disclosure.to')}
            onConfirm={(to) => void hand.run(to)}
            button={{ type: 'primary' }}
          />
        )}
        {isOut &&
          (['docx', 'pdf'] as const).map((kind) => (
            <Button
              key={kind}
              icon={<Icon name="print" />}
              loading={printing.task.state === 'running'}
              onClick={() => void printing.start(kind)}
            >
              {kind.toUpperCase()}
            </Button>
          ))}
        {(state === 'draft' || state === 'approved') && may('competence.enter') && (
          <ConfirmAct
            label={say('competence.disclosure.withdraw')}
            question={say('competence.disclosure.withdraw-ask', { number })}
            onConfirm={() => void withdraw.run(undefined)}
          />
        )}
      </div>
      {printing.task.state === 'done' && (
        <>
          <a href={downloadAddress(printing.task.result.download)} download={printing.task.result.fileName}>
            {printing.task.result.fileName}
          </a>{' '}
          <SendLink {...printing.task.result} />
        </>
      )}
      {printing.task.state === 'refused' && (
        <TroubleNote trouble={printing.task.trouble} onClose={printing.dismiss} />
      )}
      <TroubleNote trouble={hand.trouble ?? withdraw.trouble} />
    </>
  )
}

function useColumns(): readonly RecordColumn<Disclosure>[] {
  const say = useSay()
  return [
    { key: 'number', width: 120, title: say('competence.training.number'), text: ({ number }) => number },
    { key: 'title', width: 260, title: say('competence.disclosure.title'), text: ({ title }) => title },
    {
      key: 'recipient',
      width: 160,
      title: say('competence.disclosure.recipient'),
      text: ({ recipient }) => recipient,
    },
    {
      key: 'secrecy',
      width: 90,
      title: say('competence.field.secrecy'),
      text: ({ secrecy }) => say(`competence.secrecy.${secrecy}`),
      choices: true,
    },
    {
      key: 'state',
      width: 110,
      title: say('competence.field.state'),
      text: ({ state }) => say(`competence.disclosure.state.${state}`),
      cell: ({ state }) => (
        <StateTag tone={tones[state]} text={say(`competence.disclosure.state.${state}`)} />
      ),
      choices: true,
    },
  ]
}
