import { Alert } from 'antd'

import { troubleText, useSay } from '../kernel/say.ts'

/** A refusal or an unexpected error, where it happened and until it is mended. Nothing is shown for no trouble. */
export function TroubleNote({
  trouble,
  onClose,
}: {
  readonly trouble: unknown
  readonly onClose?: () => void
}) {
  const say = useSay()
  if (trouble === null || trouble === undefined) return null
  return (
    <Alert
      type="error"
      showIcon
      icon={undefined}
      title={troubleText(say, trouble)}
      closable={onClose ? { onClose, 'aria-label': say('frame.close') } : false}
    />
  )
}
