import './review.css'
import type { PageEntry } from '../kernel/page.ts'
import { ReviewPage } from './ReviewPage.tsx'
import { NewReviewPage, ReviewsPage } from './ReviewsPage.tsx'

const common = {
  area: 'review',
  section: 'check',
  permission: 'review.read',
  titleCode: 'review.reviews',
  icon: 'people',
  clause: '9.3',
} as const

export const reviewPages: readonly PageEntry[] = [
  { ...common, path: '/review', element: <ReviewsPage /> },
  {
    ...common,
    path: '/review/new',
    titleCode: 'review.reviews.plan',
    permission: 'review.enter',
    hidden: true,
    element: <NewReviewPage />,
  },
  { ...common, path: '/review/:id', hidden: true, element: <ReviewPage /> },
]
