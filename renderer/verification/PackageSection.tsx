import { Button } from 'antd'

import type { ShownCase } from '#shared/verification/contract'
import type { PackageRecord } from '#shared/verification/package-contract'

import { api } from '../kernel/api.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { SendLink } from '../kernel/SendLink.tsx'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { downloadAddress } from '../kernel/upload.ts'
import { useNames } from '../kernel/use-names.ts'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { sizeText } from '../ui/size-text.ts'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { textIn } from '../ui/typed.ts'
import { SampleSection } from './SampleSection.tsx'

/** Packages that were handed over, and the next one. */
export function PackageSection({ of }: { readonly of: ShownCase }) {
  const say = useSay()
  const may = useMay()
  return (
    <div className="verification-main">
      <section className="paper" aria-label={say('verification.package')}>
        <h2>{say('verification.package')}</h2>
        <p className="page-purpose">{say('verification.package.purpose')}</p>
        {of.packages.length === 0 ? (
          <p>{say('verification.package.none')}</p>
        ) : (
          <ul className="verification-packages">
            {of.packages.map((made) => (
              <Made key={made.id} made={made} />
            ))}
          </ul>
        )}
      </section>
      {of.inventory === null && <p>{say('verification.package.needs-frozen')}</p>}
      {of.inventory !== null && of.state !== 'cancelled' && may('verification.check') && <MakeForm of={of} />}
      {of.inventory !== null && <SampleSection of={of} />}
    </div>
  )
}

function Made({ made }: { readonly made: PackageRecord }) {
  const say = useSay()
  const names = useNames()
  return (
    <li>
      <Button size="small" href={downloadAddress(made.id)} download={made.fileName}>
        {made.fileName}
      </Button>{' '}
      <SendLink download={made.id} fileName={made.fileName} />{' '}
      <span className="page-purpose">
        {say('verification.package.files', { count: made.files, size: sizeText(made.size) })} ·{' '}
        {made.recipient} · {names.get(made.madeBy) ?? '—'} · {localTime(made.madeAt)}
      </span>
      <br />
      {say('verification.package.seal')} <code className="evidence-hash">{made.seal}</code>
    </li>
  )
}

function MakeForm({ of: { id } }: { readonly of: ShownCase }) {
  const say = useSay()
  const making = useTask((input: Parameters<typeof api.verification.makePackage>[0], signal) =>
    api.verification.makePackage(input, { signal }),
  )
  const fields: readonly Field[] = [
    { name: 'recipient', label: say('verification.package.recipient'), kind: 'text' },
    { name: 'purpose', label: say('verification.package.use'), kind: 'text' },
  ]
  const submit = async (typed: Typed) => {
    const made = await making.start({
      id,
      recipient: textIn(typed, 'recipient'),
      purpose: textIn(typed, 'purpose'),
    })
    return made !== null
  }
  return (
    <>
      <RecordForm
        title={say('verification.package.make')}
        draft={`verification/package/${id}`}
        initial={{ recipient: '', purpose: '' }}
        fields={fields}
        submit={say('verification.package.make')}
        onSubmit={submit}
        busy={making.task.state === 'running'}
        trouble={null}
      />
      <TaskPanel
        running={making}
        title={say('verification.package.make')}
        result={(made) => `${say('verification.package.made')}: ${made.fileName}`}
      />
    </>
  )
}
