import { Form } from 'antd'
import { useMemo } from 'react'

import type { OwnEditionRecord } from '#shared/factors/record'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { SupersededUses } from './FactorUses.tsx'
import { ownDraftOf, type OwnHeadText } from './own-draft.ts'
import { OwnGrid } from './OwnGrid.tsx'
import { OwnHead } from './OwnHead.tsx'
import { useOpenEdition } from './use-open-edition.ts'

/** A released edition as it stands for good, and the way to correct it. */
export function OwnReleased({ edition }: { readonly edition: OwnEditionRecord }) {
  const say = useSay()
  const may = useMay()
  const openEdition = useOpenEdition()
  const [form] = Form.useForm<OwnHeadText>()
  const shown = useMemo(() => ownDraftOf(edition, say.language), [edition, say.language])
  const { urn, supersedes, supersededBy } = edition.summary
  const superseded = supersededBy === null ? supersedes : urn
  const correct = useCommand((of: string) => api.factors.correctOwnEdition({ urn: of, note: null }))
  const begin = async () => {
    const next = await correct.run(urn)
    if (next) openEdition(next.summary.urn)
  }
  return (
    <>
      <div className="page-acts">
        <StateTag tone="good" text={say('factors.own.state.released')} />
        {supersededBy !== null && <StateTag tone="warn" text={say('factors.superseded')} />}
        {supersededBy === null && may('factors.enter') && (
          <ConfirmAct
            label={say('factors.own.correct')}
            question={say('factors.own.correct.question')}
            button={{ loading: correct.busy }}
            onConfirm={() => void begin()}
          />
        )}
      </div>
      <TroubleNote trouble={correct.trouble} onClose={correct.forget} />
      {superseded !== null && <SupersededUses urn={superseded} />}
      <OwnHead key={say.language} form={form} head={shown.head} isTableFixed isReadOnly />
      <OwnGrid draft={shown} read={{ factors: edition.factors, troubles: [] }} />
    </>
  )
}
