import { Button } from 'antd'

import { isFinding, type ListedItem } from '#shared/audits/checklist'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { Icon } from '../ui/Icon.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface FindingActProps {
  readonly item: ListedItem
  readonly isLocked: boolean
  readonly onBefore: () => Promise<boolean>
}

/** Makes a nonconformity of a finding with one act, or leads to the one that it became. */
export function FindingAct({ item, isLocked, onBefore }: FindingActProps) {
  const say = useSay()
  const go = useGo()
  const raise = useCommand(async () => {
    if (await onBefore()) await api.audits.raise({ item: item.id })
  })
  const { raised } = item
  if (raised)
    return (
      <Button className="audits-big" icon={<Icon name="open" />} onClick={() => go(raised.path)}>
        {say('audits.raised', { number: raised.number ?? '' })}
      </Button>
    )
  if (!isFinding(item.answer?.verdict ?? null)) return null
  return (
    <>
      <Button
        className="audits-big"
        icon={<Icon name="warning" />}
        disabled={isLocked}
        loading={raise.busy}
        onClick={() => void raise.run(undefined)}
      >
        {say('audits.raise')}
      </Button>
      <TroubleNote trouble={raise.trouble} onClose={raise.forget} />
    </>
  )
}
