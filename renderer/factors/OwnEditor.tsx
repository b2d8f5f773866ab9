import { Button, Form } from 'antd'
import { useMemo, useState } from 'react'

import { factorsFromRows } from '#shared/factors/own-rows'
import type { OwnEditionRecord } from '#shared/factors/record'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useDraft } from '../kernel/drafts.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { changedRows, type OwnDraft, ownDraftOf, type OwnHeadText } from './own-draft.ts'
import { OwnGrid } from './OwnGrid.tsx'
import { OwnHead } from './OwnHead.tsx'
import { OwnReleased } from './OwnReleased.tsx'
import { useOpenEdition } from './use-open-edition.ts'

/** One own edition: its head and its rows, typed or pasted; a released one can be read and corrected. */
export function OwnEditor({ edition }: { readonly edition: OwnEditionRecord | null }) {
  const openEdition = useOpenEdition()
  const say = useSay()
  return (
    <>
      <div className="page-acts">
        <Button icon={<Icon name="left" />} onClick={() => openEdition(null)}>
          {say('factors.own.back')}
        </Button>
      </div>
      {edition?.state === 'released' ? (
        <OwnReleased edition={edition} />
      ) : (
        <OwnDraftEditor edition={edition} />
      )}
    </>
  )
}

function OwnDraftEditor({ edition }: { readonly edition: OwnEditionRecord | null }) {
  const say = useSay()
  const may = useMay()
  const openEdition = useOpenEdition()
  const [form] = Form.useForm<OwnHeadText>()
  const [initial] = useState(() => ownDraftOf(edition, say.language))
  const urn = edition?.summary.urn ?? null
  const draft = useDraft<OwnDraft>(`factors/own/${urn ?? 'new'}`, initial)
  const { head, rows } = draft.value
  const read = useMemo(() => factorsFromRows(rows), [rows])
  const isChanged = JSON.stringify(draft.value) !== JSON.stringify(initial)
  const isReady = read.troubles.length === 0 && read.factors.length > 0
  const save = useCommand((typed: OwnHeadText) =>
    api.factors.saveOwnEdition({
      table: edition?.table ?? (typed.table.trim() || null),
      title: both(typed.title),
      issuer: both(typed.issuer),
      document: typed.document,
      published: typed.published.trim() || null,
      note: typed.note.trim() === '' ? null : both(typed.note),
      factors: [...read.factors],
      readAt: edition?.changedAt ?? null,
    }),
  )
  const release = useCommand((of: string) => api.factors.releaseOwnEdition({ urn: of }))
  const remove = useCommand((of: string) => api.factors.removeOwnDraft({ urn: of }))
  const keep = async (typed: OwnHeadText) => {
    const saved = await save.run(typed)
    if (!saved) return
    await draft.settled()
    openEdition(saved.summary.urn)
  }
  const discard = async (of: string) => {
    if (!(await remove.run(of))) return
    await draft.settled()
    openEdition(null)
  }
  if (!draft.ready) return null
  return (
    <>
      <DraftNote draft={draft} />
      <OwnHead
        key={draft.restoredAt ?? 'new'}
        form={form}
        head={head}
        isTableFixed={edition !== null}
        onChange={(next) => draft.change({ head: next, rows })}
        onFinish={(typed) => void keep(typed)}
      />
      <OwnGrid
        draft={draft.value}
        read={read}
        onChange={(changes) => draft.change({ head, rows: changedRows(rows, changes) })}
      />
      <TroubleNote trouble={save.trouble ?? release.trouble ?? remove.trouble} onClose={save.forget} />
      <div className="page-acts">
        {may('factors.enter') && (
          <Button
            type={isChanged || urn === null ? 'primary' : 'default'}
            disabled={!isReady}
            loading={save.busy}
            onClick={form.submit}
          >
            {say('factors.own.save')}
          </Button>
        )}
        {urn !== null && may('factors.check') && (
          <ConfirmAct
            label={say('factors.own.release')}
            question={say('factors.own.release.question')}
            button={{
              type: isChanged ? 'default' : 'primary',
              disabled: isChanged || !isReady,
              loading: release.busy,
            }}
            onConfirm={() => void release.run(urn)}
          />
        )}
        {urn !== null && may('factors.enter') && (
          <ConfirmAct
            label={say('factors.own.remove')}
            question={say('factors.own.remove.question')}
            button={{ danger: true, loading: remove.busy }}
            onConfirm={() => void discard(urn)}
          />
        )}
        {urn !== null && isChanged && <StateTag tone="info" text={say('factors.own.unsaved')} />}
      </div>
    </>
  )
}

/** What a person types in one language stands in both. */
function both(text: string) {
  return { zh: text.trim(), en: text.trim() }
}
