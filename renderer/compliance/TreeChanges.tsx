import { Button } from 'antd'

import type { KnownTree } from '#shared/compliance/conformity-contract'
import type { Requirement } from '#shared/compliance/tree'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** Rows that are shown; of more than these the count says. */
const shown = 300

interface TreeChangesProps {
  readonly tree: KnownTree
  readonly onUse?: () => void
  readonly onLeave: () => void
}

/** What an edition changes against the one in use, row by row, before it is taken up. */
export function TreeChanges({ tree, onUse, onLeave }: TreeChangesProps) {
  const say = useSay()
  const { id, edition } = tree
  const { data, error } = useAsk(['compliance', 'treeChanges', id, edition], () =>
    api.compliance.treeChanges({ tree: id, edition }),
  )
  const word = (row: Requirement | null) =>
    row ? `${say(`compliance.level.${row.level}`)} · ${row.text[say.language]}` : ''
  const title = say('compliance.trees.changes-of', { edition: `${tree.title[say.language]} ${edition}` })
  return (
    <section className="paper" aria-label={title}>
      <h2>{title}</h2>
      <TroubleNote trouble={error} />
      {data && (
        <>
          {data.from !== null && (
            <p>
              {data.changes.length === 0
                ? say('compliance.trees.changes-none')
                : say('compliance.trees.changes-sum', {
                    from: data.from,
                    count: data.changes.length,
                    rejudge: data.rejudge,
                  })}
            </p>
          )}
          <div className="page-acts">
            {onUse && (
              <Button type="primary" onClick={onUse}>
                {say('compliance.trees.use')}
              </Button>
            )}
            <Button onClick={onLeave}>{say('frame.close')}</Button>
          </div>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{say('compliance.row.id')}</th>
                <th scope="col">{say('compliance.trees.what')}</th>
                {data.from !== null && <th scope="col">{say('compliance.trees.before')}</th>}
                <th scope="col">{say('compliance.trees.after')}</th>
              </tr>
            </thead>
            <tbody>
              {data.changes.slice(0, shown).map((change) => (
                <tr key={`${change.id} ${change.after === null}`}>
                  <td className="number">{change.id}</td>
                  <td>
                    {change.changes
                      .map((each) => say(`compliance.trees.change.${each}`))
                      .join(say.language === 'zh' ? '、' : ', ')}
                  </td>
                  {data.from !== null && <td>{word(change.before)}</td>}
                  <td>{word(change.after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
