import type { PersonId } from '#shared/access/model'
import type { NewReview, Review, ReviewId } from '#shared/review/model'
import { requiredOutputs, verdictChoices, verdictsOf } from '#shared/review/outputs'
import { administrator, type Api, finish, startBackend, type TestBackend } from '#test/support/backend'

/** A plant whose management reviews, and a helper that leads a review to its signature. */
export interface Plant {
  readonly backend: TestBackend
  readonly api: Api
  readonly person: PersonId
  readonly plan: (facts?: Partial<NewReview>) => Promise<Review>
  /** Everything that minutes need, but what is left out. */
  readonly fillMinutes: (id: ReviewId, without?: (output: string) => boolean) => Promise<void>
  readonly sign: (id: ReviewId, by?: Api) => Promise<unknown>
}

export async function startPlant(): Promise<Plant> {
  const backend = await startBackend()
  const { api } = backend
  const [own] = await api.access.staff({})
  const person = own!.personId
  // Two subsystems are enough for every rule, and quicker than four.
  for (const subsystem of ['trading', 'neutrality'] as const)
    await api.organization.decideSubsystem({
      subsystem,
      isAdopted: false,
      reason: '不参与交易，也不做中和声明',
      since: '2026-01-01',
    })
  return {
    backend,
    api,
    person,
    plan: (facts = {}) =>
      api.review.plan({
        title: '2026 年度碳管理评审',
        plannedOn: '2026-07-10',
        from: '2025-07-01',
        to: '2026-07-01',
        place: '一号会议室',
        chair: person,
        invited: [person],
        ...facts,
      }),
    fillMinutes: async (id, without = () => false) => {
      const { subsystems } = await api.review.review({ id })
      await api.review.freeze({ id })
      await api.review.keepMeeting({ id, heldOn: '2026-06-30', present: [person], note: '' })
      for (const required of requiredOutputs(subsystems)) {
        if (without(`${required.subsystem}-${required.output}`)) continue
        await api.review.keepOutput({
          review: id,
          ...required,
          text: '维持现状，理由见输入',
          verdicts: Object.fromEntries(
            verdictsOf(required).map((verdict) => [verdict, verdictChoices(verdict)[0]!]),
          ),
          grounds: ['performance'],
        })
      }
    },
    sign: (id, by = api) => finish(by.review.sign({ id, password: administrator.password })),
  }
}
