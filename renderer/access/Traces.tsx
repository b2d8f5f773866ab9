import { Button } from 'antd'

import type { Traces as Found } from '#shared/access/audit'
import type { Person } from '#shared/access/model'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { columnWord, tableWord } from '../kernel/trail-word.ts'
import { TaskPanel } from '../ui/TaskPanel.tsx'

/** Where a person's name stands in what others wrote, to be looked at before the person is taken out. */
export function Traces({ person }: { readonly person: Person['id'] }) {
  const say = useSay()
  const looking = useTask((id: Person['id'], signal: AbortSignal) => api.access.traces({ id }, { signal }))
  const { task } = looking
  const found: Found | null = task.state === 'done' ? task.result : null
  return (
    <>
      <p className="page-purpose">{say('access.traces.why')}</p>
      <div className="page-acts" style={{ marginBlock: 8 }}>
        <Button loading={task.state === 'running'} onClick={() => void looking.start(person)}>
          {say('access.traces')}
        </Button>
      </div>
      <TaskPanel running={looking} title={say('access.traces')} />
      {found && found.places.length === 0 && found.lines === 0 && <p>{say('access.traces.none')}</p>}
      {found && (found.places.length > 0 || found.lines > 0) && (
        <table className="plain-table" style={{ marginBlock: 12 }}>
          <thead>
            <tr>
              <th scope="col">{say('access.traces.where')}</th>
              <th scope="col" className="number">
                {say('access.traces.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.places.map(({ table, column, count }) => (
              <tr key={`${table}.${column}`}>
                <td>
                  {tableWord(say, table)} · {columnWord(say, table, column)}
                </td>
                <td className="number">{count}</td>
              </tr>
            ))}
            {found.lines > 0 && (
              <tr>
                <td>{say('access.traces.trail')}</td>
                <td className="number">{found.lines}</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
    </>
  )
}
