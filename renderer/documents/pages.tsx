import './documents.css'
import type { PageEntry } from '../kernel/page.ts'
import { ClearancePage } from './ClearancePage.tsx'
import { DocumentPage } from './DocumentPage.tsx'
import { DocumentsPage } from './DocumentsPage.tsx'
import { ExternalPage } from './ExternalPage.tsx'
import { NewDocumentPage } from './NewDocumentPage.tsx'
import { RetentionPage } from './RetentionPage.tsx'
import { TemplatesPage } from './TemplatesPage.tsx'
import { WritingPage } from './WritingPage.tsx'

const common = {
  area: 'documents',
  section: 'support',
  clause: '7.4',
  permission: 'documents.read',
  titleCode: 'documents.title',
  icon: 'book',
} as const

export const documentsPages: readonly PageEntry[] = [
  { ...common, path: '/documents', element: <DocumentsPage /> },
  {
    ...common,
    path: '/documents/required',
    clause: '7.4.1',
    titleCode: 'documents.required',
    icon: 'done',
    element: <WritingPage />,
  },
  {
    ...common,
    path: '/documents/external',
    clause: '7.4.3',
    titleCode: 'documents.external',
    icon: 'library',
    element: <ExternalPage />,
  },
  {
    ...common,
    path: '/documents/retention',
    clause: '7.4.3',
    titleCode: 'documents.retention',
    icon: 'box',
    element: <RetentionPage />,
  },
  {
    ...common,
    path: '/documents/clearances',
    clause: '7.4.3 b',
    titleCode: 'documents.clearances',
    permission: 'documents.manage',
    icon: 'lock',
    hidden: true,
    element: <ClearancePage />,
  },
  {
    ...common,
    path: '/documents/templates',
    titleCode: 'documents.templates',
    hidden: true,
    element: <TemplatesPage />,
  },
  {
    ...common,
    path: '/documents/new',
    titleCode: 'documents.add',
    permission: 'documents.enter',
    hidden: true,
    element: <NewDocumentPage />,
  },
  { ...common, path: '/documents/:id', hidden: true, element: <DocumentPage /> },
]
