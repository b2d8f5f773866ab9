import { Link, useLocation } from 'react-router'

import { Icon } from '../ui/Icon.tsx'
import { useSay } from './say.ts'
import { withScope } from './scope.ts'
import { useMay } from './session.ts'

/** Leads from a file that was just made to where it is sent to somebody. */
export function SendLink({ download, fileName }: { readonly download: string; readonly fileName: string }) {
  const say = useSay()
  const { search } = useLocation()
  if (!useMay()('exchange.enter')) return null
  return (
    <Link
      to={withScope(`/exchange/send?file=${encodeURIComponent(download)}`, search)}
      aria-label={`${say('frame.send-file')} ${fileName}`}
      style={{ textDecoration: 'underline' }}
    >
      <Icon name="outbox" size={14} /> {say('frame.send-file')}
    </Link>
  )
}
