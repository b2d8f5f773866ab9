import { Button, Checkbox } from 'antd'
import { useState } from 'react'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

/** Obligations that such plants usually have, to choose from. Whether each applies is judged afterwards. */
export function LibraryPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { language } = say
  const asked = useAsk(['compliance', 'library'], () => api.compliance.obligationLibrary({}))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const take = useCommand((refs: string[]) => api.compliance.takeObligations({ refs, language }))
  const library = asked.data
  const choose = (ref: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(ref)
    else next.delete(ref)
    setChosen(next)
  }
  const submit = async () => {
    if (await take.run([...chosen])) go('/compliance/obligations')
  }
  return (
    <PageFrame
      title={say('compliance.library')}
      purpose={library?.title[language] ?? say('compliance.library.purpose')}
      action={
        may('compliance.enter') && (
          <Button
            type="primary"
            disabled={chosen.size === 0}
            loading={take.busy}
            onClick={() => void submit()}
          >
            {say('compliance.library.take', { count: chosen.size })}
          </Button>
        )
      }
    >
      <TroubleNote trouble={asked.error ?? take.trouble} onClose={take.forget} />
      {library && (
        <>
          <p>
            <StateTag tone="warn" text={library.note[language]} />
          </p>
          <section className="paper plain-scroll" aria-label={say('compliance.library')}>
            <table className="plain-table obligations-library">
              <thead>
                <tr>
                  <td />
                  <th scope="col">{say('compliance.obligation.title')}</th>
                  <th scope="col">{say('compliance.library.gist')}</th>
                  <th scope="col">{say('compliance.deadlines')}</th>
                  <th scope="col">{say('compliance.library.source')}</th>
                </tr>
              </thead>
              <tbody>
                {library.entries.map((entry) => {
                  const { ref, title, code, issuer, effectiveOn, gist, deadlines, source, verification } =
                    entry
                  return (
                    <tr key={ref}>
                      <td>
                        <Checkbox
                          aria-label={title[language]}
                          checked={entry.isTaken || chosen.has(ref)}
                          disabled={entry.isTaken}
                          onChange={({ target }) => choose(ref, target.checked)}
                        />
                      </td>
                      <td>
                        <strong>{title[language]}</strong>
                        <div className="page-purpose">
                          {[code, issuer[language], effectiveOn].filter(Boolean).join(' · ')}
                        </div>
                        {entry.isTaken && <StateTag tone="good" text={say('compliance.library.taken')} />}
                      </td>
                      <td>{gist[language]}</td>
                      <td>
                        {deadlines.map(({ what, monthDay }) => (
                          <div key={what.en}>
                            <span className="number">{monthDay}</span> {what[language]}
                          </div>
                        ))}
                      </td>
                      <td className="page-purpose">
                        {say(`factors.verification.${verification}`)}
                        <br />
                        {source}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </section>
        </>
      )}
    </PageFrame>
  )
}
