import { Button } from 'antd'
import { useState } from 'react'

import type { RecordRef } from '#shared/kernel/record'

import { RecordSide } from './RecordSide.tsx'
import { useSay } from './say.ts'

/** What every record has besides its facts, asked for when it is opened: for records that stand many on a page. */
export function FoldedSide({ record }: { readonly record: RecordRef }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {say('frame.record.about')}
      </Button>
      {isOpen && <RecordSide record={record} />}
    </>
  )
}
