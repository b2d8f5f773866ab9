import { App } from 'antd'
import { useEffect } from 'react'

import { useUndo } from './commands.ts'
import { isTyping } from './keys.ts'
import { troubleText, useSay } from './say.ts'

/** Ctrl Z takes back the last act by its compensating command and says what it took back, or why it could not. */
export function useUndoKey(): void {
  const say = useSay()
  const { notification } = App.useApp()
  useEffect(() => {
    const takeBack = async () => {
      const act = useUndo.getState().take()
      if (!act) return
      const what = say.of(act.done)
      try {
        await act.undo()
        notification.info({ title: say('frame.undone', { what }), placement: 'bottomRight' })
      } catch (trouble) {
        const why = troubleText(say, trouble)
        notification.warning({ title: say('frame.undo-refused', { what, why }), duration: 0 })
      }
    }
    const hear = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
      if (!isUndo || event.defaultPrevented || isTyping(event.target)) return
      event.preventDefault()
      void takeBack()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [say, notification])
}
