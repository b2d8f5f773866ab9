import { Button } from 'antd'
import { useState } from 'react'

import type { HeldRole, Person } from '#shared/access/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { grantsNow } from './grants-now.ts'
import { PersonPanel } from './PersonPanel.tsx'
import { useRoleWord } from './role-word.ts'

/** Who takes part, who can sign in, and what each may do. */
export function PeoplePage() {
  const say = useSay()
  const may = useMay()
  const roleWord = useRoleWord()
  const asked = useAsk(['access', 'people'], () => api.access.people({}))
  const [chosen, setChosen] = useState<string | null>(null)
  const people = asked.data ?? []
  const person = people.find(({ id }) => id === chosen)
  return (
    <PageFrame
      title={say('access.people')}
      purpose={say('access.people.purpose')}
      action={
        may('access.manage') && (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setChosen('new')}>
            {say('access.people.add')}
          </Button>
        )
      }
    >
      <TroubleNote trouble={asked.error} />
      <div className="split">
        <RecordTable
          name="people"
          label={say('access.people')}
          rows={people}
          rowKey={({ id }) => id}
          columns={columnsOf(say, roleWord)}
          chosen={chosen}
          onOpen={({ id }) => setChosen(id)}
          loading={asked.isPending}
          empty={<EmptyState icon="people" title={say('access.people')} why={say('access.people.none')} />}
        />
        {(person || chosen === 'new') && (
          <PersonPanel
            key={chosen}
            person={person ?? null}
            onMade={setChosen}
            onClose={() => setChosen(null)}
          />
        )}
      </div>
    </PageFrame>
  )
}

function columnsOf(say: Say, roleWord: (role: HeldRole) => string): readonly RecordColumn<Person>[] {
  const nameOf = ({ name }: Person) => name ?? say('access.person.removed')
  const roles = ({ account }: Person) =>
    grantsNow(account?.grants ?? [])
      .map(({ role }) => roleWord(role))
      .join(say.language === 'zh' ? '、' : ', ')
  return [
    { key: 'name', title: say('access.name'), text: nameOf, width: 140 },
    {
      key: 'department',
      title: say('access.department'),
      text: (row) => row.department ?? '',
      width: 140,
      choices: true,
    },
    { key: 'position', title: say('access.position'), text: (row) => row.position ?? '', width: 140 },
    { key: 'login', title: say('access.login'), text: ({ account }) => account?.login ?? '', width: 120 },
    {
      key: 'account',
      title: say('access.account'),
      text: (row) => say(`access.account.${accountState(row)}`),
      cell: (row) => (
        <StateTag tone={tones[accountState(row)]} text={say(`access.account.${accountState(row)}`)} />
      ),
      width: 120,
      choices: true,
    },
    { key: 'roles', title: say('access.roles'), text: roles, width: 320 },
    { key: 'phone', title: say('access.phone'), text: (row) => row.phone ?? '', width: 140, optional: true },
    { key: 'email', title: say('access.email'), text: (row) => row.email ?? '', width: 180, optional: true },
  ]
}

const tones = { active: 'good', disabled: 'stop', none: 'quiet' } as const
function accountState({ account }: Person): keyof typeof tones {
  if (!account) return 'none'
  return account.disabledAt === null ? 'active' : 'disabled'
}
