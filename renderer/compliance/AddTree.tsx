import { Form, Input } from 'antd'

import type { RowFault } from '#shared/compliance/conformity-contract'
import { treeHead } from '#shared/compliance/tree'

import { api } from '../kernel/api.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { UploadArea } from '../ui/UploadArea.tsx'

interface Head {
  readonly id: string
  readonly edition: string
  readonly title: string
  readonly document: string
}
const empty: Head = { id: '', edition: '', title: '', document: '' }
const names = ['id', 'edition', 'title', 'document'] as const
const labels = {
  id: 'compliance.trees.code',
  edition: 'compliance.trees.edition',
  title: 'compliance.trees.title',
  document: 'compliance.trees.document',
} as const

/** Brings in a tree from a file; with one fault nothing is taken, and every fault says in which row it is. */
export function AddTree() {
  const say = useSay()
  const draft = useDraft<Head>('compliance/trees/add', empty)
  const running = useTask((upload: string, signal) => {
    const { title, ...head } = draft.value
    const given = treeHead.safeParse({ ...head, title: { zh: title, en: title } })
    return api.compliance.addTree({ upload, head: given.success ? given.data : null }, { signal })
  })
  const bring = async (upload: string) => {
    const made = await running.start(upload)
    if (made?.tree) await draft.settled()
  }
  const result = running.task.state === 'done' ? running.task.result : null
  return (
    <section className="paper" aria-label={say('compliance.trees.add')}>
      <h2>{say('compliance.trees.add')}</h2>
      <p className="page-purpose">{say('compliance.trees.add-why')}</p>
      <DraftNote draft={draft} />
      <Form layout="vertical" component="div">
        <div className="record-fields">
          {names.map((name) => (
            <Form.Item
              key={name}
              label={say(labels[name])}
              htmlFor={`tree-${name}`}
              extra={name === 'id' ? say('compliance.trees.code-hint') : undefined}
            >
              <Input
                id={`tree-${name}`}
                maxLength={300}
                value={draft.value[name]}
                onChange={({ target }) => draft.change({ ...draft.value, [name]: target.value })}
              />
            </Form.Item>
          ))}
        </div>
      </Form>
      <UploadArea
        label={say('compliance.trees.choose-file')}
        accept=".json,.csv,.txt,.xlsx"
        onUploaded={(upload) => void bring(upload)}
      />
      <TaskPanel
        running={running}
        title={say('compliance.trees.adding')}
        result={({ tree, rows, faults }) =>
          tree
            ? say('compliance.trees.added', { title: tree.title[say.language], edition: tree.edition, rows })
            : say('compliance.trees.faults', { count: faults.length })
        }
      />
      {result && result.faults.length > 0 && <Faults faults={result.faults} />}
    </section>
  )
}

function Faults({ faults }: { readonly faults: readonly RowFault[] }) {
  const say = useSay()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{say('compliance.trees.fault-row')}</th>
          <th scope="col">{say('compliance.trees.fault')}</th>
        </tr>
      </thead>
      <tbody>
        {faults.map((fault) => (
          <tr key={`${fault.row} ${fault.code} ${JSON.stringify(fault.facts)}`}>
            <td className="number">{fault.row === 0 ? say('compliance.trees.whole') : fault.row}</td>
            <td>{say.of(fault)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
