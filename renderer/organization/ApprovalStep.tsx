import { Button, Form, Input } from 'antd'
import { useState } from 'react'

import type { BoundaryContent, BoundaryId, BoundaryVersion } from '#shared/organization/boundary'
import { boundaryGaps } from '#shared/organization/boundary-rules'
import type { Node } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { FindingList } from '../ui/FindingList.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

interface StepProps {
  readonly content: BoundaryContent
  readonly nodes: readonly Node[]
  /** The stored draft, if what is on screen is what is stored. */
  readonly saved: BoundaryVersion | null
  readonly onSave: () => void
}

interface Signing {
  readonly id: BoundaryId
  readonly password: string
}

/** What is missing, what is in the way, and the signature of top management. */
export function ApprovalStep({ content, nodes, saved, onSave }: StepProps) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const [password, setPassword] = useState('')
  const check = useAsk(
    ['organization', 'check', saved?.id],
    () => (saved ? api.organization.checkBoundary({ id: saved.id }) : Promise.resolve(null)),
    { also: ['monitoring'] },
  )
  // What is stored is checked by the other side, which also knows the register of sources.
  const gaps = (saved && check.data?.gaps) || boundaryGaps(content, nodes)
  const approval = useTask((input: Signing, signal) => api.organization.approveBoundary(input, { signal }))
  const open = check.data?.openSources ?? []
  const isBlocked = gaps.some(({ severity }) => severity === 'blocks-report') || open.length > 0
  const sign = async (version: BoundaryVersion) => {
    const approved = await approval.start({ id: version.id, password })
    setPassword('')
    if (approved) go(`/organization/boundary/${approved.id}`)
  }
  return (
    <div className="organization-step">
      <h2>{say('organization.step.approval.check')}</h2>
      <FindingList findings={gaps} />
      {open.length > 0 && (
        <div>
          <StateTag
            tone="stop"
            text={say('organization.step.approval.open-sources', { count: open.length })}
          />
          <ul>
            {open.map(({ id, name, node }) => (
              <li key={id}>
                {nodes.find((one) => one.id === node)?.name} · {name}
              </li>
            ))}
          </ul>
        </div>
      )}
      <h2>{say('organization.step.approval.sign')}</h2>
      <p className="page-purpose">{say('organization.step.approval.sign-why')}</p>
      {saved === null && (
        <div className="page-acts">
          <Button type="primary" onClick={onSave}>
            {say('organization.step.approval.save-first')}
          </Button>
        </div>
      )}
      {saved && !may('organization.approve') && (
        <StateTag tone="info" text={say('organization.needs-top-management')} />
      )}
      {saved && may('organization.approve') && (
        <Form layout="vertical" className="organization-narrow" onFinish={() => void sign(saved)}>
          <Form.Item label={say('organization.step.approval.password')} htmlFor="organization-password">
            <Input.Password
              id="organization-password"
              visibilityToggle={false}
              autoComplete="current-password"
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          </Form.Item>
          {approval.task.state === 'refused' && <TroubleNote trouble={approval.task.trouble} />}
          <Button
            type="primary"
            htmlType="submit"
            disabled={isBlocked || password === ''}
            loading={approval.task.state === 'running'}
          >
            {say('organization.step.approval.act')}
          </Button>
        </Form>
      )}
    </div>
  )
}
