import { Button } from 'antd'

import type { Month } from '#shared/kernel/period'
import type { SourceId } from '#shared/monitoring/model'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { FindingList } from '../ui/FindingList.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

type Found = Awaited<ReturnType<typeof api.activity.laboratory>>

interface LabResultsProps {
  readonly source: SourceId
  readonly month: Month
  readonly found: Found
  /** Something typed is not saved yet. */
  readonly isDirty: boolean
}

/** What the samples come to as received, their weighted means, what is odd, and the act that makes readings of them. */
export function LabResults({ source, month, found, isDirty }: LabResultsProps) {
  const say = useSay()
  const may = useMay()
  const { samples, findings, weighting, ready, means } = found
  const post = useCommand(() => api.activity.postLaboratory({ source, month }), {
    undo: ({ act }) => ({
      done: { code: 'activity.lab.did-post' },
      undo: () => api.activity.undo({ act, reason: null }),
    }),
  })
  if (samples.length === 0) return null
  const isPosted = samples.some((sample) => sample.isPosted)
  return (
    <section className="paper activity-form" aria-labelledby="activity-lab-results">
      <h2 id="activity-lab-results">{say('activity.lab.results')}</h2>
      <Received samples={samples} />
      <h3>{say('activity.lab.means', { month })}</h3>
      {means.length === 0 ? (
        <p className="page-purpose">{say('activity.lab.mean.none')}</p>
      ) : (
        <>
          <StateTag
            tone={weighting === 'none' ? 'warn' : 'info'}
            text={say(`activity.lab.weighting.${weighting}`)}
          />
          <Means means={means} />
        </>
      )}
      <h3>{say('activity.lab.findings')}</h3>
      {findings.length === 0 ? (
        <p className="page-purpose">{say('activity.lab.findings.none')}</p>
      ) : (
        <FindingList findings={findings} />
      )}
      <TroubleNote trouble={post.trouble} onClose={post.forget} />
      {may('activity.enter') && !isPosted && means.length > 0 && (
        <div className="page-acts">
          <Button
            type="primary"
            disabled={isDirty || ready === 0 || weighting === 'none'}
            loading={post.busy}
            onClick={() => void post.run(undefined)}
          >
            {say('activity.lab.post', { count: ready })}
          </Button>
        </div>
      )}
    </section>
  )
}

function Received({ samples }: Pick<Found, 'samples'>) {
  const say = useSay()
  return (
    <table className="activity-table">
      <thead>
        <tr>
          <th scope="col">{say('activity.lab.column.number')}</th>
          <th scope="col" className="number">
            Qnet,ar
          </th>
          <th scope="col" className="number">
            C,ar
          </th>
          <th scope="col" className="number">
            C/Q
          </th>
          <th scope="col">{say('activity.lab.report')}</th>
          <th scope="col">{say('activity.lab.state')}</th>
        </tr>
      </thead>
      <tbody>
        {samples.map(({ id, number, received, reportNo, sha256, isPosted }) => (
          <tr key={id}>
            <td>{number}</td>
            <td className="number">
              <NumberText value={received.netHeat} unit="GJ/t" decimals={3} />
            </td>
            <td className="number">
              <NumberText value={received.carbon} unit="%" decimals={2} />
            </td>
            <td className="number">
              <NumberText value={received.carbonPerHeat} unit="tC/GJ" decimals={5} />
            </td>
            <td>
              {reportNo ?? ''}{' '}
              {sha256 !== null && <StateTag tone="good" icon="evidence" text={say('activity.lab.report')} />}
            </td>
            <td>
              <StateTag
                tone={isPosted ? 'good' : 'quiet'}
                text={say(isPosted ? 'activity.lab.state.posted' : 'activity.lab.state.saved')}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Means({ means }: Pick<Found, 'means'>) {
  const say = useSay()
  return (
    <table className="activity-table">
      <thead>
        <tr>
          <th scope="col">{say('activity.lab.mean.parameter')}</th>
          <th scope="col" className="number">
            {say('activity.lab.mean.value')}
          </th>
          <th scope="col" className="number">
            {say('activity.lab.mean.samples')}
          </th>
        </tr>
      </thead>
      <tbody>
        {means.map(({ parameter, name, unit, value, samples }) => (
          <tr key={parameter}>
            <td>{name}</td>
            <td className="number">
              <NumberText value={value} unit={unit} decimals={5} />
            </td>
            <td className="number">{samples}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
