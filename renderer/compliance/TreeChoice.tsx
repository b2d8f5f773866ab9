import { Select } from 'antd'
import { useSearchParams } from 'react-router'

import { useSay } from '../kernel/say.ts'
import { useTreeId, useTrees } from './use-conformity.ts'

/** Picks one of the trees that are gone by; nothing while there is only the standard. */
export function TreeChoice() {
  const say = useSay()
  const [, setParams] = useSearchParams()
  const chosen = useTreeId()
  const { data: trees = [] } = useTrees()
  const inUse = trees.filter(({ isInUse }) => isInUse)
  if (inUse.length < 2) return null
  return (
    <Select
      aria-label={say('compliance.map.tree')}
      value={chosen}
      style={{ minWidth: 240 }}
      options={inUse.map(({ id, title }) => ({ value: id, label: title[say.language] }))}
      onChange={(tree) =>
        setParams((before) => {
          const next = new URLSearchParams(before)
          next.set('tree', tree)
          return next
        })
      }
    />
  )
}
