import { Button } from 'antd'
import { useState } from 'react'

import type { KnownTree } from '#shared/compliance/conformity-contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { AddTree } from './AddTree.tsx'
import { TreeChanges } from './TreeChanges.tsx'
import { useTrees } from './use-conformity.ts'

/** Editions of the standard and what is used beside it; a change is looked at before it is made. */
export function TreesPage() {
  const say = useSay()
  const may = useMay()
  const { data: trees = [], error } = useTrees()
  const [looked, setLooked] = useState<KnownTree | null>(null)
  const adopt = useCommand(({ id, edition }: KnownTree) => api.compliance.adoptTree({ tree: id, edition }))
  const aside = useCommand(({ id }: KnownTree) => api.compliance.setTreeAside({ tree: id }))
  return (
    <PageFrame title={say('compliance.trees')} purpose={say('compliance.trees.purpose')}>
      <TroubleNote trouble={error ?? adopt.trouble ?? aside.trouble} />
      <section className="paper" aria-label={say('compliance.trees')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('compliance.trees.title')}</th>
              <th scope="col">{say('compliance.trees.document')}</th>
              <th scope="col">{say('compliance.trees.edition')}</th>
              <th scope="col" className="right">
                {say('compliance.trees.count')}
              </th>
              <th scope="col">{say('compliance.trees.origin')}</th>
              <th scope="col">{say('compliance.row.state')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {trees.map((tree) => (
              <tr key={`${tree.id} ${tree.edition}`}>
                <td>
                  {tree.title[say.language]}
                  {tree.note && <span className="compliance-note">{tree.note[say.language]}</span>}
                </td>
                <td>{tree.document}</td>
                <td>{tree.edition}</td>
                <td className="right number">{tree.requirements}</td>
                <td>{say(`compliance.trees.origin.${tree.origin}`)}</td>
                <td>
                  <StateTag
                    tone={tree.isInUse ? 'good' : 'quiet'}
                    text={say(`compliance.trees.${tree.isInUse ? 'in-use' : 'not-in-use'}`)}
                  />
                </td>
                <td className="right">
                  {!tree.isInUse && (
                    <Button size="small" onClick={() => setLooked(tree)}>
                      {say('compliance.trees.changes')}
                    </Button>
                  )}
                  {tree.isInUse && !tree.isStandard && may('compliance.manage') && (
                    <ConfirmAct
                      label={say('compliance.trees.aside')}
                      question={say('compliance.trees.aside-question')}
                      button={{ size: 'small' }}
                      onConfirm={() => void aside.run(tree)}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {looked && (
        <TreeChanges
          key={`${looked.id} ${looked.edition}`}
          tree={looked}
          onLeave={() => setLooked(null)}
          {...(may('compliance.manage') && {
            onUse: () => void adopt.run(looked).then((done) => done && setLooked(null)),
          })}
        />
      )}
      {may('compliance.manage') && <AddTree />}
    </PageFrame>
  )
}
