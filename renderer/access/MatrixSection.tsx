import { Button, Checkbox, Form, Input, Segmented, Select } from 'antd'
import { useState } from 'react'

import type { HeldRole } from '#shared/access/model'
import { isFixed } from '#shared/access/permissions'
import type { MatrixRow } from '#shared/access/roles-contract'
import { type Area, areas } from '#shared/kernel/areas'
import { type Permission, type Verb, verbs } from '#shared/kernel/contract'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { useRoleWord } from './role-word.ts'

/** The matrix, a role at a time or an area at a time; a tick changes it at once. */
export function MatrixSection() {
  const say = useSay()
  const may = useMay()
  const wordOf = useRoleWord()
  const { data: rows = [], error } = useAsk(['access', 'matrix'], () => api.access.matrix({}))
  const [by, setBy] = useState<'role' | 'area'>('role')
  const [role, setRole] = useState<HeldRole>('carbon-manager')
  const [area, setArea] = useState<Area>('activity')
  const set = useCommand((right: { role: HeldRole; permission: Permission; isHeld: boolean }) =>
    api.access.setRight(right),
  )
  const chosen = rows.find((row) => row.role === role) ?? rows[0]
  if (!chosen) return <TroubleNote trouble={error} />
  const isEditable = may('access.manage')
  const lines =
    by === 'role'
      ? areas.map((each) => ({ row: chosen, area: each, title: say(`access.area.${each}`) }))
      : rows.map((row) => ({ row, area, title: wordOf(row.role) }))
  return (
    <>
      <div className="page-acts">
        <Segmented
          aria-label={say('access.matrix.roles')}
          value={by}
          onChange={setBy}
          options={[
            { value: 'role' as const, label: say('access.matrix.by-role') },
            { value: 'area' as const, label: say('access.matrix.by-area') },
          ]}
        />
        {by === 'role' ? (
          <Select<HeldRole>
            aria-label={say('access.role')}
            style={{ minWidth: 200 }}
            value={chosen.role}
            onChange={setRole}
            options={rows.map((row) => ({ value: row.role, label: wordOf(row.role) }))}
          />
        ) : (
          <Select<Area>
            aria-label={say('access.matrix.area')}
            style={{ minWidth: 200 }}
            value={area}
            onChange={setArea}
            options={areas.map((value) => ({ value, label: say(`access.area.${value}`) }))}
          />
        )}
        {by === 'role' && (
          <RoleActs row={chosen} isEditable={isEditable} onRemoved={() => setRole('viewer')} />
        )}
      </div>
      <TroubleNote trouble={set.trouble ?? error} onClose={set.forget} />
      <div className="paper">
        <table className="plain-table access-matrix">
          <thead>
            <tr>
              <th scope="col">{say(by === 'role' ? 'access.matrix.area' : 'access.role')}</th>
              {verbs.map((verb) => (
                <th key={verb} scope="col">
                  {say(`access.verb.${verb}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ row, area: of, title }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                {verbs.map((verb) => (
                  <td key={verb}>
                    <RightBox
                      row={row}
                      area={of}
                      verb={verb}
                      isEditable={isEditable && !set.busy}
                      onChange={(isHeld) =>
                        void set.run({ role: row.role, permission: `${of}.${verb}`, isHeld })
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isEditable && <NewRole rows={rows} onMade={setRole} />}
    </>
  )
}

interface RightBoxProps {
  readonly row: MatrixRow
  readonly area: Area
  readonly verb: Verb
  readonly isEditable: boolean
  readonly onChange: (isHeld: boolean) => void
}
function RightBox({ row, area, verb, isEditable, onChange }: RightBoxProps) {
  const say = useSay()
  const wordOf = useRoleWord()
  const permission: Permission = `${area}.${verb}`
  const isChanged = row.changed.includes(permission)
  const facts = { role: wordOf(row.role), area: say(`access.area.${area}`), verb: say(`access.verb.${verb}`) }
  return (
    <span
      className={isChanged ? 'access-changed' : undefined}
      title={isChanged ? say('access.matrix.changed') : undefined}
    >
      <Checkbox
        aria-label={say('access.matrix.cell', facts)}
        checked={row.permissions.includes(permission)}
        disabled={!isEditable || isFixed(permission)}
        onChange={({ target }) => onChange(target.checked)}
      />
      {isChanged && <span aria-label={say('access.matrix.changed')}> *</span>}
    </span>
  )
}

interface RoleActsProps {
  readonly row: MatrixRow
  readonly isEditable: boolean
  readonly onRemoved: () => void
}
/** How many hold the role, and putting it back or taking it away. */
function RoleActs({ row, isEditable, onRemoved }: RoleActsProps) {
  const say = useSay()
  const role = useRoleWord()(row.role)
  const reset = useCommand(() => api.access.resetRights({ role: row.role }))
  const remove = useCommand(() => api.access.removeRole({ id: row.role as never }))
  return (
    <>
      <StateTag tone="quiet" text={say('access.matrix.holders-count', { count: row.holders })} />
      {row.name !== null && <StateTag tone="quiet" text={say('access.matrix.own')} />}
      {row.changed.length > 0 && <StateTag tone="info" text={say('access.matrix.changed')} />}
      {isEditable && row.changed.length > 0 && (
        <ConfirmAct
          label={say('access.matrix.reset')}
          question={say('access.matrix.reset.why', { role })}
          button={{ loading: reset.busy }}
          onConfirm={() => void reset.run(undefined)}
        />
      )}
      {isEditable && row.name !== null && (
        <ConfirmAct
          label={say('access.matrix.remove')}
          question={say('access.matrix.remove.why', { role })}
          button={{ danger: true, loading: remove.busy }}
          onConfirm={() => void remove.run(undefined).then((done) => done && onRemoved())}
        />
      )}
      <TroubleNote trouble={reset.trouble ?? remove.trouble} onClose={remove.forget} />
    </>
  )
}

interface NewRoleProps {
  readonly rows: readonly MatrixRow[]
  readonly onMade: (role: HeldRole) => void
}
function NewRole({ rows, onMade }: NewRoleProps) {
  const say = useSay()
  const wordOf = useRoleWord()
  const [form] = Form.useForm<{ readonly name: string; readonly like?: HeldRole }>()
  const add = useCommand(({ name, like }: { readonly name: string; readonly like?: HeldRole }) =>
    api.access.addRole({ name, note: null, like: like ?? null }),
  )
  const resetAll = useCommand(() => api.access.resetRights({ role: null }))
  const submit = async (typed: { readonly name: string; readonly like?: HeldRole }) => {
    const made = await add.run(typed)
    if (made === undefined) return
    form.resetFields()
    onMade(made)
  }
  return (
    <Form form={form} layout="inline" className="audit-search" onFinish={(typed) => void submit(typed)}>
      <Form.Item
        name="name"
        label={say('access.matrix.name')}
        rules={[{ required: true, whitespace: true, message: say('frame.field.empty') }]}
      >
        <Input maxLength={60} style={{ width: 180 }} />
      </Form.Item>
      <Form.Item name="like" label={say('access.matrix.like')}>
        <Select
          allowClear
          placeholder={say('access.matrix.like.none')}
          style={{ width: 180 }}
          options={rows.map((row) => ({ value: row.role, label: wordOf(row.role) }))}
        />
      </Form.Item>
      <Button htmlType="submit" loading={add.busy}>
        {say('access.matrix.add')}
      </Button>
      {rows.some((row) => row.changed.length > 0) && (
        <ConfirmAct
          label={say('access.matrix.reset-all')}
          question={say('access.matrix.reset-all.why')}
          button={{ loading: resetAll.busy }}
          onConfirm={() => void resetAll.run(undefined)}
        />
      )}
      <TroubleNote trouble={add.trouble ?? resetAll.trouble} onClose={add.forget} />
    </Form>
  )
}
