import { useSay } from '../kernel/say.ts'
import type { RecordColumn } from '../ui/record-columns.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { type Row, toneOf, toneOfWord } from './use-conformity.ts'

/** The columns of a list of requirements. */
export function useRowColumns(nameOf: (person: string | null) => string): readonly RecordColumn<Row>[] {
  const say = useSay()
  const stateText = ({ row }: Row) =>
    [
      say(`compliance.state.${row.state}`),
      ...(row.isContradicted ? [say('compliance.row.contradicted')] : []),
      ...(row.isStale ? [say('compliance.row.stale')] : []),
    ].join(' · ')
  return [
    { key: 'id', title: say('compliance.row.id'), text: ({ requirement }) => requirement.id, width: 100 },
    {
      key: 'level',
      title: say('compliance.row.level'),
      text: ({ requirement }) => say(`compliance.level.${requirement.level}`),
      choices: true,
      width: 90,
    },
    {
      key: 'text',
      title: say('compliance.row.text'),
      text: ({ requirement }) => requirement.text[say.language],
      width: 300,
    },
    {
      key: 'state',
      title: say('compliance.row.state'),
      text: stateText,
      cell: (row) => (
        <StateTag tone={row.row.isContradicted ? 'stop' : toneOf[row.row.state]} text={stateText(row)} />
      ),
      choices: true,
      width: 150,
    },
    {
      key: 'says',
      title: say('compliance.row.says'),
      text: ({ row }) => say(`compliance.says.${row.says}`),
      cell: ({ row }) => <StateTag tone={toneOfWord[row.says]} text={say(`compliance.says.${row.says}`)} />,
      choices: true,
      width: 170,
    },
    {
      key: 'judged',
      title: say('compliance.row.judged'),
      text: ({ row }) => (row.judged === null ? '' : say(`compliance.judged.${row.judged}`)),
      choices: true,
      optional: true,
      width: 110,
    },
    {
      key: 'owner',
      title: say('compliance.row.owner'),
      text: ({ row }) => (row.owner === null ? '' : nameOf(row.owner)),
      choices: true,
      width: 100,
    },
    {
      key: 'due',
      title: say('compliance.row.due'),
      text: ({ row }) => row.dueOn ?? '',
      width: 110,
    },
    {
      key: 'subsystem',
      title: say('compliance.row.subsystem'),
      text: ({ requirement }) => say(`compliance.subsystem.${requirement.subsystem}`),
      choices: true,
      optional: true,
      width: 110,
    },
  ]
}
