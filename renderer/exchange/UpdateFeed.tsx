import { Button, Checkbox, Input } from 'antd'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface UpdateFeedProps {
  readonly feed: { readonly address: string; readonly isOn: boolean } | null
  /** A release that the feed gave, as an upload. */
  readonly onBrought: (upload: string) => void
}

/** Where releases are looked for, whether that is allowed, and the asking itself, by hand. */
export function UpdateFeed({ feed, onBrought }: UpdateFeedProps) {
  const say = useSay()
  const draft = useDraft('exchange.update-feed', feed ?? { address: '', isOn: false })
  const save = useCommand((given: { address: string; isOn: boolean }) => api.exchange.setUpdateFeed(given))
  const looking = useTask((_: null, signal: AbortSignal) => api.exchange.fetchUpdate({}, { signal }))
  if (!draft.ready) return null
  const { address, isOn } = draft.value
  const keep = async () => {
    if (await save.run({ address: address.trim(), isOn })) await draft.settled()
  }
  const look = async () => {
    const found = await looking.start(null)
    if (found) onBrought(found.upload)
  }
  return (
    <section className="paper" aria-label={say('exchange.update.online')}>
      <h2>{say('exchange.update.online')}</h2>
      <p>{say('exchange.update.online-why')}</p>
      <div className="exchange-send exchange-update-act">
        <Input
          aria-label={say('exchange.update.address')}
          placeholder="https://"
          className="exchange-feed"
          value={address}
          onChange={({ target }) => draft.change({ address: target.value, isOn })}
        />
        <Checkbox checked={isOn} onChange={({ target }) => draft.change({ address, isOn: target.checked })}>
          {say('exchange.update.allow')}
        </Checkbox>
        <Button disabled={address.trim() === ''} loading={save.busy} onClick={() => void keep()}>
          {say('exchange.update.save')}
        </Button>
        <Button
          disabled={feed?.isOn !== true}
          loading={looking.task.state === 'running'}
          onClick={() => void look()}
        >
          {say('exchange.update.look')}
        </Button>
      </div>
      <TroubleNote trouble={save.trouble} />
      <TaskPanel
        running={looking}
        title={say('exchange.update.looking')}
        result={(found) => (found === null ? say('exchange.update.none-newer') : null)}
      />
    </section>
  )
}
