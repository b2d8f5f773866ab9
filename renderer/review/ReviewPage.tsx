import { Tabs } from 'antd'
import { useParams, useSearchParams } from 'react-router'

import type { ShownReview } from '#shared/review/contract'
import { isOpenReview, reviewId } from '#shared/review/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { OfferedFiles } from '../kernel/OfferedFiles.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { DiscussionTab } from './DiscussionTab.tsx'
import { MeetingTab } from './MeetingTab.tsx'
import { OutputsTab } from './OutputsTab.tsx'
import { PackTab } from './PackTab.tsx'
import { ReviewStateTag } from './use-review.tsx'

/** One management review: its pack, what was said, what was concluded and decided, and its signature. */
export function ReviewPage() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const parsed = reviewId.safeParse(useParams()['id'])
  const asked = useAsk(
    ['review', 'review', parsed.data],
    () => api.review.review({ id: reviewId.parse(parsed.data) }),
    { also: ['access'], enabled: parsed.success },
  )
  const of = asked.data
  if (!parsed.success || of?.id !== parsed.data)
    return (
      <PageFrame title={say('review.reviews')} purpose={say('review.reviews.purpose')}>
        <TroubleNote trouble={asked.error} />
        {!parsed.success && <p>{say('review.no-such-review')}</p>}
      </PageFrame>
    )
  const tabs = [
    { key: 'pack', label: say('review.part.pack'), children: <PackTab of={of} /> },
    { key: 'discussion', label: say('review.part.discussion'), children: <DiscussionTab of={of} /> },
    { key: 'outputs', label: say('review.part.outputs'), children: <OutputsTab of={of} /> },
    { key: 'meeting', label: say('review.part.meeting'), children: <MeetingTab of={of} /> },
  ]
  return (
    <PageFrame
      title={`${of.number} ${of.title}`}
      purpose={
        <>
          <ReviewStateTag state={of.state} /> {say('review.span', { from: of.from, to: of.to })} ·{' '}
          {['core', ...of.subsystems].map((each) => say.of({ code: `review.subsystem.${each}` })).join(', ')}
        </>
      }
      action={<Acts of={of} />}
    >
      <Tabs
        activeKey={params.get('tab') ?? 'pack'}
        destroyOnHidden
        onChange={(tab) =>
          setParams((before) => {
            const next = new URLSearchParams(before)
            next.set('tab', tab)
            return next
          })
        }
        items={tabs}
      />
      <RecordSide record={`review/review/${of.id}`} />
    </PageFrame>
  )
}

function Acts({ of }: { readonly of: ShownReview }) {
  const say = useSay()
  const may = useMay()
  const { id, state } = of
  const cancel = useCommand((reason: string) => api.review.cancel({ id, reason }))
  const print = useTask(
    (wanted: { readonly what: 'pack' | 'minutes'; readonly kind: 'docx' | 'pdf' }, signal) =>
      api.review.print({ id, ...wanted, language: say.language }, { signal }),
  )
  const kinds = (['pack', 'minutes'] as const).flatMap((what) =>
    (['docx', 'pdf'] as const).map((kind) => ({
      input: { what, kind },
      label: say(`review.print.${what}`, { kind: kind === 'docx' ? 'Word' : 'PDF' }),
    })),
  )
  return (
    <>
      <TroubleNote trouble={cancel.trouble} />
      <OfferedFiles making={print} kinds={kinds} />
      {isOpenReview(state) && may('review.enter') && (
        <ConfirmAct
          label={say('review.cancel')}
          question={say('review.cancel.ask')}
          reasonLabel={say('review.reason')}
          button={{ danger: true }}
          onConfirm={(reason) => void cancel.run(reason)}
        />
      )}
    </>
  )
}
