import { useCommand } from '../kernel/commands.ts'
import type { Undoable } from '../kernel/commands.ts'
import { type Field, RecordForm, type Typed } from './RecordForm.tsx'

interface KeepFormProps<T> {
  readonly title: string
  /** Names the draft. */
  readonly draft: string
  readonly initial: Typed
  /** Whether it is about a record that is there. */
  readonly isThere?: boolean
  readonly fields: readonly Field[]
  readonly submit: string
  readonly keep: (typed: Typed, seen: Typed) => Promise<T>
  readonly undo?: (kept: T) => Undoable | null
  /** Called once it is kept, and when the form is left. Left out: the form stays. */
  readonly onDone?: () => void
}

/** A form whose content one command keeps; then it closes. */
export function KeepForm<T>({ keep, undo, onDone, ...form }: KeepFormProps<T>) {
  const save = useCommand(
    ({ typed, seen }: { readonly typed: Typed; readonly seen: Typed }) => keep(typed, seen),
    undo ? { undo } : {},
  )
  const finish = async (typed: Typed, seen: Typed) => {
    const kept = await save.run({ typed, seen })
    if (kept !== undefined) onDone?.()
    return kept !== undefined
  }
  return (
    <RecordForm
      {...form}
      onSubmit={finish}
      busy={save.busy}
      trouble={save.trouble}
      onSettled={save.forget}
      {...(onDone && { onLeave: onDone })}
    />
  )
}
