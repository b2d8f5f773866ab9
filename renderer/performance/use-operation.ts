import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { followed } from './use-performance.ts'

export function useSystemReviews() {
  return useAsk(['performance', 'system-reviews'], () => api.performance.systemReviews({}), {
    also: ['organization'],
  })
}
export function useReviewMethods() {
  return useAsk(['performance', 'review-methods'], () => api.performance.reviewMethods({}))
}
export function useChanges() {
  return useAsk(['performance', 'changes'], () => api.performance.changes({}))
}
export function useCriteria() {
  return useAsk(['performance', 'criteria'], () => api.performance.criteria({}), {
    also: ['activity', 'monitoring'],
  })
}
export function useThresholds() {
  return useAsk(['performance', 'thresholds'], () => api.performance.thresholds({}))
}
export function useAppraisals() {
  return useAsk(['performance', 'appraisals'], () => api.performance.appraisals({}))
}
export function useSuppliers() {
  return useAsk(['performance', 'suppliers'], () => api.performance.suppliers({}))
}
export function useScoreCriteria() {
  return useAsk(['performance', 'score-criteria'], () => api.performance.scoreCriteria({}))
}
export function useTechnologies() {
  return useAsk(['performance', 'technologies'], () => api.performance.technologies({}))
}
export function useMeasureParts() {
  return useAsk(['performance', 'measure-parts'], () => api.performance.measureParts({}))
}
export function useCoverage() {
  return useAsk(['performance', 'coverage'], () => api.performance.coverage({}), { also: followed })
}
