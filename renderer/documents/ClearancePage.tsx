import { Select } from 'antd'

import { type Grade, grades, usualGrade } from '#shared/documents/document'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** Up to which grade each person sees what is in documents. */
export function ClearancePage() {
  const say = useSay()
  const may = useMay()
  const { staff } = useStaff()
  const asked = useAsk(['documents', 'clearances'], () => api.documents.clearances({}))
  const gradeOf = (person: string): Grade =>
    asked.data?.find((each) => each.person === person)?.grade ?? usualGrade
  type Set = Parameters<typeof api.documents.setClearance>[0]
  const set = useCommand((input: Set) => api.documents.setClearance(input), {
    undo: (_result, { person }) => {
      const before = gradeOf(person)
      const done = { code: 'documents.clearances', facts: {} }
      return { done, undo: () => api.documents.setClearance({ person, grade: before }) }
    },
  })
  return (
    <PageFrame title={say('documents.clearances')} purpose={say('documents.clearances.purpose')}>
      <TroubleNote trouble={set.trouble ?? asked.error} onClose={set.forget} />
      <section className="paper" aria-label={say('documents.clearances')}>
        <table className="plain-table documents-clearances">
          <tbody>
            {staff.map(({ personId, name, department, position }) => (
              <tr key={personId}>
                <th scope="row">{[name, department, position].filter(Boolean).join(' · ')}</th>
                <td>
                  <Select<Grade>
                    aria-label={`${say('documents.clearances')} ${name ?? ''}`}
                    value={gradeOf(personId)}
                    disabled={!may('documents.manage')}
                    options={grades.map((value) => ({ value, label: say(`documents.grade.${value}`) }))}
                    onChange={(grade) => void set.run({ person: personId, grade })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </PageFrame>
  )
}
