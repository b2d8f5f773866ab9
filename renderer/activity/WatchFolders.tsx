import { Button, Form, Input, Radio, Select } from 'antd'

import type { SeenFolder, WatchFolder } from '#shared/activity/watch'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { runTask } from '../kernel/tasks.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useClosingPlaces } from './use-closing-places.ts'

/** Waits for what the disk or the share says of the folder. */
function saveFolder(folder: Parameters<typeof api.activity.saveWatchFolder>[0]): Promise<WatchFolder> {
  return runTask((signal) => api.activity.saveWatchFolder(folder, { signal }))
}

/** The watched folders, each switched on or off or removed in one act, and the form that adds one. */
export function WatchFolders({ folders }: { readonly folders: readonly SeenFolder[] }) {
  const say = useSay()
  const may = useMay()
  const { places } = useClosingPlaces()
  const save = useCommand((folder: WatchFolder) => saveFolder(folder), {
    undo: (_, folder) => ({
      done: { code: 'activity.did.saveWatchFolder' },
      undo: () => saveFolder({ ...folder, isActive: !folder.isActive }),
    }),
  })
  const remove = useCommand(({ id }: WatchFolder) => api.activity.removeWatchFolder({ id }), {
    undo: (folder) => ({
      done: { code: 'activity.did.removeWatchFolder' },
      undo: () => saveFolder(folder),
    }),
  })
  const stateOf = ({ isActive, presence }: SeenFolder) => {
    if (!isActive) return { tone: 'quiet', text: say('activity.watch.state.off') } as const
    return presence === 'there'
      ? ({ tone: 'good', text: say('activity.watch.state.on') } as const)
      : ({ tone: 'stop', text: say(`activity.watch.state.${presence}`) } as const)
  }
  const toggled = ({ presence: _presence, ...folder }: SeenFolder): WatchFolder => ({
    ...folder,
    isActive: !folder.isActive,
  })
  return (
    <section className="paper activity-form" aria-labelledby="activity-watch-folders">
      <h2 id="activity-watch-folders">{say('activity.watch.folders')}</h2>
      <TroubleNote trouble={save.trouble ?? remove.trouble} />
      {folders.length === 0 && (
        <EmptyState
          icon="import"
          title={say('activity.watch.folders.empty')}
          why={say('activity.watch.folders.empty.why')}
        />
      )}
      {folders.length > 0 && (
        <table className="activity-table">
          <thead>
            <tr>
              <th scope="col">{say('activity.watch.path')}</th>
              <th scope="col">{say('activity.watch.facility')}</th>
              <th scope="col">{say('activity.watch.afterwards')}</th>
              <th scope="col">{say('activity.watch.state')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {folders.map((folder) => (
              <tr key={folder.id}>
                <td>{folder.path}</td>
                <td>{places.find(({ id }) => id === folder.facility)?.name ?? ''}</td>
                <td>{say(`activity.watch.afterwards.${folder.afterwards}`)}</td>
                <td>
                  <StateTag {...stateOf(folder)} />
                </td>
                <td>
                  {may('activity.manage') && (
                    <span className="activity-bar">
                      <Button size="small" loading={save.busy} onClick={() => void save.run(toggled(folder))}>
                        {say(folder.isActive ? 'activity.watch.switch-off' : 'activity.watch.switch-on')}
                      </Button>
                      <ConfirmAct
                        label={say('activity.watch.remove')}
                        question={say('activity.watch.remove.question', { path: folder.path })}
                        button={{ size: 'small' }}
                        onConfirm={() => void remove.run(folder)}
                      />
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {may('activity.manage') && <AddFolder places={places} />}
    </section>
  )
}

type NewFolder = Pick<WatchFolder, 'path' | 'facility' | 'afterwards'>

function AddFolder({ places }: { readonly places: ReturnType<typeof useClosingPlaces>['places'] }) {
  const say = useSay()
  const [form] = Form.useForm<NewFolder>()
  const add = useCommand((folder: NewFolder) => saveFolder({ ...folder, id: null, isActive: true }), {
    undo: ({ id }) => ({
      done: { code: 'activity.did.saveWatchFolder' },
      undo: () => api.activity.removeWatchFolder({ id }),
    }),
  })
  const submit = async (folder: NewFolder) => {
    if (await add.run(folder)) form.resetFields()
  }
  const required = [{ required: true, message: say('frame.field.empty') }]
  const [first] = places
  if (!first) return null
  return (
    <Form
      key={first.id}
      form={form}
      layout="vertical"
      initialValues={{ facility: first.id, afterwards: 'leave' }}
      onFinish={(folder: NewFolder) => void submit(folder)}
    >
      <Form.Item
        name="path"
        label={say('activity.watch.path')}
        extra={say('activity.watch.path.how')}
        rules={required}
      >
        <Input maxLength={500} spellCheck={false} />
      </Form.Item>
      <Form.Item name="facility" label={say('activity.watch.facility')} rules={required}>
        <Select
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          style={{ maxWidth: 360 }}
        />
      </Form.Item>
      <Form.Item name="afterwards" label={say('activity.watch.afterwards')}>
        <Radio.Group
          options={(['leave', 'move'] as const).map((value) => ({
            value,
            label: say(`activity.watch.afterwards.${value}`),
          }))}
        />
      </Form.Item>
      <TroubleNote trouble={add.trouble} onClose={add.forget} />
      <Button type="primary" htmlType="submit" loading={add.busy}>
        {say('activity.watch.add')}
      </Button>
    </Form>
  )
}
