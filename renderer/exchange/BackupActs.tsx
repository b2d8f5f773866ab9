import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'

import type { TargetId } from '#shared/exchange/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { downloadAddress } from '../kernel/upload.ts'
import { FormPopover } from '../ui/FormPopover.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { BackupPreview } from './BackupPreview.tsx'
import { usePreview } from './use-preview.tsx'

const here = 'here'

/** Backing up now, taking everything along in one file, and bringing a file back. */
export function BackupActs() {
  const say = useSay()
  const may = useMay()
  const rules = useAsk(['exchange', 'backupRules'], () => api.exchange.backupRules({}))
  const targets = useAsk(['exchange', 'targets'], () => api.exchange.targets({}))
  const [chosen, setChosen] = useState<TargetId | null | undefined>(undefined)
  const target = chosen === undefined ? (rules.data?.target ?? null) : chosen
  const making = useTask((to: TargetId | null, signal: AbortSignal) =>
    api.exchange.backUp({ target: to }, { signal }),
  )
  const exporting = useTask((passphrase: string, signal: AbortSignal) =>
    api.exchange.exportAll({ passphrase }, { signal }),
  )
  const renewing = useTask((password: string, signal: AbortSignal) =>
    api.exchange.renewBackups({ password }, { signal }),
  )
  const [isBringing, setBringing] = useState(false)
  if (!may('exchange.enter')) return null
  return (
    <section className="paper" aria-label={say('exchange.back-up')}>
      <div className="exchange-send">
        <label className="exchange-label">
          {say('exchange.back-up-also')}{' '}
          <Select
            aria-label={say('exchange.back-up-also')}
            className="exchange-target"
            value={target ?? here}
            options={[
              { value: here, label: say('exchange.back-up-here') },
              ...(targets.data ?? []).map(({ id, name }) => ({ value: id as string, label: name })),
            ]}
            onChange={(id) => setChosen(targets.data?.find((each) => each.id === id)?.id ?? null)}
          />
        </label>
        <Button
          type="primary"
          loading={making.task.state === 'running'}
          onClick={() => void making.start(target)}
        >
          {say('exchange.back-up')}
        </Button>
        {may('exchange.manage') && (
          <>
            <ExportAll
              isBusy={exporting.task.state === 'running'}
              onExport={(passphrase) => void exporting.start(passphrase)}
            />
            <Button aria-expanded={isBringing} onClick={() => setBringing(!isBringing)}>
              {say('exchange.restore.from-file')}
            </Button>
            <PasswordAct
              danger
              label={say('exchange.renew-backups')}
              question={say('exchange.renew-backups.ask')}
              running={renewing}
              input={(password) => password}
            />
          </>
        )}
        <TaskPanel
          running={making}
          title={say('exchange.backing-up')}
          result={({ file, provenAt }) =>
            say(provenAt === null ? 'exchange.backed-up-doubtful' : 'exchange.backed-up', { file })
          }
        />
        <TaskPanel
          running={exporting}
          title={say('exchange.export-all')}
          result={({ download, fileName }) => (
            <>
              {say('exchange.export-all.done')}{' '}
              <a href={downloadAddress(download)} download={fileName}>
                {say('exchange.export-all.save', { file: fileName })}
              </a>
            </>
          )}
        />
        {renewing.task.state !== 'refused' && (
          <TaskPanel
            running={renewing}
            title={say('exchange.renew-backups')}
            result={({ removed }) => say('exchange.renew-backups.done', { count: removed })}
          />
        )}
      </div>
      {isBringing && <FromFile />}
    </section>
  )
}

interface Passphrases {
  readonly first: string
  readonly second: string
}
interface ExportAllProps {
  readonly isBusy: boolean
  readonly onExport: (passphrase: string) => void
}

function ExportAll({ isBusy, onExport }: ExportAllProps) {
  const say = useSay()
  const [form] = Form.useForm<Passphrases>()
  return (
    <FormPopover
      label={say('exchange.export-all')}
      question={say('exchange.export-all.why')}
      button={{ loading: isBusy }}
      form={form}
      onFinish={({ first }) => {
        form.resetFields()
        onExport(first)
        return true
      }}
    >
      <Form.Item
        name="first"
        label={say('exchange.passphrase')}
        rules={[{ min: 8, required: true, message: say('exchange.passphrase.short') }]}
      >
        <Input.Password visibilityToggle={false} autoComplete="off" autoFocus maxLength={200} />
      </Form.Item>
      <Form.Item
        name="second"
        label={say('exchange.passphrase.again')}
        dependencies={['first']}
        rules={[
          {
            validator: (_rule, typed) =>
              typed === form.getFieldValue('first')
                ? Promise.resolve()
                : Promise.reject(new Error(say('exchange.passphrase.unlike'))),
          },
        ]}
      >
        <Input.Password visibilityToggle={false} autoComplete="off" maxLength={200} />
      </Form.Item>
    </FormPopover>
  )
}

/** A backup that comes on a stick or from another machine. */
function FromFile() {
  const { source, shown, chooser } = usePreview(
    (file, signal) => api.exchange.previewBackup(file, { signal }),
    ({ contents }) => contents.isEnciphered,
  )
  return (
    <>
      {chooser}
      {source && shown && (
        <BackupPreview source={source} contents={shown.contents} comparison={shown.comparison} />
      )}
    </>
  )
}
