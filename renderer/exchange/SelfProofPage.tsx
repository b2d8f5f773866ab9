import { Button } from 'antd'

import { agrees, type SelfProof } from '#shared/exchange/self-proof'
import { dataRows, selfProofWords } from '#shared/exchange/self-proof-paper'

import { api } from '../kernel/api.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { downloadAddress } from '../kernel/upload.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FactTable } from '../ui/FactTable.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { Diagnostics } from './Diagnostics.tsx'

/** One button that computes all published cases on this machine and checks all that the data folder holds. */
export function SelfProofPage() {
  const say = useSay()
  const proving = useTask((_: null, signal: AbortSignal) =>
    api.exchange.proveSelf({ language: say.language }, { signal }),
  )
  const { task } = proving
  const begin = (
    <Button type="primary" icon={<Icon name="shield" />} onClick={() => void proving.start(null)}>
      {say('exchange.self-proof.begin')}
    </Button>
  )
  const made = task.state === 'done' ? task.result : null
  return (
    <PageFrame
      title={say('exchange.self-proof')}
      purpose={say('exchange.self-proof.purpose')}
      action={made ? begin : undefined}
    >
      {task.state === 'idle' && (
        <EmptyState
          icon="shield"
          title={say('exchange.self-proof')}
          why={say('exchange.self-proof.why')}
          action={begin}
        />
      )}
      <TaskPanel running={proving} title={say('exchange.self-proof.running')} />
      {made && <Sheet proof={made.proof} download={made.sheet} />}
      <Diagnostics />
    </PageFrame>
  )
}

interface SheetProps {
  readonly proof: SelfProof
  readonly download: { readonly download: string; readonly fileName: string }
}
function Sheet({ proof, download }: SheetProps) {
  const say = useSay()
  const isGood = agrees(proof)
  return (
    <>
      <section className="paper" aria-label={say('exchange.self-proof.result')} role="status">
        <FactTable
          facts={[
            {
              name: say('exchange.self-proof.result'),
              value: (
                <StateTag
                  tone={isGood ? 'good' : 'stop'}
                  text={say(isGood ? 'exchange.self-proof.agrees' : 'exchange.self-proof.differs')}
                />
              ),
            },
            { name: say('exchange.self-proof.at'), value: localTime(proof.at) },
            { name: say('exchange.self-proof.program'), value: proof.program },
            { name: say('exchange.self-proof.machine'), value: proof.machine },
          ]}
        />
        <Button
          icon={<Icon name="export" />}
          href={downloadAddress(download.download)}
          download={download.fileName}
        >
          {say('exchange.self-proof.sheet')}
        </Button>
      </section>
      {proof.data && <DataChecks data={proof.data} />}
      <Cases proof={proof} />
    </>
  )
}

function DataChecks({ data }: { readonly data: NonNullable<SelfProof['data']> }) {
  const say = useSay()
  return (
    <section className="paper" aria-label={say('exchange.self-proof.data')}>
      <h2>{say('exchange.self-proof.data')}</h2>
      <FactTable
        facts={dataRows(data, selfProofWords(say.language)).map(({ what, found, tone }) => ({
          name: what,
          value: <StateTag tone={tone} text={found} />,
        }))}
      />
    </section>
  )
}

function Cases({ proof: { cases } }: { readonly proof: SelfProof }) {
  const say = useSay()
  return (
    <section className="paper" aria-label={say('exchange.self-proof.cases')}>
      <h2>{say('exchange.self-proof.cases')}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('exchange.self-proof.case')}</th>
            <th scope="col">{say('exchange.self-proof.source')}</th>
            <th scope="col" className="number">
              {say('exchange.self-proof.compared')}
            </th>
            <th scope="col" className="number">
              {say('exchange.self-proof.differing')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cases.map(({ name, source, compared, wrong }) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{source}</td>
              <td className="number">{compared}</td>
              <td className="number">{wrong.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {cases
        .flatMap(({ wrong }) => wrong)
        .map((figure) => (
          <p key={`${figure.document} ${figure.of}`}>
            {say('exchange.self-proof.wrong', {
              ...figure,
              computed: figure.computed ?? say('exchange.self-proof.nothing'),
            })}
          </p>
        ))}
    </section>
  )
}
