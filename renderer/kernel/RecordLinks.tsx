import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'

import { type RecordRef, type Relation, relations } from '#shared/kernel/record'
import type { NamedRecord, SeenLink } from '#shared/kernel/record-contract'

import { Icon } from '../ui/Icon.tsx'
import { SearchPicker } from '../ui/SearchPicker.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { api } from './api.ts'
import { useCommand } from './commands.ts'
import { useSay } from './say.ts'
import { withScope } from './scope.ts'

interface RecordLinksProps {
  readonly record: RecordRef
  readonly links: readonly SeenLink[]
}

/** Where a record leads to, each a way there; and a new link by a word of the other's title. */
export function RecordLinks({ record, links }: RecordLinksProps) {
  const say = useSay()
  const unlink = useCommand((id: SeenLink['id']) => api.desk.unlink({ id }))
  return (
    <>
      {links.length === 0 && <p className="page-purpose">{say('frame.record.no-links')}</p>}
      <ul className="record-list">
        {links.map((link) => (
          <LinkLine key={link.id} link={link} onUnlink={() => void unlink.run(link.id)} />
        ))}
      </ul>
      <TroubleNote trouble={unlink.trouble} onClose={unlink.forget} />
      <NewLink record={record} />
    </>
  )
}

function LinkLine({ link, onUnlink }: { readonly link: SeenLink; readonly onUnlink: () => void }) {
  const say = useSay()
  const { search } = useLocation()
  const { relation, isFrom, other } = link
  const title = other ? titleOf(other) : say('frame.record.gone')
  return (
    <li>
      <span className="page-purpose">
        {say(isFrom ? `kernel.relation.${relation}` : `kernel.relation.${relation}.back`)}
        {other && ` · ${say.of({ code: other.kind })}`}
      </span>
      <div className="record-line">
        {other ? <Link to={withScope(other.path, search)}>{title}</Link> : title}
        <Button
          type="text"
          size="small"
          icon={<Icon name="cross" size={14} />}
          aria-label={say('frame.record.unlink', { title })}
          onClick={onUnlink}
        />
      </div>
      {other?.state && <span className="page-purpose">{say.of({ code: other.state })}</span>}
    </li>
  )
}

function titleOf({ number, title }: NamedRecord): string {
  return number === null ? title : `${number} ${title}`
}

function NewLink({ record }: { readonly record: RecordRef }) {
  const say = useSay()
  const [relation, setRelation] = useState<Relation>('concerns')
  const [other, setOther] = useState<NamedRecord | null>(null)
  const link = useCommand((to: RecordRef) => api.desk.link({ from: record, relation, to }))
  const add = async () => {
    if (other && (await link.run(other.record)) !== undefined) setOther(null)
  }
  return (
    <div className="record-new">
      <Select<Relation>
        aria-label={say('frame.record.relation')}
        value={relation}
        onChange={setRelation}
        options={relations.map((value) => ({ value, label: say(`kernel.relation.${value}`) }))}
      />
      <SearchPicker<NamedRecord>
        label={say('frame.record.other')}
        placeholder={say('frame.record.other-how')}
        value={other}
        onChange={setOther}
        askKey={['kernel', 'records-like']}
        ask={(text) => api.desk.recordsLike({ text })}
        keyOf={({ record: ref }) => ref}
        textOf={titleOf}
        draw={(found) => (
          <>
            {titleOf(found)} <span className="page-purpose">{say.of({ code: found.kind })}</span>
          </>
        )}
      />
      <Button disabled={!other} loading={link.busy} onClick={() => void add()}>
        {say('frame.record.link')}
      </Button>
      <TroubleNote trouble={link.trouble} onClose={link.forget} />
    </div>
  )
}
