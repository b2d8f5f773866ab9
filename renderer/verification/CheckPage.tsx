import { Alert, Input } from 'antd'
import { useState } from 'react'

import type { PackageReport } from '#shared/verification/package-contract'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { UploadArea } from '../ui/UploadArea.tsx'

/** Checks any package with nothing but what is in it. */
export function CheckPage() {
  const say = useSay()
  const [seal, setSeal] = useState('')
  const checking = useTask((input: { readonly upload: string; readonly seal: string }, signal) =>
    api.verification.checkPackage(input, { signal }),
  )
  return (
    <PageFrame title={say('verification.check')} purpose={say('verification.check.purpose')}>
      <div className="verification-narrow">
        <Input
          aria-label={say('verification.check.seal-told')}
          placeholder={say('verification.check.seal-told')}
          maxLength={64}
          value={seal}
          onChange={({ target }) => setSeal(target.value)}
        />
        <UploadArea
          label={say('verification.check.upload')}
          accept=".zip"
          onUploaded={(upload) => void checking.start({ upload, seal: seal.trim() })}
        />
        <TaskPanel running={checking} title={say('verification.check')} />
        {checking.task.state === 'done' && <Report report={checking.task.result} />}
      </div>
    </PageFrame>
  )
}

function Report({ report }: { readonly report: PackageReport }) {
  const say = useSay()
  const { troubles, files, figures, totals, title, madeAt, seal, isKnown } = report
  const isSound = troubles.length === 0
  return (
    <section className="paper" aria-label={say('verification.check')} role="status">
      <h2>{title}</h2>
      <Alert
        type={isSound ? 'success' : 'error'}
        title={
          isSound
            ? say('verification.check.sound', { files, figures, totals })
            : say('verification.check.troubles', { count: troubles.length })
        }
      />
      <ul>
        {troubles.map(({ code, facts }) => (
          <li key={`${code}${JSON.stringify(facts)}`}>{say.of({ code, facts })}</li>
        ))}
      </ul>
      <p>
        {say('verification.package.made')} {madeAt} ·{' '}
        {say(isKnown === true ? 'verification.check.known' : 'verification.check.unknown')}
      </p>
      <p>
        {say('verification.package.seal')} <code className="evidence-hash">{seal}</code>
      </p>
    </section>
  )
}
