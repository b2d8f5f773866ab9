import { useSay } from '../kernel/say.ts'

/**
 * Says that a number on the page is being computed again and still shows what it was. It is drawn only when that takes
 * a moment, so that nothing flickers.
 */
export function Renewing({ busy }: { readonly busy: boolean }) {
  const say = useSay()
  return (
    <span className="renewing" role="status">
      {busy && <span>{say('frame.renewing')}</span>}
    </span>
  )
}
