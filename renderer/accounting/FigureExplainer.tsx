import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'

import type { FigureNode } from '#shared/accounting/inventory'
import type { FigureRecord } from '#shared/kernel/figure'

import { useSay } from '../kernel/say.ts'
import { FormulaText, NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { type FigureSubject, useFigure } from './explained-figure.ts'
import { FactorLeaf } from './FactorLeaf.tsx'
import { figureName } from './figure-name.ts'
import { FigureBasis } from './FigureBasis.tsx'
import { FigureFormula } from './FigureFormula.tsx'
import { FigureTree } from './FigureTree.tsx'
import { ReadingLeaf } from './ReadingLeaf.tsx'

/** One floor of the way down: by which operand it was reached, and what it is called. */
interface Floor {
  readonly at: readonly number[]
  readonly name: string
}

/** A number in the drawer: how it came about, and everything it was made of, down to readings and factors. */
export function FigureExplainer({ subject }: { readonly subject: FigureSubject }) {
  return <Explained key={`${subject.of?.area ?? subject.inventory} ${subject.path}`} subject={subject} />
}

function Explained({ subject }: { readonly subject: FigureSubject }) {
  const say = useSay()
  const [floors, setFloors] = useState<readonly Floor[]>([])
  const at = floors.at(-1)?.at ?? []
  const root = useFigure(subject, [])
  const asked = useFigure(subject, at)
  const head = useRef<HTMLHeadingElement>(null)
  const depth = floors.length
  useEffect(() => {
    if (depth > 0) head.current?.focus()
  }, [depth])
  const node = asked.data
  if (!node) return <TroubleNote trouble={asked.error} />
  const rootName = root.data ? figureName(say, root.data.figure) : ''
  const open = (below: readonly number[], figure: FigureRecord) =>
    setFloors([...floors, { at: [...at, ...below], name: figureName(say, figure, node.figure.facts) }])
  return (
    <div className="figure">
      <TroubleNote trouble={asked.error} />
      {floors.length > 0 && (
        <nav className="figure-way" aria-label={say('accounting.explain.way')}>
          <ol>
            <li>
              <Button type="link" size="small" onClick={() => setFloors([])}>
                <FormulaText text={rootName} />
              </Button>
            </li>
            {floors.map(({ at: path, name }, index) => (
              <li key={path.join('.')} aria-current={index === depth - 1 ? 'step' : undefined}>
                <Button
                  type="link"
                  size="small"
                  disabled={index === depth - 1}
                  onClick={() => setFloors(floors.slice(0, index + 1))}
                >
                  <FormulaText text={name} />
                </Button>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <h3 ref={head} tabIndex={-1} className="figure-name">
        <FormulaText text={figureName(say, node.figure)} />
      </h3>
      <FigureBody subject={subject} at={at} node={node} onOpen={open} />
    </div>
  )
}

interface BodyProps {
  readonly subject: FigureSubject
  readonly at: readonly number[]
  readonly node: FigureNode
  readonly onOpen: (below: readonly number[], figure: FigureRecord) => void
}

function FigureBody({ subject, at, node, onOpen }: BodyProps) {
  const say = useSay()
  const { figure } = node
  const { value, unit, operation, operands, origin } = figure
  return (
    <>
      <p className="figure-value">
        <NumberText value={value} unit={unit} decimals={6} />
        <StateTag tone="quiet" icon="calculator" text={say(`accounting.operation.${operation}`)} />
      </p>
      {operands.length > 0 && (
        <FigureFormula figure={figure} onOpen={(index, operand) => onOpen([index], operand)} />
      )}
      <FigureBasis figure={figure} />
      {operands.length > 0 && (
        <FigureTree key={at.join('.')} subject={subject} at={at} node={node} onOpen={onOpen} />
      )}
      {origin?.kind === 'factor' && <FactorLeaf origin={origin} title={figureName(say, figure)} />}
      {origin?.kind === 'readings' && <ReadingLeaf origin={origin} inventory={subject.inventory} />}
    </>
  )
}
