import { Button } from 'antd'
import { useState } from 'react'

import type { Inventory } from '#shared/accounting/inventory'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { saveFile } from '../ui/save-file.ts'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** The machine-readable document: to look at, or to take away; it says which file it is by its hash. */
export function DocumentView({ inventory }: { readonly inventory: Inventory }) {
  const say = useSay()
  const { id, year, version } = inventory
  const [isShown, setShown] = useState(false)
  const asked = useAsk(['accounting', 'document', id], () => api.accounting.document({ id }), {
    enabled: isShown,
    also: ['activity', 'monitoring', 'factors', 'organization'],
  })
  const save = async () => {
    const { json } = await api.accounting.document({ id })
    saveFile(`inventory-${year}-v${version}.json`, new Blob([json], { type: 'application/json' }))
  }
  return (
    <section className="paper" aria-label={say('accounting.document')}>
      <h2>{say('accounting.document')}</h2>
      <p className="page-purpose">{say('accounting.document.why')}</p>
      <TroubleNote trouble={asked.error} />
      <div className="page-acts">
        {!isShown && <Button onClick={() => setShown(true)}>{say('accounting.document.show')}</Button>}
        <Button icon={<Icon name="export" />} onClick={() => void save()}>
          {say('accounting.document.save')}
        </Button>
      </div>
      {asked.data && isShown && (
        <>
          <code className="figure-hash">SHA-256 {asked.data.sha256}</code>
          <pre className="inventory-document" tabIndex={0}>
            {JSON.stringify(JSON.parse(asked.data.json), null, 2)}
          </pre>
        </>
      )}
    </section>
  )
}
