import { equalValuesOf, indicatorsOf } from '#db/performance/queries'
import { serve } from '#electron/kernel/context'
import type { SignalSource } from '#electron/kernel/offers'
import { performanceContract } from '#shared/performance/contract'

import { choose, curveOf, dropPath, keepPath, keptPaths } from './abatement.ts'
import { appraisalHandlers } from './appraisals.ts'
import {
  adjustBaseline,
  approveBaseline,
  discardBaseValue,
  setBaseline,
  setThreshold,
  shownBaselines,
} from './baselines.ts'
import { changeHandlers } from './changes.ts'
import { dropEqualValue, energyYears, setEqualValue } from './energy.ts'
import { figureNodeAt } from './figures.ts'
import { paceOfTarget } from './follow.ts'
import {
  addIndicator,
  addReference,
  changeMethod,
  dropMethod,
  editIndicator,
  historyOf,
  removeIndicator,
  removeReference,
  retireIndicator,
  reviewValue,
} from './indicators.ts'
import { lookHandlers } from './looks.ts'
import { addMeasure, editMeasure, moveMeasure, removeMeasure } from './measures.ts'
import {
  addObjective,
  addTarget,
  adjustTarget,
  closeObjective,
  editObjective,
  editTarget,
  publishObjective,
  removeObjective,
  removeTarget,
  shownObjectives,
} from './objectives.ts'
import { operationHandlers } from './operation.ts'
import { scopes } from './scopes.ts'
import { shippedReferences } from './shipped-references.ts'
import { supplierHandlers } from './suppliers.ts'
import { systemReviewHandlers } from './system-reviews.ts'
import { technologyHandlers } from './technologies.ts'
import { yearData } from './year-data.ts'

/** @param signals every area's word on the requirements, which a system review shows. */
export function createPerformanceService(signals: () => readonly SignalSource[]) {
  return serve(
    performanceContract,
    {
      indicators: ({ db }) => indicatorsOf(db),
      addIndicator,
      editIndicator,
      changeMethod,
      dropMethod: (context, { id }) => dropMethod(context, id),
      retireIndicator: (context, { id }) => retireIndicator(context, id, context.today),
      resumeIndicator: (context, { id }) => retireIndicator(context, id, null),
      removeIndicator: (context, { id }) => done(removeIndicator(context, id)),
      history: historyOf,
      review: (context, input) => done(reviewValue(context, input)),
      addReference,
      removeReference: (context, { id }) => done(removeReference(context, id)),
      shippedReferences: ({ around }) => shippedReferences(around),
      energy: (context) => energyYears(yearData(context)),
      equalValues: ({ db }) => equalValuesOf(db),
      setEqualValue: (context, input) => done(setEqualValue(context, input)),
      dropEqualValue: (context, { year }) => done(dropEqualValue(context, year)),
      figure: (context, { path, at }) => figureNodeAt(context, path, at),

      baselines: shownBaselines,
      setBaseline,
      setThreshold: (context, { id, threshold }) => done(setThreshold(context, id, threshold)),
      adjustBaseline: (context, input) => done(adjustBaseline(context, input)),
      discardBaseValue: (context, { id }) => done(discardBaseValue(context, id)),
      approveBaseline,

      objectives: ({ db }) => shownObjectives(db),
      addObjective,
      editObjective,
      removeObjective: (context, { id }) => done(removeObjective(context, id)),
      publishObjective,
      closeObjective: (context, { id, result }) => done(closeObjective(context, id, result)),
      addTarget,
      editTarget,
      adjustTarget,
      removeTarget: (context, { id }) => done(removeTarget(context, id)),
      pace: (context, { id }) => paceOfTarget(context, id),
      addMeasure,
      editMeasure,
      removeMeasure: (context, { id }) => done(removeMeasure(context, id)),
      moveMeasure: (context, input) => moveMeasure(context, input),
      decideMeasure: (context, input) => moveMeasure(context, input, ['approved', 'verified']),

      curve: ({ db }, { rate }) => curveOf(db, rate),
      choose,
      paths: ({ db }) => keptPaths(db),
      keepPath,
      dropPath: (context, { id }) => done(dropPath(context, id)),

      ...changeHandlers,
      ...systemReviewHandlers(signals),
      ...operationHandlers,
      ...appraisalHandlers,
      ...supplierHandlers,
      ...technologyHandlers,
      ...lookHandlers,
    },
    scopes,
  )
}

/** The answer of what answers nothing. */
function done(_done: void): Record<string, never> {
  return {}
}
