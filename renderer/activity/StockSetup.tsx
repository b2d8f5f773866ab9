import { Button, Dropdown } from 'antd'

import { stockRoleOf } from '#shared/activity/stock'
import type { Source } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** Sets up purchases and closing stock of a fuel, so that what is said to be burnt can be held against them. */
export function StockSetup({ facility }: { readonly facility: NodeId | null }) {
  const say = useSay()
  const may = useMay()
  const { data } = useAsk(['monitoring', 'register', facility], () => api.monitoring.register({ facility }), {
    enabled: may('monitoring.manage'),
  })
  const add = useCommand(({ id }: Source) => api.activity.addStock({ source: id, language: say.language }), {
    undo: ({ parameters }) => ({
      done: { code: 'activity.did.addStock' },
      undo: () => api.monitoring.takeBack({ sources: [], parameters }),
    }),
  })
  const parameters = data?.parameters ?? []
  const without = (data?.sources ?? []).filter(
    ({ id }) =>
      parameters.some(({ source, role }) => source === id && role === 'fuel') &&
      !parameters.some(({ role }) => role === stockRoleOf('closing', id)),
  )
  if (without.length === 0) return <TroubleNote trouble={add.trouble} onClose={add.forget} />
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: without.map(({ id, code, name }) => ({ key: id, label: `${code} ${name}` })),
          onClick: ({ key }) => {
            const source = without.find(({ id }) => id === key)
            if (source) void add.run(source)
          },
        }}
      >
        <Button icon={<Icon name="box" />} loading={add.busy}>
          {say('activity.gap.stock')}
        </Button>
      </Dropdown>
      <TroubleNote trouble={add.trouble} onClose={add.forget} />
    </>
  )
}
