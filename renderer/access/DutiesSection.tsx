import { Alert } from 'antd'
import { Link } from 'react-router'

import { duties } from '#shared/access/duties'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { procedureWord } from '../kernel/trail-word.ts'
import { StateTag } from '../ui/StateTag.tsx'

const tones = { refuse: 'stop', justify: 'warn', notice: 'info' } as const

/** Every rule that keeps two acts in two pairs of hands, as the program enforces it. */
export function DutiesSection() {
  const say = useSay()
  const may = useMay()
  const { data: staff } = useAsk(['access', 'staff'], () => api.access.staff({}))
  const isAlone = staff?.filter(({ userId }) => userId !== null).length === 1
  return (
    <>
      {staff && (
        <Alert
          type={isAlone ? 'warning' : 'info'}
          showIcon
          title={say(isAlone ? 'access.duties.alone' : 'access.duties.two')}
        />
      )}
      <div className="paper">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('access.duties.what')}</th>
              <th scope="col">{say('access.duties.acts')}</th>
              <th scope="col">{say('access.duties.clause')}</th>
              <th scope="col">{say('access.duties.effect')}</th>
            </tr>
          </thead>
          <tbody>
            {Object.values(duties).map(({ key, procedures, clause, effect }) => (
              <tr key={key}>
                <td>{say(`access.duty.${key}`)}</td>
                <td>{procedures.map((each) => procedureWord(say, each)).join(' · ') || '—'}</td>
                <td>{clause}</td>
                <td>
                  <StateTag tone={tones[effect]} text={say(`access.duties.effect.${effect}`)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {may('access.read') && (
        <p>
          <Link to="/access/audit?text=access.alone">{say('access.duties.seen')}</Link>
        </p>
      )}
    </>
  )
}
