import { Button, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'

import type { MeterRecord } from '#shared/monitoring/meter'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** A new meter takes the place of this one on a day; it begins with the same facts and measures the same. */
export function MeterExchange({ record }: { readonly record: MeterRecord }) {
  const say = useSay()
  const go = useGo()
  const id = useId()
  const { meter } = record
  const [isOpen, setOpen] = useState(false)
  const draft = useDraft(`monitoring/meters/${meter.id}/exchange`, { tag: '', on: '' })
  const exchange = useCommand(() => {
    const {
      id: _id,
      replaces: _r,
      changedBy: _b,
      changedAt: _a,
      installedOn: _i,
      removedOn: _o,
      ...facts
    } = meter
    return api.monitoring.exchangeMeter({
      id: meter.id,
      on: draft.value.on,
      next: { ...facts, tag: draft.value.tag },
    })
  })
  const finish = async () => {
    const made = await exchange.run(undefined)
    if (!made) return
    await draft.settled()
    go(`/monitoring/meters/${made.meter.id}`)
  }
  if (!isOpen && draft.restoredAt === null)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{say('monitoring.meter.exchange')}</Button>
      </div>
    )
  return (
    <section className="paper" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('monitoring.meter.exchange')}</h2>
      <DraftNote draft={draft} />
      <p className="page-purpose">{say('monitoring.meter.exchange-how')}</p>
      <form
        className="monitoring-fill"
        onSubmit={(event) => {
          event.preventDefault()
          void finish()
        }}
      >
        <label htmlFor={`${id}-tag`}>{say('monitoring.meter.exchange-tag')}</label>
        <Input
          id={`${id}-tag`}
          maxLength={300}
          style={{ width: 160 }}
          value={draft.value.tag}
          onChange={({ target }) => draft.change({ ...draft.value, tag: target.value })}
        />
        <label htmlFor={`${id}-on`}>{say('monitoring.meter.exchange-on')}</label>
        <DatePicker
          id={`${id}-on`}
          value={draft.value.on === '' ? null : dayjs(draft.value.on)}
          onChange={(day) => draft.change({ ...draft.value, on: day ? day.format('YYYY-MM-DD') : '' })}
        />
        <Button
          type="primary"
          htmlType="submit"
          loading={exchange.busy}
          disabled={draft.value.tag.trim() === '' || draft.value.on === ''}
        >
          {say('monitoring.meter.exchange')}
        </Button>
        <Button onClick={() => setOpen(false)}>{say('monitoring.leave')}</Button>
      </form>
      <TroubleNote trouble={exchange.trouble} onClose={exchange.forget} />
    </section>
  )
}
