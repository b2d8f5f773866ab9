import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'

import { addDays, type Lapse, lapsesOf } from '#shared/monitoring/calibration'
import type { MeterRecord, SettlementKind } from '#shared/monitoring/meter'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useToday } from './use-today.ts'

/** Times without valid calibration, the newest first, each with the emission it touches and how it was settled. */
export function MeterLapses({ record }: { readonly record: MeterRecord }) {
  const say = useSay()
  const today = useToday()
  const lapses = lapsesOf(record, today).toReversed()
  return (
    <section className="paper" aria-labelledby="meter-lapses">
      <h2 id="meter-lapses">{say('monitoring.lapses')}</h2>
      {lapses.length === 0 && <StateTag tone="good" text={say('monitoring.lapses.none')} />}
      {lapses.map((lapse) => (
        <OneLapse key={`${lapse.from} ${lapse.settlement}`} record={record} lapse={lapse} />
      ))}
    </section>
  )
}

interface LapseProps {
  readonly record: MeterRecord
  readonly lapse: Lapse
}

function OneLapse({ record, lapse }: LapseProps) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const settlement = record.settlements.find(({ id }) => id === lapse.settlement)
  const years = [...new Set([lapse.from.slice(0, 4), addDays(lapse.to, -1).slice(0, 4)])]
  return (
    <div className="monitoring-lapse">
      <div className="page-acts">
        <strong>
          {lapse.from} – {addDays(lapse.to, -1)}
        </strong>
        <span>{say(`monitoring.lapse.cause.${lapse.cause}`)}</span>
        {settlement ? (
          <>
            <StateTag
              tone="good"
              text={say('monitoring.settle.done', {
                kind: say(`monitoring.settle.${settlement.kind}`),
                reason: settlement.reason,
              })}
            />
            {may('monitoring.check') && <TakeBack id={settlement.id} />}
          </>
        ) : (
          <>
            <StateTag tone="stop" text={say('monitoring.lapse.open')} />
            {may('monitoring.check') && !isOpen && (
              <Button size="small" onClick={() => setOpen(true)}>
                {say('monitoring.lapse.settle')}
              </Button>
            )}
          </>
        )}
      </div>
      {!settlement && years.map((year) => <Effect key={year} lapse={lapse} year={Number(year)} />)}
      {isOpen && !settlement && <Settle record={record} lapse={lapse} onDone={() => setOpen(false)} />}
    </div>
  )
}

/** The emission of the months that hold such readings, and their share of the year's total. */
function Effect({ lapse, year }: { readonly lapse: Lapse; readonly year: number }) {
  const say = useSay()
  const may = useMay()
  const asked = useAsk(
    ['accounting', 'standing', year],
    () => api.accounting.standingOfYear({ year, facility: null }),
    { also: ['monitoring', 'activity', 'organization'], enabled: may('accounting.read') },
  )
  const touched = (asked.data?.uncalibrated ?? []).filter(
    ({ meter, from, to }) => meter === lapse.meter && from < lapse.to && lapse.from < to,
  )
  return touched.map(({ from, emission, share, parts }) => (
    <p key={from} className="page-purpose">
      {year} · {say('monitoring.lapse.effect')} <NumberText value={emission} decimals={2} /> ·{' '}
      {say('monitoring.lapse.share')} <NumberText value={share} decimals={2} /> ·{' '}
      {parts.map(({ name, months }) => `${name} ${months.join(' ')}`).join('; ')}
    </p>
  ))
}

function TakeBack({ id }: { readonly id: MeterRecord['settlements'][number]['id'] }) {
  const say = useSay()
  const back = useCommand((reason: string) => api.monitoring.withdrawSettlement({ id, reason }))
  return (
    <>
      <ConfirmAct
        label={say('monitoring.settle.undo')}
        question={say('monitoring.settle.undo-ask')}
        reasonLabel={say('monitoring.settle.reason')}
        button={{ size: 'small', loading: back.busy }}
        onConfirm={(reason) => void back.run(reason)}
      />
      <TroubleNote trouble={back.trouble} onClose={back.forget} />
    </>
  )
}

interface Typed {
  readonly kind: SettlementKind
  readonly certificate: string | null
  readonly factor: string
  readonly reason: string
}

/** Settles a time by proof, by a correction of the data, or by recording that a conservative value was used. */
function Settle({ record, lapse, onDone }: LapseProps & { readonly onDone: () => void }) {
  const say = useSay()
  const may = useMay()
  const id = useId()
  const proofs = record.certificates.filter(
    ({ withdrawnAt, calibratedOn, result }) =>
      withdrawnAt === null && calibratedOn >= lapse.to && result === 'within-limits',
  )
  const canProve = proofs.length > 0 && (lapse.cause === 'overdue' || lapse.cause === 'none-yet')
  const kinds = [
    ...(canProve ? (['proven'] as const) : []),
    ...(may('activity.enter') ? (['corrected'] as const) : []),
    'conservative' as const,
  ]
  const draft = useDraft<Typed>(`monitoring/meters/${record.meter.id}/settle/${lapse.from}`, {
    kind: kinds[0] ?? 'conservative',
    certificate: proofs[0]?.id ?? null,
    factor: '',
    reason: '',
  })
  const { kind, certificate, factor, reason } = draft.value
  const write = (part: Partial<Typed>) => draft.change({ ...draft.value, ...part })
  const settle = useCommand(async (): Promise<unknown> => {
    const { meter, from, to } = lapse
    const at = { meter, from, to, reason }
    if (kind === 'corrected') return api.activity.correctByMeter({ ...at, factor: factor.trim() })
    const proof = proofs.find((each) => each.id === certificate)
    return api.monitoring.settleLapse({
      ...at,
      how: kind === 'proven' && proof ? { kind, certificate: proof.id } : { kind: 'conservative' },
    })
  })
  const finish = async () => {
    if (!(await settle.run(undefined))) return
    await draft.settled()
    onDone()
  }
  return (
    <form
      className="monitoring-settle"
      onSubmit={(event) => {
        event.preventDefault()
        void finish()
      }}
    >
      <DraftNote draft={draft} />
      <label htmlFor={`${id}-kind`}>{say('monitoring.settle.kind')}</label>
      <Select
        id={`${id}-kind`}
        value={kind}
        options={kinds.map((value) => ({ value, label: say(`monitoring.settle.${value}`) }))}
        onChange={(next: SettlementKind) => write({ kind: next })}
      />
      {kind === 'proven' && (
        <>
          <label htmlFor={`${id}-proof`}>{say('monitoring.settle.certificate')}</label>
          <Select
            id={`${id}-proof`}
            value={certificate}
            options={proofs.map((each) => ({
              value: each.id,
              label: `${each.number} · ${each.calibratedOn}`,
            }))}
            onChange={(next: string) => write({ certificate: next })}
          />
        </>
      )}
      {kind === 'corrected' && (
        <>
          <label htmlFor={`${id}-factor`}>{say('monitoring.settle.factor')}</label>
          <Input
            id={`${id}-factor`}
            inputMode="decimal"
            maxLength={20}
            value={factor}
            onChange={({ target }) => write({ factor: target.value })}
          />
          <span className="page-purpose monitoring-wide">{say('monitoring.settle.factor-how')}</span>
        </>
      )}
      {kind === 'conservative' && (
        <span className="page-purpose monitoring-wide">{say('monitoring.settle.conservative-how')}</span>
      )}
      <label htmlFor={`${id}-reason`}>{say('monitoring.settle.reason')}</label>
      <Input.TextArea
        id={`${id}-reason`}
        rows={2}
        maxLength={1000}
        value={reason}
        onChange={({ target }) => write({ reason: target.value })}
      />
      <div className="page-acts monitoring-wide">
        <Button
          type="primary"
          htmlType="submit"
          loading={settle.busy}
          disabled={reason.trim() === '' || (kind === 'corrected' && !/^\d+(\.\d+)?$/.test(factor.trim()))}
        >
          {say('monitoring.settle.act')}
        </Button>
        <Button onClick={onDone}>{say('monitoring.leave')}</Button>
      </div>
      <div className="monitoring-wide">
        <TroubleNote trouble={settle.trouble} onClose={settle.forget} />
      </div>
    </form>
  )
}
