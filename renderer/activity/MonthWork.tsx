import { Button, Input } from 'antd'
import { useId } from 'react'

import type { Finding } from '#shared/kernel/finding'
import { endOf } from '#shared/kernel/period'
import { parameterId, type ParameterId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { FindingList } from '../ui/FindingList.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { pathOfCell, textOrNull } from './entry-draft.ts'
import { RecordDeviation } from './RecordDeviation.tsx'
import { useWho } from './use-who.ts'

interface MonthWorkProps {
  readonly facility: NodeId
  readonly month: string
}

/** The check list of one month, and the act that closes or reopens it. */
export function MonthWork({ facility, month }: MonthWorkProps) {
  const say = useSay()
  const go = useGo()
  const at = { facility, month }
  const asked = useAsk(['activity', 'month-status', facility, month], () => api.activity.monthStatus(at), {
    also: ['monitoring', 'accounting'],
  })
  const status = asked.data
  return (
    <section className="paper activity-work" aria-labelledby="activity-month">
      <h2 id="activity-month">{say('activity.months.check-list', { month })}</h2>
      <TroubleNote trouble={asked.error} />
      {status?.seal && <Sealed {...at} seal={status.seal} />}
      {status && !status.seal && (
        <>
          <p className="page-purpose">
            {say('activity.months.summary', {
              readings: status.readings,
              blocking: status.blocking,
              others: status.findings.length - status.blocking,
            })}
          </p>
          {status.openBefore.length > 0 && (
            <StateTag
              tone="stop"
              text={say('activity.months.open-before', { months: status.openBefore.join(', ') })}
            />
          )}
          <FindingList
            findings={status.findings}
            onOpen={(finding) => go(pathOf(finding, facility))}
            actOf={(finding) =>
              isOfPlan(finding) && (
                <RecordDeviation
                  finding={finding}
                  words={say.of(finding)}
                  facility={facility}
                  period={month}
                  parameters={parametersIn(finding)}
                />
              )
            }
          />
          <SealForm
            {...at}
            remarks={status.findings.length - status.blocking}
            isReady={status.blocking === 0 && status.openBefore.length === 0 && status.readings > 0}
          />
        </>
      )}
    </section>
  )
}

/** Whether meters or the monitoring plan speak: practice that leaves the plan is a deviation. */
function isOfPlan({ code }: Finding): boolean {
  return /^activity\.(uncalibrated|not-in-plan|fewer-than-planned|planned-but-gone)/.test(code)
}
function parametersIn({ where }: Finding): ParameterId[] {
  const parsed = parameterId.safeParse(where.split('/')[0])
  return parsed.success ? [parsed.data] : []
}

/** A finding about a cell leads to it, one about a file to the imports, any other to the accounts. */
function pathOf({ code, where }: Finding, facility: NodeId): string {
  if (code === 'activity.rows-unsettled') return '/activity/import'
  return /^[0-9a-f-]{36}\/\d{4}(-\d{2})?$/.test(where) ? pathOfCell(where, facility) : '/accounting'
}

interface SealFormProps extends MonthWorkProps {
  readonly remarks: number
  readonly isReady: boolean
}

function SealForm({ facility, month, remarks, isReady }: SealFormProps) {
  const say = useSay()
  const may = useMay()
  const id = useId()
  const reason = useDraft(`activity/months/${facility}/${month}`, '')
  const seal = useCommand(() => api.activity.seal({ facility, month, reason: textOrNull(reason.value) }))
  const close = async () => {
    if (await seal.run(undefined)) await reason.settled()
  }
  if (!may('activity.approve')) return <p className="page-purpose">{say('activity.months.who-seals')}</p>
  const needsReason = remarks > 0 && reason.value.trim() === ''
  return (
    <div className="activity-form">
      {remarks > 0 && (
        <>
          <label htmlFor={id}>{say('activity.months.acknowledge', { count: remarks })}</label>
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={1000}
            value={reason.value}
            onChange={({ target }) => reason.change(target.value)}
          />
        </>
      )}
      <TroubleNote trouble={seal.trouble} onClose={seal.forget} />
      <div className="page-acts">
        <Button
          type="primary"
          icon={<Icon name="lock" />}
          disabled={!isReady || needsReason}
          loading={seal.busy}
          onClick={() => void close()}
        >
          {say('activity.months.seal', { month })}
        </Button>
        <span className="page-purpose">
          {say(isReady ? 'activity.months.seal-how' : 'activity.months.not-ready', { to: endOf(month) })}
        </span>
      </div>
    </div>
  )
}

interface SealedProps extends MonthWorkProps {
  readonly seal: {
    readonly hash: string
    readonly readings: number
    readonly reason: string | null
    readonly sealedBy: string | null
    readonly sealedAt: string
  }
}

function Sealed({ facility, month, seal }: SealedProps) {
  const say = useSay()
  const may = useMay()
  const who = useWho()
  const reopen = useCommand((reason: string) => api.activity.reopen({ facility, month, reason }))
  return (
    <>
      <StateTag
        tone="good"
        icon="lock"
        text={say('activity.months.sealed-by', {
          name: who(seal.sealedBy),
          at: localTime(seal.sealedAt),
          count: seal.readings,
        })}
      />
      {seal.reason !== null && <p>{say('activity.detail.because', { reason: seal.reason })}</p>}
      <code className="evidence-hash">SHA-256 {seal.hash}</code>
      <TroubleNote trouble={reopen.trouble} onClose={reopen.forget} />
      {may('activity.approve') && (
        <div className="page-acts">
          <ConfirmAct
            label={say('activity.months.reopen', { month })}
            question={say('activity.months.reopen.question', { month })}
            reasonLabel={say('activity.reason')}
            onConfirm={(reason) => void reopen.run(reason)}
            button={{ loading: reopen.busy, icon: <Icon name="unlock" /> }}
          />
        </div>
      )}
    </>
  )
}
