import { Button } from 'antd'

import type { AuditId } from '#shared/audits/audit'
import type { Verdict } from '#shared/audits/checklist'
import type { ShownAudit } from '#shared/audits/contract'
import type { Clash } from '#shared/audits/package'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { OpenForm, SealForm } from '../kernel/SealedFile.tsx'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { trailTime } from '../kernel/trail-word.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { MakePackage } from './MakePackage.tsx'

/** An audit on its way to a laptop and back. */
export function PackageTab({ known }: { readonly known: ShownAudit }) {
  const may = useMay()
  const { id, state } = known.audit
  const { data: visiting, error } = useAsk(['audits', 'visiting', id], () =>
    api.audits.visiting({ audit: id }),
  )
  if (error) return <TroubleNote trouble={error} />
  const isOpen = state === 'approved' || state === 'running'
  return (
    <div className="audits-package">
      {visiting && <ReturnResult id={id} />}
      {visiting === null && isOpen && may('audits.check') && (
        <>
          <MakePackage known={known} />
          <MergeResult />
        </>
      )}
      <Clashes id={id} />
      <Packages id={id} />
    </div>
  )
}

function ReturnResult({ id }: { readonly id: AuditId }) {
  const say = useSay()
  const making = useTask((passphrase: string, signal) =>
    api.audits.returnPackage({ audit: id, passphrase }, { signal }),
  )
  return (
    <section className="paper" aria-label={say('audits.package.return')}>
      <h2>{say('audits.package.visiting')}</h2>
      <p className="page-purpose">{say('audits.package.visiting-why')}</p>
      <SealForm running={making} act={say('audits.package.return')} />
    </section>
  )
}

function MergeResult() {
  const say = useSay()
  const merging = useTask((given: { readonly upload: string; readonly passphrase: string }, signal) =>
    api.audits.mergePackage(given, { signal }),
  )
  const { task } = merging
  return (
    <section className="paper" aria-label={say('audits.package.merge')}>
      <h2>{say('audits.package.merge')}</h2>
      <OpenForm
        label={say('audits.package.choose-result')}
        accept=".tanbu-result"
        act={say('audits.package.merge')}
        running={merging}
      />
      {task.state === 'done' && (
        <p role="status">
          {task.result.isNew
            ? say('audits.package.merged', { taken: task.result.taken, clashes: task.result.clashes })
            : say('audits.package.merged-before')}
        </p>
      )}
    </section>
  )
}

/** What both sides wrote differently, the two beside each other; nothing is taken before somebody chooses. */
function Clashes({ id }: { readonly id: AuditId }) {
  const say = useSay()
  const { data = [] } = useAsk(['audits', 'clashes', id], () => api.audits.clashes({ audit: id }))
  const choose = useCommand((choice: Parameters<typeof api.audits.choose>[0]) => api.audits.choose(choice))
  if (data.length === 0) return null
  return (
    <section className="paper" aria-label={say('audits.package.clashes')}>
      <h2>{say('audits.package.clashes')}</h2>
      <p className="page-purpose">{say('audits.package.clashes-why')}</p>
      <TroubleNote trouble={choose.trouble} onClose={choose.forget} />
      {data.map((clash) => (
        <article key={clash.id} className="audits-clash">
          <h3>
            {clash.requirement} · {say(`audits.package.field.${clash.field}`)}
          </h3>
          <p className="page-purpose">
            {say('audits.package.base')}: {worded(say, clash, clash.base)}
          </p>
          <div className="audits-clash-sides">
            {(['ours', 'theirs'] as const).map((side) => (
              <Side
                key={side}
                clash={clash}
                side={side}
                isBusy={choose.busy}
                onChoose={() => void choose.run({ id: clash.id, choice: side })}
              />
            ))}
          </div>
        </article>
      ))}
    </section>
  )
}

interface SideProps {
  readonly clash: Clash
  readonly side: 'ours' | 'theirs'
  readonly isBusy: boolean
  readonly onChoose: () => void
}
function Side({ clash, side, isBusy, onChoose }: SideProps) {
  const say = useSay()
  const may = useMay()
  const isOurs = side === 'ours'
  const [who, when] = isOurs ? [clash.oursBy, clash.oursAt] : [clash.theirsBy, clash.theirsAt]
  return (
    <div className={clash.choice === side ? 'audits-clash-side chosen' : 'audits-clash-side'}>
      <span className="page-purpose">
        {say(isOurs ? 'audits.package.ours' : 'audits.package.theirs')} · {who ?? '—'}
        {when && ` · ${trailTime(when)}`}
      </span>
      <p>{worded(say, clash, clash[side])}</p>
      {clash.choice === null && may('audits.check') && (
        <Button loading={isBusy} onClick={onChoose}>
          {say(isOurs ? 'audits.package.take-ours' : 'audits.package.take-theirs')}
        </Button>
      )}
    </div>
  )
}

function worded(say: Say, { field }: Clash, value: unknown): string {
  if (field === 'verdict' && typeof value === 'string') return say(`audits.verdict.${value as Verdict}`)
  if (Array.isArray(value))
    return value.map((each) => say.of({ code: `audits.basis.${String(each)}` })).join(say('audits.paper.and'))
  return typeof value === 'string' && value !== '' ? value : say('audits.package.empty')
}

function Packages({ id }: { readonly id: AuditId }) {
  const say = useSay()
  const { data = [] } = useAsk(['audits', 'packages', id], () => api.audits.packages({ audit: id }))
  return (
    <section className="paper" aria-label={say('audits.package.history')}>
      <h2>{say('audits.package.history')}</h2>
      {data.length === 0 && <p className="page-purpose">{say('audits.package.none')}</p>}
      <ul className="record-list">
        {data.map(
          ({ id: key, direction, auditorName, items, device, headSeq, headHash, taken, madeBy, madeAt }) => (
            <li key={key}>
              {say('audits.package.line', {
                direction: say(`audits.package.direction.${direction}`),
                name: auditorName === '' ? say('audits.package.for-all') : auditorName,
                items,
                device: device.slice(-8),
              })}
              {direction === 'merged' && ` · ${say('audits.package.merged-fields', { taken })}`}
              <span className="page-purpose">
                {madeBy} · {trailTime(madeAt)} · {say('audits.package.head', { seq: headSeq })}
              </span>
              <code className="evidence-hash">{headHash}</code>
            </li>
          ),
        )}
      </ul>
    </section>
  )
}
