import { Button, Form, Input, Popover, Select } from 'antd'
import { useState } from 'react'

import type { TargetId } from '#shared/exchange/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { downloadAddress } from '../kernel/upload.ts'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { UploadArea } from '../ui/UploadArea.tsx'
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
      </div>
      {isBringing && <FromFile />}
    </section>
  )
}

interface ExportAllProps {
  readonly isBusy: boolean
  readonly onExport: (passphrase: string) => void
}

function ExportAll({ isBusy, onExport }: ExportAllProps) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [form] = Form.useForm<{ first: string; second: string }>()
  const content = (
    <div className="confirm" role="dialog" aria-label={say('exchange.export-all')}>
      <p>{say('exchange.export-all.why')}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ first }) => {
          setOpen(false)
          form.resetFields()
          onExport(first)
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
        <div className="page-acts">
          <Button type="primary" htmlType="submit">
            {say('exchange.export-all')}
          </Button>
          <Button onClick={() => setOpen(false)}>{say('frame.confirm.cancel')}</Button>
        </div>
      </Form>
    </div>
  )
  return (
    <Popover trigger="click" open={isOpen} onOpenChange={setOpen} content={content} destroyOnHidden>
      <Button loading={isBusy} aria-haspopup="dialog" aria-expanded={isOpen}>
        {say('exchange.export-all')}
      </Button>
    </Popover>
  )
}

/** A backup that comes on a stick or from another machine. */
function FromFile() {
  const say = useSay()
  const preview = usePreview((source, signal) => api.exchange.previewBackup(source, { signal }))
  const { source, shown } = preview
  return (
    <>
      <UploadArea
        label={say('exchange.restore.choose')}
        accept=".tanbu-backup"
        onUploaded={(upload) => void preview.open({ upload, passphrase: null })}
      />
      {preview.passphraseNote}
      <TaskPanel running={preview.running} title={say('exchange.restore.reading')} />
      {source && shown && (
        <BackupPreview source={source} contents={shown.contents} comparison={shown.comparison} />
      )}
    </>
  )
}
