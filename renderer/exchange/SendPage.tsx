import { Alert } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'react-router'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { withScope } from '../kernel/scope.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ExportFiles } from './ExportFiles.tsx'
import { SendTo } from './SendTo.tsx'

/** Sends a file that another page made: `/exchange/send?file=<download>`. */
export function SendPage() {
  const say = useSay()
  const { search } = useLocation()
  const [params] = useSearchParams()
  const download = params.get('file') ?? ''
  const [isSent, setSent] = useState(false)
  const keep = useCommand((id: string) => api.exchange.keepOffered({ download: id }))
  const [kept, setKept] = useState<Awaited<ReturnType<typeof keep.run>>>()
  const { run } = keep
  useEffect(() => {
    void run(download).then(setKept)
  }, [download, run])
  return (
    <PageFrame title={say('exchange.send-page')} purpose={say('exchange.send-page.purpose')}>
      <TroubleNote trouble={keep.trouble} />
      {kept && (
        <section className="paper" aria-label={say('exchange.send-page')}>
          <ExportFiles files={[kept]} />
          <SendTo exports={[kept.id]} onSent={() => setSent(true)} />
          {isSent && (
            <Alert
              type="success"
              role="status"
              className="exchange-made"
              title={say('exchange.send-page.sent')}
              description={
                <Link to={withScope('/exchange/files?tab=outbox', search)}>
                  {say('exchange.send-page.to-outbox')}
                </Link>
              }
            />
          )}
        </section>
      )}
    </PageFrame>
  )
}
