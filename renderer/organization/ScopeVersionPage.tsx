import { Button, Input } from 'antd'
import { useParams } from 'react-router'

import { inForceOn, scopeContent } from '#shared/organization/declaration'
import type { ScopeBasis } from '#shared/organization/scope'

import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { knownIn, textIn } from '../ui/typed.ts'
import { DeclarationActs, DeclarationStanding } from './DeclarationActs.tsx'
import { Facts } from './Facts.tsx'
import { SubmitAct } from './SubmitAct.tsx'
import { startOf, useDeclaring, useVersionFields } from './use-declaring.ts'
import { type ShownDeclaration, useDeclarations, usualDays } from './use-system.ts'

/** One version of the scope document: what is written, and what comes from the registers. */
export function ScopeVersionPage() {
  const say = useSay()
  const go = useGo()
  const may = useMay()
  const { id } = useParams()
  const asked = useDeclarations('scope')
  const version = asked.data?.find((each) => each.id === id) ?? null
  const isNew = id === 'new'
  const isWritten = isNew || (version?.state === 'draft' && may('organization.enter'))
  const back = () => go('/organization/scope')
  return (
    <PageFrame
      title={say('organization.scope.document')}
      purpose={say('organization.scope.purpose')}
      action={
        <>
          {version && <DeclarationActs declaration={version} onGone={back} />}
          <Button onClick={back}>{say('organization.scope.title')}</Button>
        </>
      }
    >
      <TroubleNote trouble={asked.error} />
      {asked.data && !isNew && !version && <p>{say('organization.unknown-record')}</p>}
      {version && (
        <section className="paper" aria-label={version.content.title}>
          <DeclarationStanding declaration={version} />
          {!isWritten && <ScopeText version={version} />}
        </section>
      )}
      {asked.data && isWritten && (
        <ScopeEditor
          key={id}
          version={version}
          before={inForceOn(asked.data, 'core', usualDays().today) ?? null}
          onDone={(saved) => go(`/organization/scope/${saved}`)}
        />
      )}
      {version && (
        <div className="record-page">
          <div className="organization-side">{version.basis && <Basis basis={version.basis} />}</div>
          <RecordSide record={`organization/scope/${version.id}`} />
        </div>
      )}
    </PageFrame>
  )
}

interface ScopeEditorProps {
  readonly version: ShownDeclaration | null
  readonly before: ShownDeclaration | null
  readonly onDone: (id: string) => void
}
function ScopeEditor({ version, before, onDone }: ScopeEditorProps) {
  const say = useSay()
  const declaring = useDeclaring({ subsystem: 'core', version, onDone, contentOf })
  const fields = useFields(version !== null || before !== null)
  const from = version ?? before
  const content = from?.content.kind === 'scope' ? from.content : null
  return (
    <RecordForm
      title={say('organization.scope.document')}
      draft={`organization/scope/${version?.id ?? 'new'}`}
      isThere={version !== null}
      initial={{
        title: content?.title ?? say('organization.scope.default-title'),
        statement: content?.statement ?? '',
        activities: content?.activities ?? '',
        interfaces: content?.interfaces ?? '',
        ...startOf(version),
      }}
      fields={fields}
      submit={say('organization.declaration.save')}
      onSubmit={declaring.keep}
      busy={declaring.busy}
      trouble={declaring.trouble}
      acts={<SubmitAct want={declaring.want} />}
    />
  )
}
function contentOf(typed: Typed) {
  return scopeContent.parse({
    kind: 'scope',
    title: textIn(typed, 'title'),
    statement: textIn(typed, 'statement'),
    activities: knownIn(typed, 'activities'),
    interfaces: knownIn(typed, 'interfaces'),
  })
}

function useFields(isRevision: boolean): readonly Field[] {
  const say = useSay()
  const versionFields = useVersionFields(scopeContent.shape.title, isRevision)
  return [
    ...versionFields,
    {
      name: 'statement',
      label: say('organization.scope.field.statement'),
      kind: 'own',
      schema: scopeContent.shape.statement,
      control: <Input.TextArea rows={4} className="organization-grow" maxLength={20_000} />,
    },
    { name: 'activities', label: say('organization.scope.field.activities'), kind: 'area' },
    { name: 'interfaces', label: say('organization.scope.field.interfaces'), kind: 'area' },
  ]
}

function ScopeText({ version }: { readonly version: ShownDeclaration }) {
  const say = useSay()
  const { content, validFrom, reviewOn, reason } = version
  if (content.kind !== 'scope') return null
  return (
    <>
      <Facts
        lines={[
          [say('organization.declaration.validFrom'), validFrom],
          [say('organization.declaration.reviewOn'), reviewOn],
          [say('organization.declaration.reason'), reason],
        ]}
      />
      <h2 className="organization-policy-title">{content.title}</h2>
      <p className="organization-policy">{content.statement}</p>
      <Facts
        lines={[
          [say('organization.scope.field.activities'), content.activities],
          [say('organization.scope.field.interfaces'), content.interfaces],
        ]}
      />
    </>
  )
}

/** What the registers say: the same that is printed, and that is frozen at approval. */
function Basis({ basis }: { readonly basis: ScopeBasis }) {
  const say = useSay()
  const { boundary, places, products, adoptions } = basis
  const between = say.language === 'zh' ? '、' : ', '
  return (
    <section className="paper" aria-label={say('organization.scope.from-records')}>
      <h2>{say('organization.scope.from-records')}</h2>
      <p>
        {boundary
          ? say('organization.scope.rests-on', {
              number: boundary.number,
              title: boundary.title,
              from: boundary.validFrom,
              approach: say(`organization.approach.${boundary.approach}`),
            })
          : say('organization.scope.no-boundary')}
      </p>
      <Facts
        lines={[
          [
            say('organization.scope.places'),
            <ul key="places" className="organization-places">
              {places.map(({ name, depth, share }) => (
                <li key={name} style={{ paddingInlineStart: depth * 16 }}>
                  {name} {share !== null && <span className="unit">{share} %</span>}
                </li>
              ))}
            </ul>,
          ],
          [say('organization.scope.part.products'), products.join(between)],
          [
            say('organization.scope.part.subsystems'),
            adoptions
              .filter(({ isAdopted }) => isAdopted)
              .map(({ subsystem }) => say(`organization.subsystem.${subsystem}`))
              .join(between),
          ],
        ]}
      />
      {boundary && boundary.exclusions.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('organization.scope.part.exclusions')}</th>
              <th scope="col">{say('organization.scope.why')}</th>
              <th scope="col" className="right">
                {say('organization.scope.size')}
              </th>
            </tr>
          </thead>
          <tbody>
            {boundary.exclusions.map(({ what, reason, size }) => (
              <tr key={what}>
                <td>{what}</td>
                <td>{reason}</td>
                <td className="right">{size === null ? '—' : `${size.value} ${size.in}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
