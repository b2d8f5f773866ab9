import { Button } from 'antd'
import { Link, useLocation } from 'react-router'

import type { NextStep } from '#shared/compliance/conformity-contract'

import { useSay } from '../kernel/say.ts'
import { useGo, withScope } from '../kernel/scope.ts'

/** What the records want most, with the way to where it is seen to. */
export function NextSteps({ steps, tree }: { readonly steps: readonly NextStep[]; readonly tree: string }) {
  const say = useSay()
  const go = useGo()
  const { search } = useLocation()
  return (
    <section className="paper" aria-label={say('compliance.map.steps')}>
      <h2>{say('compliance.map.steps')}</h2>
      {steps.length === 0 && <p>{say('compliance.map.no-steps')}</p>}
      {steps.length > 0 && (
        <>
          <p className="page-purpose">{say('compliance.map.steps-hint')}</p>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{say('compliance.map.step-what')}</th>
                <th scope="col" className="right">
                  {say('compliance.map.step-completes')}
                </th>
                <th scope="col" className="right">
                  {say('compliance.map.step-touches')}
                </th>
                <th scope="col">{say('compliance.clauses')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {steps.map((step) => (
                <tr key={`${step.code} ${step.path} ${JSON.stringify(step.facts)}`}>
                  <td>{say.of(step)}</td>
                  <td className="right number">{step.completes}</td>
                  <td className="right number">{step.touches}</td>
                  <td>
                    <span className="compliance-examples">
                      {step.examples.map((id) => (
                        <Link key={id} to={withScope(`/compliance/requirements/${tree}/${id}`, search)}>
                          {id}
                        </Link>
                      ))}
                      {step.touches > step.examples.length && '…'}
                    </span>
                  </td>
                  <td className="right">
                    <Button
                      size="small"
                      aria-label={`${say('compliance.map.step-go')}: ${say.of(step)}`}
                      onClick={() => go(step.path)}
                    >
                      {say('compliance.map.step-go')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
