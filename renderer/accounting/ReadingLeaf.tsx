import { Button } from 'antd'

import type { InventoryId } from '#shared/accounting/inventory'
import type { EvidenceLink } from '#shared/activity/model'
import type { Origin } from '#shared/kernel/figure'
import { type ParameterId, parameterId } from '#shared/monitoring/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EvidenceViewer } from '../ui/EvidenceViewer.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { FactList } from './FigureBasis.tsx'
import { ReadingRows } from './ReadingRows.tsx'

type ReadingsOrigin = Extract<Origin, { readonly kind: 'readings' }>

interface ReadingLeafProps {
  readonly origin: ReadingsOrigin
  /** Null where the figure is of no inventory. */
  readonly inventory: InventoryId | null
}

/** Where an entered number is from: parameter, month, digest, the readings with who did what, and what proves them. */
export function ReadingLeaf({ origin, inventory }: ReadingLeafProps) {
  const say = useSay()
  const { month, count, digest, determination } = origin
  const parsed = parameterId.safeParse(origin.parameter)
  const parameter = useParameter(parsed.success ? parsed.data : null)
  const inventories = useAsk(['accounting', 'inventories'], () => api.accounting.inventories({}))
  const isFrozen = inventories.data?.some(({ id, state }) => id === inventory && state !== 'working') ?? false
  const shownDigest = digest ? (
    <code className="figure-hash">{digest}</code>
  ) : (
    say('accounting.explain.digest-later')
  )
  return (
    <section aria-label={say('accounting.explain.readings')}>
      <h4>{say('accounting.explain.readings')}</h4>
      <FactList
        facts={[
          { label: say('accounting.explain.parameter'), told: parameter?.name ?? origin.parameter },
          { label: say('accounting.explain.month'), told: month },
          { label: say('accounting.explain.count'), told: String(count) },
          {
            label: say('accounting.explain.determination'),
            told: say(`accounting.determination.${determination}`),
          },
          { label: say('accounting.explain.meter'), told: parameter?.meter },
          { label: say('accounting.explain.digest'), told: shownDigest },
        ]}
      />
      {parsed.success && (
        <History parameter={parsed.data} month={month} isFrozen={isFrozen} node={parameter?.node ?? null} />
      )}
    </section>
  )
}

/** The parameter as the register has it today. */
function useParameter(id: ParameterId | null) {
  const may = useMay()
  const asked = useAsk(['monitoring', 'register', null], () => api.monitoring.register({ facility: null }), {
    enabled: id !== null && may('monitoring.read'),
  })
  return asked.data?.parameters.find((parameter) => parameter.id === id)
}

interface HistoryProps {
  readonly parameter: ParameterId
  readonly month: string
  readonly isFrozen: boolean
  readonly node: string | null
}

function History({ parameter, month, isFrozen, node }: HistoryProps) {
  const say = useSay()
  const go = useGo()
  const asked = useAsk(['activity', 'readings', parameter, month], () => readingsBehind(parameter, month))
  if (!asked.data) return <TroubleNote trouble={asked.error} />
  const readings = asked.data.readings.filter(({ live }) => live)
  const place = new URLSearchParams({ year: month.slice(0, 4), month, parameter })
  if (node !== null) place.set('node', node)
  return (
    <>
      {isFrozen && <p className="page-purpose">{say('accounting.explain.readings-now')}</p>}
      <ReadingRows readings={readings} />
      <h4>{say('accounting.explain.evidence')}</h4>
      <Evidence links={asked.data.evidence} />
      <Button
        className="no-print"
        icon={<Icon name="table" />}
        onClick={() => go(`/activity?${place.toString()}`)}
      >
        {say('accounting.explain.to-data')}
      </Button>
    </>
  )
}

/** The readings of the month or, where it has none of its own, those of the whole year, which hold in it. */
async function readingsBehind(parameter: ParameterId, month: string) {
  const own = await api.activity.readings({ parameter, month })
  if (own.readings.length > 0 || month.length === 4) return own
  return api.activity.readings({ parameter, month: month.slice(0, 4) })
}

/** Each file once, however many readings it proves. */
function Evidence({ links }: { readonly links: readonly EvidenceLink[] }) {
  const say = useSay()
  const files = [...new Map(links.map((link) => [link.file.sha256, link])).values()]
  if (files.length === 0) return <StateTag tone="warn" text={say('accounting.explain.no-evidence')} />
  return (
    <ul className="figure-evidence">
      {files.map(({ file, place, reportNo, sampleDate }) => (
        <li key={file.sha256}>
          <EvidenceViewer file={file} height={180} />
          <span className="page-purpose">
            {[place, reportNo, sampleDate].filter((told) => told !== null).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
