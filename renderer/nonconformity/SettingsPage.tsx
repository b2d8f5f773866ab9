import { Button } from 'antd'

import { caseSettings } from '#shared/nonconformity/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { KeepForm } from '../ui/KeepForm.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { Typed } from '../ui/RecordForm.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { numberIn, typedNumber, wholeIn } from '../ui/typed.ts'

const names = ['majorDeviation', 'containWithin', 'closeWithin', 'effectAfter', 'answerWithin'] as const

/** Limits and days that the plant decided for its cases. */
export function SettingsPage() {
  const say = useSay()
  const go = useGo()
  const asked = useAsk(['nonconformity', 'settings'], () => api.nonconformity.settings({}))
  const save = (typed: Typed) =>
    api.nonconformity.setSettings(
      caseSettings.parse({
        ...Object.fromEntries(names.map((name) => [name, wholeIn(typed, name)])),
        majorDeviation: numberIn(typed, 'majorDeviation'),
      }),
    )
  const { data } = asked
  return (
    <PageFrame
      title={say('nonconformity.cases.settings')}
      purpose={say('nonconformity.settings.purpose')}
      action={<Button onClick={() => go('/nonconformity')}>{say('nonconformity.cases.all')}</Button>}
    >
      <TroubleNote trouble={asked.error} />
      {data && (
        <KeepForm
          title={say('nonconformity.cases.settings')}
          draft="nonconformity/settings"
          isThere
          initial={Object.fromEntries(names.map((name) => [name, String(data[name])]))}
          fields={names.map((name) => ({
            name,
            label: say(`nonconformity.settings.${name}`),
            kind: 'number',
            schema: typedNumber,
          }))}
          submit={say('nonconformity.save')}
          keep={save}
        />
      )}
    </PageFrame>
  )
}
