import { draw, type DrawTask } from '#shared/accounting/draw'
import type { DrawnOutput } from '#shared/accounting/uncertainty-model'
import type { Progress } from '#shared/kernel/contract'

/** Draws an inventory many times, saying now and then how far it has come. */
export function drawJob(
  task: DrawTask,
  { report }: { readonly report: (progress: Progress) => void },
): Promise<DrawnOutput[]> {
  let said = 0
  const outputs = draw(task, (done) => {
    if (done - said < task.draws / 50) return
    said = done
    report({ step: 'accounting.uncertainty.step-drawing', done, total: task.draws })
  })
  return Promise.resolve(outputs)
}
