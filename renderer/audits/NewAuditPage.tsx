import { Button } from 'antd'
import { useSearchParams } from 'react-router'

import { plannedId, type Planned } from '#shared/audits/programme'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useToday } from '../kernel/use-today.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { Typed } from '../ui/RecordForm.tsx'
import { RecordForm } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { firstPlan, planIn, usePlanFields } from './plan-fields.tsx'
import { useProgrammes } from './use-audits.tsx'

/** Begins an audit, bare or for one that the programme set down (`?planned=`). */
export function NewAuditPage() {
  const say = useSay()
  const go = useGo()
  const [params] = useSearchParams()
  const asked = useProgrammes()
  const wanted = plannedId.safeParse(params.get('planned')).data
  const planned = (asked.data ?? []).flatMap((each) => each.planned).find(({ id }) => id === wanted)
  return (
    <PageFrame
      title={say('audits.new')}
      purpose={say('audits.new-purpose')}
      action={<Button onClick={() => go('/audits')}>{say('audits.list')}</Button>}
    >
      <TroubleNote trouble={asked.error} />
      {asked.data && <NewAudit key={planned?.id ?? 'bare'} planned={planned ?? null} />}
    </PageFrame>
  )
}

function NewAudit({ planned }: { readonly planned: Planned | null }) {
  const say = useSay()
  const go = useGo()
  const fields = usePlanFields()
  const today = useToday()
  const add = useCommand((typed: Typed) => api.audits.createAudit(planIn(typed, planned?.id ?? null)))
  const submit = async (typed: Typed) => {
    const made = await add.run(typed)
    if (made) go(`/audits/${made.id}`)
    return made !== undefined
  }
  const month = planned?.month ?? today.slice(0, 7)
  return (
    <RecordForm
      title={
        planned === null ? say('audits.new') : say('audits.new-planned', { title: planned.title, month })
      }
      draft={planned === null ? 'audits/new' : `audits/new/${planned.id}`}
      initial={{
        ...firstPlan(planned === null ? today : `${month}-01`),
        ...(planned && {
          title: planned.title,
          subsystems: planned.subsystems,
          departments: planned.departments,
          leader: planned.leader,
        }),
      }}
      fields={fields}
      submit={say('audits.create')}
      onSubmit={submit}
      busy={add.busy}
      trouble={add.trouble}
      onLeave={() => go('/audits')}
    />
  )
}
