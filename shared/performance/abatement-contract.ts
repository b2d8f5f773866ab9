import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'

import { curve, interest } from './abatement.ts'
import { choice, choiceQuestion } from './choice.ts'
import { path, pathId, pathInput } from './path.ts'

export const abatementContract = {
  /** Every measure that is not finished, by what a tonne costs. */
  curve: query('performance.read', z.object({ rate: interest }), curve),
  /** The measures that reach a reduction at least cost. */
  choose: task('performance.read', choiceQuestion, choice),
  paths: query('performance.read', nothing, z.array(path)),
  keepPath: command('performance.enter', pathInput, path),
  dropPath: command('performance.enter', z.object({ id: pathId }), nothing),
}
