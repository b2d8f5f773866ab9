import { Form, Radio } from 'antd'

import { languages } from '#shared/kernel/texts'

import { type Density, type Theme, usePreferences } from '../kernel/preferences.ts'
import { useSay } from '../kernel/say.ts'
import { PageFrame } from '../ui/PageFrame.tsx'

const themes: readonly Theme[] = ['system', 'light', 'dark']
const densities: readonly Density[] = ['dense', 'roomy']

/** How the window looks and speaks, for this person alone. Every choice holds at once. */
export function SettingsPage() {
  const say = useSay()
  const { theme, density, choose } = usePreferences()
  return (
    <PageFrame title={say('frame.settings.title')} purpose={say('frame.settings.purpose')}>
      <Form layout="vertical" className="paper">
        <Form.Item label={say('frame.language')}>
          <Radio.Group
            aria-label={say('frame.language')}
            value={say.language}
            options={languages.map((value) => ({ value, label: say(`frame.language.${value}`) }))}
            onChange={({ target }) => choose({ language: target.value === 'en' ? 'en' : 'zh' })}
          />
        </Form.Item>
        <Form.Item label={say('frame.theme')}>
          <Radio.Group
            aria-label={say('frame.theme')}
            value={theme}
            options={themes.map((value) => ({ value, label: say(`frame.theme.${value}`) }))}
            onChange={({ target }) =>
              choose({ theme: themes.find((known) => known === target.value) ?? 'system' })
            }
          />
        </Form.Item>
        <Form.Item label={say('frame.density')}>
          <Radio.Group
            aria-label={say('frame.density')}
            value={density}
            options={densities.map((value) => ({ value, label: say(`frame.density.${value}`) }))}
            onChange={({ target }) => choose({ density: target.value === 'roomy' ? 'roomy' : 'dense' })}
          />
        </Form.Item>
      </Form>
    </PageFrame>
  )
}
