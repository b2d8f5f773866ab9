import { Button, Checkbox, Input, Select } from 'antd'
import { useId, useState } from 'react'

import type { PersonId } from '#shared/access/model'
import type { ShownAudit } from '#shared/audits/contract'
import { passphrase as passphraseRule } from '#shared/audits/package'

import { api } from '../kernel/api.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { SendLink } from '../kernel/SendLink.tsx'
import { type RunningTask, useTask } from '../kernel/tasks.ts'
import { downloadAddress } from '../kernel/upload.ts'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { UploadArea } from '../ui/UploadArea.tsx'

interface Made {
  readonly download: string
  readonly fileName: string
}

/** Seals an audit, or one auditor's part of it, for a laptop. */
export function MakePackage({ known: { audit, members } }: { readonly known: ShownAudit }) {
  const say = useSay()
  const { nameOf } = useStaff()
  const [auditor, setAuditor] = useState<PersonId | null>(null)
  const [withFiles, setWithFiles] = useState(true)
  const making = useTask((passphrase: string, signal) =>
    api.audits.makePackage({ audit: audit.id, auditor, withFiles, passphrase }, { signal }),
  )
  const team = [audit.leader, ...members.map(({ person }) => person)].filter((each) => each !== null)
  return (
    <section className="paper" aria-label={say('audits.package.make')}>
      <h2>{say('audits.package.make')}</h2>
      <p className="page-purpose">{say('audits.package.why')}</p>
      <div className="audits-package-line">
        <Select<PersonId | ''>
          aria-label={say('audits.package.for')}
          value={auditor ?? ''}
          onChange={(chosen) => setAuditor(chosen === '' ? null : chosen)}
          options={[
            { value: '', label: say('audits.package.for-all') },
            ...team.map((value) => ({ value, label: nameOf(value) })),
          ]}
        />
        <Checkbox checked={withFiles} onChange={({ target }) => setWithFiles(target.checked)}>
          {say('audits.package.with-files')}
        </Checkbox>
      </div>
      <SealForm running={making} act={say('audits.package.make')} />
    </section>
  )
}

interface SealFormProps {
  readonly running: RunningTask<string, Made>
  readonly act: string
}
/** A new passphrase, and the file that was sealed under it. */
export function SealForm({ running, act }: SealFormProps) {
  const say = useSay()
  const id = useId()
  const [typed, setTyped] = useState('')
  const { task, start } = running
  const make = async () => {
    if (await start(typed)) setTyped('')
  }
  return (
    <>
      <form
        className="audits-package-line"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <label htmlFor={id}>{say('audits.package.passphrase')}</label>
        <Input.Password
          id={id}
          autoComplete="new-password"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          style={{ width: 260 }}
        />
        <Button
          type="primary"
          htmlType="submit"
          loading={task.state === 'running'}
          disabled={!passphraseRule.safeParse(typed).success}
        >
          {act}
        </Button>
      </form>
      <p className="page-purpose">{say('audits.package.passphrase-how')}</p>
      <TaskPanel running={running} title={act} />
      {task.state === 'done' && (
        <>
          <p>{say('audits.package.ready', { name: task.result.fileName })}</p>
          <a href={downloadAddress(task.result.download)} download={task.result.fileName}>
            {say('audits.package.save')}
          </a>{' '}
          <SendLink {...task.result} />
        </>
      )}
    </>
  )
}

interface OpenFormProps<T> {
  readonly label: string
  readonly accept: string
  readonly act: string
  readonly running: RunningTask<{ readonly upload: string; readonly passphrase: string }, T>
  readonly onDone?: (result: T) => void
}
/** A sealed file and its passphrase. */
export function OpenForm<T>({ label, accept, act, running, onDone }: OpenFormProps<T>) {
  const say = useSay()
  const id = useId()
  const [file, setFile] = useState<{ readonly upload: string; readonly name: string } | null>(null)
  const [typed, setTyped] = useState('')
  const { task, start } = running
  const open = async () => {
    if (!file) return
    const result = await start({ upload: file.upload, passphrase: typed })
    if (result === null) return
    setTyped('')
    onDone?.(result)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <UploadArea
        label={file?.name ?? label}
        accept={accept}
        onUploaded={(upload, { name }) => setFile({ upload, name })}
      />
      <div className="audits-package-line">
        <label htmlFor={id}>{say('audits.package.passphrase')}</label>
        <Input.Password
          id={id}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          style={{ width: 260 }}
        />
        <Button
          type="primary"
          htmlType="submit"
          loading={task.state === 'running'}
          disabled={file === null || typed === ''}
        >
          {act}
        </Button>
      </div>
      <TaskPanel running={running} title={act} />
    </form>
  )
}
