import type { ActId, Reading, ReadingId } from '#shared/activity/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

type Kind = 'check' | 'approve' | 'send-back' | 'withdraw'
interface Asked {
  readonly kind: Kind
  readonly readings: ReadingId[]
  readonly reason: string
}

/** What can be done with all readings of a cell that count: check, approve, send back, withdraw. */
export function ReadingActs({ readings }: { readonly readings: readonly Reading[] }) {
  const say = useSay()
  const may = useMay()
  const act = useCommand<Asked, { readonly act: ActId }>(run, {
    undo: ({ act: id }, { kind, readings: { length: count } }) =>
      kind === 'withdraw'
        ? {
            done: { code: 'activity.did-withdraw', facts: { count } },
            undo: () => api.activity.undo({ act: id, reason: null }),
          }
        : null,
  })
  const live = readings.filter((reading) => reading.live)
  const idsIn = (state: Reading['state']) => live.filter((each) => each.state === state).map(({ id }) => id)
  const all = live.map(({ id }) => id)
  const offers: readonly {
    readonly kind: Kind
    readonly readings: ReadingId[]
    readonly mayDo: boolean
    readonly needsReason: boolean
  }[] = [
    { kind: 'check', readings: idsIn('submitted'), mayDo: may('activity.check'), needsReason: false },
    { kind: 'approve', readings: idsIn('checked'), mayDo: may('activity.approve'), needsReason: false },
    { kind: 'send-back', readings: all, mayDo: may('activity.check'), needsReason: true },
    { kind: 'withdraw', readings: all, mayDo: may('activity.enter'), needsReason: true },
  ]
  return (
    <>
      <div className="activity-bar">
        {offers
          .filter(({ mayDo, readings: { length } }) => mayDo && length > 0)
          .map(({ kind, readings: ids, needsReason }) => (
            <ConfirmAct
              key={kind}
              label={say(`activity.act.${kind}`, { count: ids.length })}
              question={say(`activity.act.${kind}.question`, { count: ids.length })}
              reasonLabel={say(needsReason ? 'activity.reason' : 'activity.review.alone')}
              isReasonOptional={!needsReason}
              onConfirm={(reason) => void act.run({ kind, readings: ids, reason })}
              button={{ loading: act.busy }}
            />
          ))}
      </div>
      <TroubleNote trouble={act.trouble} onClose={act.forget} />
    </>
  )
}

function run({ kind, readings, reason }: Asked): Promise<{ readonly act: ActId }> {
  const select = { by: 'readings', readings } as const
  const why = reason === '' ? null : reason
  switch (kind) {
    case 'check':
      return api.activity.check({ select, reason: why })
    case 'approve':
      return api.activity.approve({ select, reason: why })
    case 'send-back':
      return api.activity.sendBack({ select, reason })
    case 'withdraw':
      return api.activity.withdraw({ readings, reason })
  }
}
