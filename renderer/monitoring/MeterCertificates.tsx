import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'

import { validUntilAfter } from '#shared/monitoring/calibration'
import {
  type Certificate,
  certificateResults,
  type MeterRecord,
  newCertificate,
  type NewCertificate,
} from '#shared/monitoring/meter'
import { typedBand } from '#shared/monitoring/typed-band'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { evidenceAddress } from '../kernel/upload.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { schemaRules } from '../ui/field-rules.ts'
import { Icon } from '../ui/Icon.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { UploadArea } from '../ui/UploadArea.tsx'
import { DayField } from './DayField.tsx'
import { emptyAsNull } from './typed.ts'

const tones = { 'within-limits': 'good', adjusted: 'warn', failed: 'stop' } as const

/** The certificates of a meter, the newest first, and the form for the next. */
export function MeterCertificates({ record }: { readonly record: MeterRecord }) {
  const say = useSay()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const { certificates } = record
  return (
    <section className="paper" aria-labelledby="meter-certificates">
      <h2 id="meter-certificates">{say('monitoring.certificates')}</h2>
      {certificates.length === 0 && <StateTag tone="warn" text={say('monitoring.certificates.none')} />}
      {certificates.length > 0 && (
        <div
          className="monitoring-scroll"
          tabIndex={0}
          role="group"
          aria-label={say('monitoring.certificates')}
        >
          <table className="monitoring-table">
            <thead>
              <tr>
                {(['number', 'calibratedOn', 'validUntil', 'result', 'deviation', 'file'] as const).map(
                  (name) => (
                    <th key={name} scope="col">
                      {say(`monitoring.certificate.${name}`)}
                    </th>
                  ),
                )}
                <td />
              </tr>
            </thead>
            <tbody>
              {certificates.toReversed().map((certificate) => (
                <Line key={certificate.id} certificate={certificate} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {may('monitoring.enter') && !isOpen && (
        <Button icon={<Icon name="plus" />} onClick={() => setOpen(true)}>
          {say('monitoring.certificate.add')}
        </Button>
      )}
      {isOpen && <CertificateForm record={record} onDone={() => setOpen(false)} />}
    </section>
  )
}

function Line({ certificate }: { readonly certificate: Certificate }) {
  const say = useSay()
  const may = useMay()
  const { id, number, body, calibratedOn, validUntil, result, deviation, limit, file, withdrawReason } =
    certificate
  const withdraw = useCommand((reason: string) => api.monitoring.withdrawCertificate({ id, reason }))
  return (
    <tr className={withdrawReason === null ? '' : 'monitoring-withdrawn'}>
      <th scope="row">
        {number}
        <span className="monitoring-second">{body}</span>
        {withdrawReason !== null && (
          <span className="monitoring-second">
            {say('monitoring.certificate.withdrawn', { reason: withdrawReason })}
          </span>
        )}
      </th>
      <td>{calibratedOn}</td>
      <td>{validUntil ?? '—'}</td>
      <td>
        <StateTag tone={tones[result]} text={say(`monitoring.certificate.result.${result}`)} />
      </td>
      <td className="number">{deviation === null ? '—' : `${deviation} / ${limit ?? '—'}`}</td>
      <td>
        {file && (
          <a
            href={evidenceAddress(file.sha256, file.name)}
            target="_blank"
            rel="noreferrer"
            title={file.sha256}
          >
            {file.name}
          </a>
        )}
      </td>
      <td>
        {withdrawReason === null && may('monitoring.enter') && (
          <ConfirmAct
            label={say('monitoring.certificate.withdraw')}
            question={say('monitoring.certificate.withdraw-ask', { number })}
            reasonLabel={say('monitoring.certificate.reason')}
            button={{ size: 'small', loading: withdraw.busy }}
            onConfirm={(reason) => void withdraw.run(reason)}
          />
        )}
        <TroubleNote trouble={withdraw.trouble} onClose={withdraw.forget} />
      </td>
    </tr>
  )
}

interface Typed extends Omit<NewCertificate, 'calibratedOn'> {
  readonly calibratedOn: string | null
  /** The name of the uploaded file. */
  readonly file: string | null
}

const { shape } = newCertificate

function CertificateForm({ record, onDone }: { readonly record: MeterRecord; readonly onDone: () => void }) {
  const say = useSay()
  const { meter } = record
  const [form] = Form.useForm<Typed>()
  const draft = useDraft<Typed>(`monitoring/meters/${meter.id}/certificate`, blankOf(record))
  const save = useCommand(async ({ file: _file, ...typed }: Typed) => {
    const facts = emptyAsNull(typed, ['validUntil', 'deviation', 'limit', 'note'])
    return api.monitoring.addCertificate(
      newCertificate.parse({
        ...facts,
        validUntil: facts.result === 'failed' ? null : facts.validUntil,
        deviation: facts.deviation === null ? null : typedBand.parse(facts.deviation),
        limit: facts.limit === null ? null : typedBand.parse(facts.limit),
      }),
    )
  })
  const change = (changed: Partial<Typed>, all: Partial<Typed>) => {
    const next = { ...draft.value, ...all }
    if (changed.calibratedOn && meter.calibrationMonths !== null) {
      const validUntil = validUntilAfter(changed.calibratedOn, meter.calibrationMonths)
      form.setFieldsValue({ validUntil })
      draft.change({ ...next, validUntil })
      return
    }
    draft.change(next)
  }
  const finish = async () => {
    if (!(await save.run(draft.value))) return
    await draft.settled()
    onDone()
  }
  if (!draft.ready) return null
  return (
    <Form
      key={draft.restoredAt ?? 'kept'}
      form={form}
      name="certificate"
      layout="vertical"
      initialValues={draft.value}
      onValuesChange={change}
      onFinish={() => void finish()}
    >
      <DraftNote draft={draft} />
      <div className="monitoring-fields">
        {(['number', 'body'] as const).map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={say(`monitoring.certificate.${name}`)}
            rules={schemaRules(say, shape[name])}
          >
            <Input maxLength={300} autoFocus={name === 'number'} />
          </Form.Item>
        ))}
        <DayField
          name="calibratedOn"
          label={say('monitoring.certificate.calibratedOn')}
          schema={shape.calibratedOn}
        />
        <Form.Item name="result" label={say('monitoring.certificate.result')}>
          <Select
            options={certificateResults.map((value) => ({
              value,
              label: say(`monitoring.certificate.result.${value}`),
            }))}
          />
        </Form.Item>
        {draft.value.result !== 'failed' && (
          <DayField
            name="validUntil"
            label={say('monitoring.certificate.validUntil')}
            schema={shape.calibratedOn}
          />
        )}
        {(['deviation', 'limit'] as const).map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={say(`monitoring.certificate.${name}`)}
            rules={schemaRules(say, typedBand.nullable())}
          >
            <Input inputMode="decimal" maxLength={40} />
          </Form.Item>
        ))}
        <Form.Item className="monitoring-wide" name="note" label={say('monitoring.certificate.note')}>
          <Input maxLength={1000} />
        </Form.Item>
      </div>
      <UploadArea
        label={draft.value.file ?? say('monitoring.certificate.upload')}
        onUploaded={(upload, { name }) => draft.update((now) => ({ ...now, upload, file: name }))}
      />
      <TroubleNote trouble={save.trouble} onClose={save.forget} />
      <div className="page-acts">
        <Button type="primary" htmlType="submit" loading={save.busy}>
          {say('monitoring.certificate.save')}
        </Button>
        <Button onClick={onDone}>{say('monitoring.leave')}</Button>
      </div>
    </Form>
  )
}

/** The next certificate is usually of the same body, with the same limit. */
function blankOf({ meter, certificates }: MeterRecord): Typed {
  const last = certificates.at(-1)
  return {
    meter: meter.id,
    number: '',
    body: last?.body ?? '',
    calibratedOn: null,
    validUntil: null,
    result: 'within-limits',
    deviation: null,
    limit: last?.limit ?? null,
    note: null,
    upload: null,
    file: null,
  }
}
