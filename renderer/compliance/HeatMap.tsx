import { addTallies, type Cell, scoreOf, type Tally } from '#shared/compliance/maturity'
import type { RequirementTree } from '#shared/compliance/tree'
import { type Subsystem, subsystems } from '#shared/kernel/subsystem'

import { useSay } from '../kernel/say.ts'

interface HeatMapProps {
  readonly cells: readonly Cell[]
  readonly tree: Pick<RequirementTree, 'chapters'>
  readonly excluded: readonly { readonly subsystem: Subsystem }[]
  /** Opens the rows behind a number, by the end of an address: `&chapter=9`. */
  readonly onOpen: (query: string) => void
}

/** Chapters × subsystems: met ÷ must, on a ground as deep as the score. */
export function HeatMap({ cells, tree, excluded, onOpen }: HeatMapProps) {
  const say = useSay()
  const left = new Set(excluded.map(({ subsystem }) => subsystem))
  const shown = subsystems.filter(
    (each) => !left.has(each) && cells.some(({ subsystem }) => subsystem === each),
  )
  const sum = (chapter: string | null, subsystem: Subsystem | null) =>
    addTallies(
      cells
        .filter(
          (each) =>
            (chapter === null || each.chapter === chapter) &&
            (subsystem === null ? !left.has(each.subsystem) : each.subsystem === subsystem),
        )
        .map(({ tallies }) => tallies.must),
    )
  const rows = [...tree.chapters, null]
  const columns = shown.length > 1 ? [...shown, null] : shown
  return (
    <section className="paper" aria-label={say('compliance.map.by-clause')}>
      <h2>{say('compliance.map.by-clause')}</h2>
      <table className="compliance-map">
        <thead>
          <tr>
            <th scope="col">{say('compliance.map.chapter')}</th>
            {columns.map((each) => (
              <th key={each ?? 'all'} scope="col">
                {each === null ? say('compliance.map.all') : say(`compliance.subsystem.${each}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((chapter) => (
            <tr key={chapter?.id ?? 'all'}>
              <th scope="row">
                {chapter === null ? (
                  say('compliance.map.all')
                ) : (
                  <>
                    <span className="number">{chapter.id}</span> {chapter.title[say.language]}
                  </>
                )}
              </th>
              {columns.map((each) => (
                <td key={each ?? 'all'}>
                  <MapCell
                    tally={sum(chapter?.id ?? null, each)}
                    chapter={chapter?.title[say.language] ?? say('compliance.map.all')}
                    subsystem={
                      each === null ? say('compliance.map.all') : say(`compliance.subsystem.${each}`)
                    }
                    onOpen={() =>
                      onOpen(
                        `${chapter ? `&chapter=${chapter.id}` : ''}${each ? `&subsystem=${each}` : ''}&weight=must`,
                      )
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="page-purpose">{say('compliance.map.by-clause-hint')}</p>
    </section>
  )
}

interface MapCellProps {
  readonly tally: Tally
  readonly chapter: string
  readonly subsystem: string
  readonly onOpen: () => void
}
function MapCell({ tally, chapter, subsystem, onOpen }: MapCellProps) {
  const say = useSay()
  const { asked, full, part, failing } = tally
  if (asked === 0) return <span className="compliance-empty">{say('compliance.map.none')}</span>
  const score = scoreOf(tally)
  return (
    <button
      type="button"
      className={`compliance-cell heat-${depthOf(tally)} ${failing > 0 ? 'failing' : ''}`}
      onClick={onOpen}
    >
      <span className="number">
        {full} ÷ {asked}
      </span>
      <small className="number">{score} %</small>
      <span className="visually-hidden">
        {say('compliance.map.cell', { chapter, subsystem, asked, full, part, failing })}
      </span>
    </button>
  )
}

/** Six grounds, from nothing to everything. */
function depthOf({ asked, full, part }: Tally): number {
  const halves = 2 * full + part
  if (halves === 0) return 0
  return halves === 2 * asked ? 5 : 1 + Math.floor((4 * halves) / (2 * asked))
}
