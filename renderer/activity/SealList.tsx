import { Button } from 'antd'
import { useState } from 'react'

import type { SealId } from '#shared/activity/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useWho } from './use-who.ts'

type Seal = Awaited<ReturnType<typeof api.activity.seals>>[number]
type Verified = Awaited<ReturnType<typeof api.activity.verifySeal>>

/** Every seal that was made, those of reopened months too; each can be made again from the store and compared. */
export function SealList({ seals }: { readonly seals: readonly Seal[] }) {
  const say = useSay()
  const who = useWho()
  const verify = useCommand((id: SealId) => api.activity.verifySeal({ id }))
  const [verified, setVerified] = useState<Readonly<Record<string, Verified>>>({})
  const compare = async (id: SealId) => {
    const result = await verify.run(id)
    if (result) setVerified((before) => ({ ...before, [id]: result }))
  }
  if (seals.length === 0) return null
  return (
    <section className="paper" aria-labelledby="activity-seals">
      <h2 id="activity-seals">{say('activity.seals.title')}</h2>
      <p className="page-purpose">{say('activity.seals.purpose')}</p>
      <TroubleNote trouble={verify.trouble} onClose={verify.forget} />
      <ul className="activity-seals">
        {seals.map((seal) => (
          <li key={seal.id}>
            <div className="activity-bar">
              <span>{seal.month}</span>
              {seal.reopenedAt === null ? (
                <StateTag tone="good" icon="lock" text={say('activity.cell.sealed')} />
              ) : (
                <StateTag
                  tone="quiet"
                  icon="unlock"
                  text={say('activity.seals.reopened', {
                    name: who(seal.reopenedBy),
                    at: localTime(seal.reopenedAt),
                    reason: seal.reopenReason ?? '',
                  })}
                />
              )}
              <span className="unit">
                {say('activity.months.sealed-by', {
                  name: who(seal.sealedBy),
                  at: localTime(seal.sealedAt),
                  count: seal.readings,
                })}
              </span>
              <Button size="small" loading={verify.busy} onClick={() => void compare(seal.id)}>
                {say('activity.seals.verify', { month: seal.month })}
              </Button>
            </div>
            <SealCheck verified={verified[seal.id]} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SealCheck({ verified }: { readonly verified: Verified | undefined }) {
  const say = useSay()
  if (!verified) return null
  const { hash, now, isContentIntact, differences } = verified
  return (
    <div role="status" className="activity-check">
      {!isContentIntact && <StateTag tone="stop" text={say('activity.seals.content-altered')} />}
      {hash === now && isContentIntact && (
        <StateTag tone="good" text={say('activity.seals.same', { hash: hash.slice(0, 16) })} />
      )}
      {hash !== now && (
        <>
          <StateTag tone="warn" text={say('activity.seals.differs', { count: differences.length })} />
          <table className="activity-differences">
            <thead>
              <tr>
                <th scope="col">{say('activity.seals.what')}</th>
                <th scope="col">{say('activity.seals.name')}</th>
                <th scope="col">{say('activity.column.period')}</th>
                <th scope="col">{say('activity.seals.then')}</th>
                <th scope="col">{say('activity.seals.now')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((difference) => (
                <tr key={JSON.stringify(difference)}>
                  <td>
                    {say(`activity.seals.kind.${difference.kind}`)}{' '}
                    {say(`activity.seals.what.${difference.what}`)}
                  </td>
                  <td>{difference.name}</td>
                  <td>{difference.from ?? ''}</td>
                  <td>{difference.sealed ?? '—'}</td>
                  <td>{difference.now ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  )
}
