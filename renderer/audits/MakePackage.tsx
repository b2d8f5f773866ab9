import { Checkbox, Select } from 'antd'
import { useState } from 'react'

import type { PersonId } from '#shared/access/model'
import type { ShownAudit } from '#shared/audits/contract'

import { api } from '../kernel/api.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { SealForm } from '../kernel/SealedFile.tsx'
import { useTask } from '../kernel/tasks.ts'

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
      <div className="sealed-line">
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
