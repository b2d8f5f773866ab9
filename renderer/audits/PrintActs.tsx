import { Button, Select } from 'antd'
import { useState } from 'react'

import type { AuditId } from '#shared/audits/audit'
import type { ReceiptOf } from '#shared/audits/receipt'
import { type Language, languages } from '#shared/kernel/texts'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { SendLink } from '../kernel/SendLink.tsx'
import { useTask } from '../kernel/tasks.ts'
import { downloadAddress } from '../kernel/upload.ts'
import { Icon } from '../ui/Icon.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** Plan or report as DOCX or PDF, in either language. */
export function PrintActs({ id, what }: { readonly id: AuditId; readonly what: ReceiptOf }) {
  const say = useSay()
  const [language, setLanguage] = useState<Language>(say.language)
  const { task, start, dismiss } = useTask((kind: 'docx' | 'pdf', signal) =>
    api.audits.print({ id, what, kind, language }, { signal }),
  )
  return (
    <>
      <Select<Language>
        aria-label={say('audits.print-language')}
        value={language}
        onChange={setLanguage}
        options={languages.map((each) => ({ value: each, label: say(`audits.language.${each}`) }))}
      />
      {(['docx', 'pdf'] as const).map((kind) => (
        <Button
          key={kind}
          icon={<Icon name="print" />}
          loading={task.state === 'running'}
          onClick={() => void start(kind)}
        >
          {kind.toUpperCase()}
        </Button>
      ))}
      {task.state === 'done' && (
        <>
          <a href={downloadAddress(task.result.download)} download={task.result.fileName}>
            {task.result.fileName}
          </a>{' '}
          <SendLink {...task.result} />
        </>
      )}
      {task.state === 'refused' && <TroubleNote trouble={task.trouble} onClose={dismiss} />}
    </>
  )
}
