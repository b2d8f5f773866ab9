import type { PageEntry } from '../kernel/page.ts'
import { AnnouncePage } from './AnnouncePage.tsx'
import { CommunicationPage } from './CommunicationPage.tsx'
import { CompetencePage } from './CompetencePage.tsx'
import { DisclosuresPage } from './DisclosuresPage.tsx'
import { ResourcesPage } from './ResourcesPage.tsx'
import { TrainingsPage } from './TrainingsPage.tsx'

const common = { area: 'competence', section: 'support', permission: 'competence.read' } as const

export const competencePages: readonly PageEntry[] = [
  {
    ...common,
    path: '/competence/resources',
    titleCode: 'competence.resources',
    icon: 'table',
    clause: '7.1',
    element: <ResourcesPage />,
  },
  {
    ...common,
    path: '/competence',
    titleCode: 'competence.title',
    icon: 'people',
    clause: '7.2',
    element: <CompetencePage />,
  },
  {
    ...common,
    path: '/competence/trainings',
    titleCode: 'competence.trainings',
    icon: 'calendar',
    clause: '7.2',
    element: <TrainingsPage />,
  },
  {
    ...common,
    path: '/competence/communication',
    titleCode: 'competence.communication',
    icon: 'people',
    clause: '7.3',
    element: <CommunicationPage />,
  },
  {
    ...common,
    path: '/competence/announce',
    titleCode: 'competence.announce',
    icon: 'people',
    clause: '5.3.2',
    permission: 'competence.enter',
    hidden: true,
    element: <AnnouncePage />,
  },
  {
    ...common,
    path: '/competence/disclosures',
    titleCode: 'competence.disclosures',
    icon: 'export',
    clause: '7.3.1',
    element: <DisclosuresPage />,
  },
]
