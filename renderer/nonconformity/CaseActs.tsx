import { Button } from 'antd'

import type { ShownCase } from '#shared/nonconformity/contract'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { OfferedFiles } from '../kernel/OfferedFiles.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

const ownSteps = ['contain', 'analyse', 'plan', 'finish'] as const

/** The one next step, and beside it what else can be done with a case. */
export function CaseActs({ of }: { readonly of: ShownCase }) {
  const say = useSay()
  const may = useMay()
  const { id, state, next, gaps } = of
  const step = ownSteps.find((each) => each === next)
  const advance = useCommand((act: (typeof ownSteps)[number]) => api.nonconformity.advance({ id, act }))
  const close = useCommand(() => api.nonconformity.close({ id }))
  const reopen = useCommand((reason: string) => api.nonconformity.reopen({ id, reason }))
  const withdraw = useCommand((reason: string) => api.nonconformity.withdraw({ id, reason }))
  const print = useTask((kind: 'docx' | 'pdf', signal) =>
    api.nonconformity.print({ id, kind, language: say.language }, { signal }),
  )
  const mayCheck = may('nonconformity.check')
  return (
    <>
      <TroubleNote trouble={advance.trouble ?? close.trouble ?? reopen.trouble ?? withdraw.trouble} />
      <OfferedFiles
        making={print}
        kinds={[
          { input: 'docx', label: say('nonconformity.report.docx') },
          { input: 'pdf', label: say('nonconformity.report.pdf') },
        ]}
      />
      {state === 'found' && mayCheck && (
        <ConfirmAct
          label={say('nonconformity.act.withdraw')}
          question={say('nonconformity.ask.withdraw')}
          reasonLabel={say('nonconformity.ask.reason')}
          onConfirm={(reason) => void withdraw.run(reason)}
        />
      )}
      {state === 'closed' && mayCheck && (
        <ConfirmAct
          label={say('nonconformity.act.reopen')}
          question={say('nonconformity.ask.reopen')}
          reasonLabel={say('nonconformity.ask.reason')}
          onConfirm={(reason) => void reopen.run(reason)}
        />
      )}
      {step !== undefined && may('nonconformity.enter') && (
        <Button
          type="primary"
          loading={advance.busy}
          disabled={gaps.length > 0}
          onClick={() => void advance.run(step)}
        >
          {say(`nonconformity.act.${step}`)}
        </Button>
      )}
      {next === 'close' && mayCheck && (
        <Button
          type="primary"
          loading={close.busy}
          disabled={gaps.length > 0}
          onClick={() => void close.run(undefined)}
        >
          {say('nonconformity.act.close')}
        </Button>
      )}
    </>
  )
}
