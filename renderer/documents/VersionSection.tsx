import { Button } from 'antd'
import { useState } from 'react'

import type { ShownDocument, ShownVersion } from '#shared/documents/contract'
import { openVersion } from '#shared/documents/document'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localDay } from '../kernel/local-day.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useNames } from '../kernel/use-names.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { DifferenceSection } from './DifferenceView.tsx'
import { DraftForm } from './DraftForm.tsx'
import { SendForm } from './SendForm.tsx'
import { VersionStateTag } from './use-documents.tsx'
import { VersionView } from './VersionView.tsx'

type Open = 'draft' | 'send' | null

/** The versions of a document, newest first, with the one that is looked at and what can be done with the draft. */
export function VersionSection({ document }: { readonly document: ShownDocument }) {
  const say = useSay()
  const may = useMay()
  const [form, setForm] = useState<Open>(null)
  const { versions, isOpenToMe } = document
  const current = versions.find(({ state }) => state === 'in-force')
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = versions.find(({ id }) => id === chosen) ?? openVersion(versions) ?? current ?? versions[0]
  const open = openVersion(versions)
  const isDraft = open?.stage === 'draft'
  const mayWrite = may('documents.enter') && isOpenToMe && document.obsoleteOn === null
  const close = () => setForm(null)
  return (
    <section className="paper" aria-label={say('documents.versions')}>
      <h2>{say('documents.versions')}</h2>
      {versions.length === 0 && <p className="page-purpose">{say('documents.versions.none')}</p>}
      {versions.length > 0 && (
        <VersionTable versions={versions} chosen={shown?.id ?? null} onChoose={setChosen} />
      )}
      {mayWrite && (
        <div className="page-acts">
          {!open && (
            <Button type={versions.length === 0 ? 'primary' : 'default'} onClick={() => setForm('draft')}>
              {say('documents.version.new')}
            </Button>
          )}
          {isDraft && (
            <>
              <Button type="primary" onClick={() => setForm('send')}>
                {say('documents.version.send')}
              </Button>
              <Button onClick={() => setForm('draft')}>{say('documents.version.edit')}</Button>
              <WithdrawAct version={open} />
            </>
          )}
        </div>
      )}
      {form === 'draft' && mayWrite && (!open || isDraft) && (
        <DraftForm key={open?.id ?? 'new'} document={document} version={open} onDone={close} />
      )}
      {form === 'send' && mayWrite && isDraft && <SendForm version={open} onDone={close} />}
      {shown && isOpenToMe && (
        <DifferenceSection key={`with ${shown.id}`} shown={shown} versions={versions} />
      )}
      {shown && <VersionView key={shown.id} version={shown} isOpenToMe={isOpenToMe} />}
    </section>
  )
}

interface VersionTableProps {
  readonly versions: readonly ShownVersion[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

function VersionTable({ versions, chosen, onChoose }: VersionTableProps) {
  const say = useSay()
  const { nameOf } = useStaff()
  const names = useNames()
  const signed = (who: string | null, at: string | null) =>
    who === null || at === null
      ? ''
      : say('documents.version.signed', { name: names.get(who) ?? '—', on: localDay(at) })
  return (
    <div className="plain-scroll" tabIndex={0} role="group" aria-label={say('documents.versions')}>
      <table className="plain-table documents-versions">
        <thead>
          <tr>
            {(
              [
                'label',
                'state',
                'change',
                'author',
                'reviewer',
                'approver',
                'inForceFrom',
                'endedOn',
              ] as const
            ).map((name) => (
              <th key={name} scope="col">
                {say(`documents.field.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map((each) => (
            <tr
              key={each.id}
              aria-selected={each.id === chosen}
              className={each.id === chosen ? 'chosen' : ''}
            >
              <td>
                <Button type="link" size="small" onClick={() => onChoose(each.id)}>
                  {each.label}
                </Button>
              </td>
              <td>
                <VersionStateTag state={each.state} />
              </td>
              <td className="documents-change">{each.change}</td>
              <td className="documents-day">{nameOf(each.author)}</td>
              <td>{signed(each.reviewedBy, each.reviewedAt)}</td>
              <td>{signed(each.approvedBy, each.approvedAt)}</td>
              <td className="documents-day">{each.inForceFrom}</td>
              <td className="documents-day">{each.endedOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function WithdrawAct({ version: { id } }: { readonly version: ShownVersion }) {
  const say = useSay()
  const withdraw = useCommand((reason: string) => api.documents.withdrawVersion({ id, reason }))
  return (
    <>
      <ConfirmAct
        label={say('documents.version.withdraw')}
        question={say('documents.version.withdraw-question')}
        reasonLabel={say('documents.field.reason')}
        button={{ danger: true }}
        onConfirm={(reason) => void withdraw.run(reason)}
      />
      <TroubleNote trouble={withdraw.trouble} onClose={withdraw.forget} />
    </>
  )
}
