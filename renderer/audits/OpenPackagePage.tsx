import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { OpenForm } from '../kernel/SealedFile.tsx'
import { useTask } from '../kernel/tasks.ts'
import { PageFrame } from '../ui/PageFrame.tsx'

/** Where an auditor begins who was given a sealed package. */
export function OpenPackagePage() {
  const say = useSay()
  const go = useGo()
  const opening = useTask((given: { readonly upload: string; readonly passphrase: string }, signal) =>
    api.audits.receivePackage(given, { signal }),
  )
  return (
    <PageFrame title={say('audits.package.open')} purpose={say('audits.package.open-why')}>
      <section className="paper audits-package" aria-label={say('audits.package.open')}>
        <OpenForm
          label={say('audits.package.choose')}
          accept=".tanbu-audit"
          act={say('audits.package.open')}
          running={opening}
          onDone={({ audit }) => go(`/audits/${audit}`)}
        />
      </section>
    </PageFrame>
  )
}
