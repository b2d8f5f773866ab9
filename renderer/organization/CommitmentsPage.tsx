import { Button } from 'antd'

import { type Commitment, commitmentRequirements } from '#shared/organization/commitment'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { localTime } from '../kernel/local-time.ts'
import { useStaff } from '../kernel/PersonField.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useNames } from '../kernel/use-names.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useAdoptions, useCommitments } from './use-system.ts'

/** What top management commits to, which requirements that shows, and what it signed. */
export function CommitmentsPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const asked = useCommitments()
  const columns = useColumns()
  const commitments = asked.data ?? []
  const begin = may('organization.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => go('/organization/commitments/new')}>
      {say('organization.commitments.add')}
    </Button>
  )
  return (
    <PageFrame
      title={say('organization.commitments.title')}
      purpose={say('organization.commitments.purpose')}
      action={commitments.length > 0 && begin}
    >
      <TroubleNote trouble={asked.error} />
      <div className="organization-list">
        <RecordTable
          name="organization-commitments"
          label={say('organization.commitments.title')}
          rows={commitments}
          rowKey={({ id }) => id}
          columns={columns}
          onOpen={({ id }) => go(`/organization/commitments/${id}`)}
          loading={asked.isPending}
          empty={
            <EmptyState
              icon="seal"
              title={say('organization.commitments.empty')}
              why={say('organization.commitments.empty-why')}
              action={begin}
            />
          }
        />
      </div>
      {commitments.length > 0 && <OpenRequirements commitments={commitments} />}
      <SignedList />
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<Commitment>[] {
  const say = useSay()
  const { nameOf } = useStaff()
  return [
    {
      key: 'statement',
      title: say('organization.commitment.statement'),
      text: ({ statement }) => statement,
      width: 320,
    },
    {
      key: 'theme',
      title: say('organization.commitment.theme'),
      text: ({ theme }) => say(`organization.commitment-theme.${theme}`),
      choices: true,
      width: 130,
    },
    {
      key: 'target',
      title: say('organization.commitment.value'),
      text: ({ value, unit }) => (value === null ? '' : `${value} ${unit ?? ''}`.trim()),
      number: true,
      width: 110,
    },
    {
      key: 'targetYear',
      title: say('organization.commitment.targetYear'),
      text: ({ targetYear }) => (targetYear === null ? '' : String(targetYear)),
      number: true,
      width: 90,
    },
    {
      key: 'person',
      title: say('organization.commitment.person'),
      text: ({ person }) => nameOf(person),
      width: 100,
    },
    {
      key: 'state',
      title: say('organization.commitment.state'),
      text: ({ state }) => say(`organization.commitment-state.${state}`),
      choices: true,
      width: 100,
    },
    {
      key: 'place',
      title: say('organization.commitment.place'),
      text: ({ place, publishedOn }) => [publishedOn, place].filter(Boolean).join(' '),
      width: 180,
    },
  ]
}

const subsystemOf = { A: 'emission', B: 'trading', C: 'asset', D: 'neutrality' } as const

/** The requirements that no published commitment shows, of what was taken up. */
function OpenRequirements({ commitments }: { readonly commitments: readonly Commitment[] }) {
  const say = useSay()
  const adoptions = useAdoptions()
  const served = new Set(
    commitments.filter(({ state }) => state === 'published').flatMap(({ serves }) => serves),
  )
  const left = new Set<string>(
    (adoptions.data ?? []).filter(({ isAdopted }) => !isAdopted).map(({ subsystem }) => subsystem),
  )
  const counts = (id: string) => {
    const annex = id.charAt(0)
    return !(annex in subsystemOf) || !left.has(subsystemOf[annex as keyof typeof subsystemOf])
  }
  const open = commitmentRequirements.filter((each) => !served.has(each) && counts(each))
  return (
    <section className="paper" aria-label={say('organization.commitments.open')}>
      <h2>{say('organization.commitments.open')}</h2>
      {open.length === 0 ? (
        <StateTag tone="good" text={say('organization.commitments.none-open')} />
      ) : (
        <ul className="organization-duties">
          {open.map((each) => (
            <li key={each}>
              {say(`organization.serves.${each}`)}{' '}
              <span className="organization-hint">{each.replaceAll('-', ' ')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What people of top management signed, each with the hash of what they saw. */
function SignedList() {
  const say = useSay()
  const names = useNames()
  const asked = useAsk(['organization', 'signed-at-top'], () => api.organization.signedAtTop({}), {
    also: ['kernel', 'access'],
  })
  return (
    <section className="paper" aria-label={say('organization.commitments.signed')}>
      <h2>{say('organization.commitments.signed')}</h2>
      {asked.data?.length === 0 && (
        <p className="page-purpose">{say('organization.commitments.signed-none')}</p>
      )}
      <ul className="findings">
        {(asked.data ?? []).map(({ record, signer, meaning, signedAt, signedHash }) => (
          <li key={`${record}/${signedAt}`}>
            <span>
              {localTime(signedAt)} {names.get(signer) ?? '—'}
            </span>
            <span>{say.of({ code: meaning })}</span>
            <code className="organization-hint" title={signedHash}>
              {signedHash.slice(0, 16)}
            </code>
          </li>
        ))}
      </ul>
    </section>
  )
}
