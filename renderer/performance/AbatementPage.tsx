import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'

import { Decimal } from '#shared/kernel/quantity'
import { plainAmount } from '#shared/kernel/typed-amount'
import type { Block, Curve } from '#shared/performance/abatement'
import { interest } from '#shared/performance/abatement'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { Chart } from '../ui/Chart.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { drawable } from '../ui/number-text.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { typedNumber } from '../ui/typed.ts'
import { ChoiceSection } from './ChoiceSection.tsx'
import { openValue } from './open-value.ts'
import { PathList } from './PathList.tsx'

/** What a tonne costs by each measure, the cheapest choice for a reduction, and the paths that were kept. */
export function AbatementPage() {
  const say = useSay()
  const go = useGo()
  const [rate, setRate] = useState('8')
  const [price, setPrice] = useState('')
  const parsed = interest.safeParse(plainAmount(rate))
  const known = parsed.success ? parsed.data : null
  const asked = useAsk(['performance', 'curve', known], () =>
    known === null ? Promise.resolve(null) : api.performance.curve({ rate: known }),
  )
  const curve = asked.data ?? null
  const isEmpty = curve !== null && curve.blocks.length === 0
  const typedPrice = typedNumber.safeParse(price)
  return (
    <PageFrame title={say('performance.abatement')} purpose={say('performance.abatement.purpose')}>
      <TroubleNote trouble={asked.error} />
      <div className="performance-inline">
        <div>
          <label htmlFor="performance-rate">{say('performance.abatement.rate')}</label>
          <Input
            id="performance-rate"
            value={rate}
            suffix="%"
            inputMode="decimal"
            status={known === null ? 'error' : ''}
            style={{ width: 120 }}
            onChange={({ target }) => setRate(target.value)}
          />
        </div>
        <div>
          <label htmlFor="performance-price">{say('performance.abatement.price')}</label>
          <Input
            id="performance-price"
            value={price}
            suffix="CNY/t"
            inputMode="decimal"
            style={{ width: 160 }}
            onChange={({ target }) => setPrice(target.value)}
          />
        </div>
      </div>
      {known === null && <StateTag tone="stop" text={say('performance.abatement.rate-wrong')} />}
      {isEmpty && curve.left.length === 0 && (
        <EmptyState
          icon="leaf"
          title={say('performance.abatement.empty')}
          why={say('performance.abatement.empty-why')}
          action={
            <Button onClick={() => go('/performance/targets')}>
              {say('performance.abatement.to-targets')}
            </Button>
          }
        />
      )}
      {curve && curve.blocks.length > 0 && (
        <CurveChart blocks={curve.blocks} price={typedPrice.success ? typedPrice.data : null} />
      )}
      {curve && <Left curve={curve} />}
      {curve && known !== null && curve.blocks.length > 0 && (
        <ChoiceSection key={known} rate={known} curve={curve} />
      )}
      <PathList />
    </PageFrame>
  )
}

/** Blocks side by side: as wide as their tonnes, as high as what a tonne costs. */
function CurveChart({ blocks, price }: { readonly blocks: readonly Block[]; readonly price: string | null }) {
  const say = useSay()
  const option = useMemo(() => {
    const drawn = blocks.filter(({ isAlternative }) => !isAlternative)
    return curveOption(drawn, price, say)
  }, [blocks, price, say])
  const ends = endsOf(blocks)
  const alternatives = blocks.filter(({ isAlternative }) => isAlternative)
  return (
    <div className="performance-curve">
      <Chart
        name="abatement-curve"
        label={say('performance.abatement.curve')}
        option={option}
        height={360}
        onPick={(path) => openValue(blocks.find((each) => each.path === path)?.title ?? '', path)}
        table={{
          none: '—',
          head: [
            say('performance.measure.title'),
            say('performance.abatement.cost'),
            say('performance.abatement.reduction'),
            say('performance.abatement.cumulative'),
            say('performance.abatement.yearly'),
            ...(price === null ? [] : [say('performance.abatement.against-price')]),
          ],
          rows: blocks.map(({ measure, title, cost, path, reduction, yearly, isAlternative }, at) => ({
            key: measure,
            title,
            numbers: [
              { value: cost, id: path },
              { value: reduction },
              { value: isAlternative ? null : (ends[at] ?? null) },
              { value: yearly },
              ...(price === null ? [] : [{ value: new Decimal(cost).minus(price).toFixed() }]),
            ],
          })),
        }}
      />
      {alternatives.length > 0 && (
        <p className="page-purpose">
          {say('performance.abatement.alternatives', {
            titles: alternatives.map(({ title }) => title).join(' · '),
          })}
        </p>
      )}
    </div>
  )
}

/** Where each block ends on the axis of tonnes; what stands beside another of its group takes no room on it. */
function endsOf(blocks: readonly Block[]): string[] {
  let end = new Decimal(0)
  return blocks.map(({ reduction, isAlternative }) => {
    if (!isAlternative) end = end.plus(reduction)
    return end.toFixed()
  })
}

function curveOption(blocks: readonly Block[], price: string | null, say: ReturnType<typeof useSay>) {
  const ends = endsOf(blocks).map(drawable)
  return {
    tooltip: { trigger: 'item', formatter: '{a}' },
    legend: { type: 'scroll', top: 0 },
    grid: { left: 8, right: 32, top: 48, bottom: 28, containLabel: true },
    xAxis: { type: 'value', name: 'tCO₂e/a', nameLocation: 'middle', nameGap: 26, max: ends.at(-1) ?? 0 },
    yAxis: { type: 'value', name: 'CNY/tCO₂e' },
    series: blocks.map(({ title, cost, path }, at) => {
      const [from, to, height] = [ends[at - 1] ?? 0, ends[at] ?? 0, drawable(cost)]
      return {
        type: 'line',
        name: title,
        symbolSize: 8,
        lineStyle: { width: 1 },
        areaStyle: { opacity: 0.55, origin: 0 },
        data: [
          { value: [from, 0], symbol: 'none' },
          { value: [from, height], symbol: 'none' },
          { value: [(from + to) / 2, height], id: path },
          { value: [to, height], symbol: 'none' },
          { value: [to, 0], symbol: 'none' },
        ],
        ...(at === 0 &&
          price !== null && {
            markLine: {
              symbol: 'none',
              lineStyle: { type: 'dashed' },
              data: [{ yAxis: drawable(price), name: say('performance.abatement.price') }],
            },
          }),
      }
    }),
  }
}

function Left({ curve }: { readonly curve: Curve }) {
  const say = useSay()
  if (curve.left.length === 0) return null
  return (
    <section className="paper" aria-label={say('performance.abatement.left')}>
      <h2>{say('performance.abatement.left')}</h2>
      <ul>
        {curve.left.map(({ measure, title, lacking }) => (
          <li key={measure}>
            {title} · {lacking.map((code) => say.of({ code })).join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
