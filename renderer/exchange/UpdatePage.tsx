import { useState } from 'react'

import type { UpdateManifest } from '#shared/exchange/update'
import { dayAt } from '#shared/kernel/period'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { FactTable } from '../ui/FactTable.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { UploadArea } from '../ui/UploadArea.tsx'
import { UpdateFeed } from './UpdateFeed.tsx'

type Standing = Awaited<ReturnType<typeof api.exchange.updateStanding>>

/** What runs here, an update from a file or from a feed, and the way back. */
export function UpdatePage() {
  const say = useSay()
  const may = useMay()
  const { data: standing } = useAsk(['exchange', 'updateStanding'], () => api.exchange.updateStanding({}))
  const [upload, setUpload] = useState<string | null>(null)
  const reading = useTask((given: string, signal: AbortSignal) =>
    api.exchange.readUpdate({ upload: given }, { signal }),
  )
  const take = (given: string) => {
    setUpload(given)
    void reading.start(given)
  }
  const mayUpdate = may('exchange.manage') && standing !== undefined && standing.keys.length > 0
  return (
    <PageFrame title={say('exchange.update')} purpose={say('exchange.update.purpose')}>
      {standing && <Here standing={standing} />}
      {mayUpdate && (
        <section className="paper" aria-label={say('exchange.update.found')}>
          <UploadArea
            label={say('exchange.update.bring')}
            accept=".tanbu-update"
            onUploaded={(given) => take(given)}
          />
          <TaskPanel running={reading} title={say('exchange.update.step-checking')} />
          {upload !== null && reading.task.state === 'done' && (
            <Found upload={upload} found={reading.task.result} standing={standing} />
          )}
        </section>
      )}
      {mayUpdate && standing.kind !== null && <UpdateFeed feed={standing.feed} onBrought={take} />}
      {standing?.kind && <WayBack standing={standing} />}
    </PageFrame>
  )
}

function Here({ standing: { program, keys, kind } }: { readonly standing: Standing }) {
  const say = useSay()
  return (
    <section className="paper" aria-label={say('exchange.update.here')}>
      <h2>{say('exchange.update.here')}</h2>
      <FactTable
        facts={[
          { name: say('exchange.update.version'), value: program.version },
          { name: say('exchange.update.machine'), value: `${program.platform} ${program.arch}` },
          { name: say('exchange.update.schema'), value: program.schema },
          {
            name: say('exchange.update.keys'),
            value: keys.length > 0 ? keys.join(', ') : say('exchange.update.keys-none'),
          },
        ]}
      />
      {kind === null && <p>{say('exchange.update.host')}</p>}
    </section>
  )
}

interface FoundProps {
  readonly upload: string
  readonly found: { readonly manifest: UpdateManifest; readonly key: string; readonly unfit: string | null }
  readonly standing: Standing
}

function Found({ upload, found: { manifest, key, unfit }, standing }: FoundProps) {
  const say = useSay()
  const { version, platform, arch, releasedAt, size, schema, notes } = manifest
  const applying = useTask((password: string, signal: AbortSignal) =>
    api.exchange.applyUpdate({ upload, password }, { signal }),
  )
  const note = notes[say.language]
  return (
    <>
      <FactTable
        facts={[
          {
            name: say('exchange.update.found'),
            value: (
              <>
                {version} · {platform} {arch}{' '}
                <StateTag
                  tone={unfit === null ? 'good' : 'stop'}
                  text={say.of({ code: unfit ?? 'exchange.update.fits' })}
                />
              </>
            ),
          },
          { name: say('exchange.update.signature'), value: say('exchange.update.signed', { key }) },
          { name: say('exchange.update.released'), value: dayAt(releasedAt) },
          {
            name: say('exchange.update.size'),
            value: say('exchange.update.size-of', { size: (size / 2 ** 20).toFixed(1) }),
          },
          {
            name: say('exchange.update.schema'),
            value:
              schema === standing.program.schema
                ? say('exchange.update.schema-same')
                : say('exchange.update.schema-new', { schema }),
          },
          ...(note === '' ? [] : [{ name: say('exchange.update.notes'), value: note }]),
        ]}
      />
      {unfit === null && standing.kind !== null && (
        <div className="exchange-update-act">
          <PasswordAct
            label={say('exchange.update.apply')}
            question={say('exchange.update.apply-ask', { version })}
            running={applying}
            input={(password) => password}
          />
        </div>
      )}
      {applying.task.state !== 'refused' && (
        <TaskPanel
          running={applying}
          title={say('exchange.update.applying')}
          result={({ version: to, backup }) => say('exchange.update.handed', { version: to, backup })}
        />
      )}
    </>
  )
}

function WayBack({ standing: { previous } }: { readonly standing: Standing }) {
  const say = useSay()
  const may = useMay()
  const going = useTask((password: string, signal: AbortSignal) =>
    api.exchange.goBack({ password }, { signal }),
  )
  return (
    <section className="paper" aria-label={say('exchange.update.back')}>
      <h2>{say('exchange.update.back')}</h2>
      {previous === null ? (
        <p>{say('exchange.update.back-none')}</p>
      ) : (
        <>
          <p>{say('exchange.update.back-what', { version: previous.version })}</p>
          {may('exchange.manage') && (
            <div className="exchange-update-act">
              <PasswordAct
                danger
                label={say('exchange.update.back-do', { version: previous.version })}
                question={say('exchange.update.back-ask', { version: previous.version })}
                running={going}
                input={(password) => password}
              />
            </div>
          )}
        </>
      )}
    </section>
  )
}
