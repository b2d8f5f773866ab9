import './organization.css'
import type { PageEntry } from '../kernel/page.ts'
import { BoundaryPage } from './BoundaryPage.tsx'
import { BoundaryVersionPage } from './BoundaryVersionPage.tsx'
import { DrawingPage } from './DrawingPage.tsx'
import { OrganizationPage } from './OrganizationPage.tsx'
import { ProductsPage } from './ProductsPage.tsx'
import { systemPages } from './system-pages.tsx'
import { TreePage } from './TreePage.tsx'

const shared = { area: 'organization', section: 'organization', permission: 'organization.read' } as const

export const organizationPages: readonly PageEntry[] = [
  {
    ...shared,
    path: '/organization/facts',
    titleCode: 'organization.facts.title',
    icon: 'building',
    clause: 'A.9.1 a',
    element: <OrganizationPage />,
  },
  {
    ...shared,
    path: '/organization/tree',
    titleCode: 'organization.tree.title',
    icon: 'tree',
    clause: '4.3',
    element: <TreePage />,
  },
  {
    ...shared,
    path: '/organization/boundary',
    titleCode: 'organization.boundary.title',
    icon: 'boundary',
    clause: '4.3, 6.1.2 b',
    element: <BoundaryPage />,
  },
  {
    ...shared,
    path: '/organization/boundary/:id',
    titleCode: 'organization.boundary.title',
    icon: 'boundary',
    clause: '4.3, 6.1.2 b',
    hidden: true,
    element: <BoundaryVersionPage />,
  },
  {
    ...shared,
    path: '/organization/drawing',
    titleCode: 'organization.drawing.page',
    icon: 'open',
    clause: '4.3',
    element: <DrawingPage />,
  },
  {
    ...shared,
    path: '/organization/products',
    titleCode: 'organization.products.page',
    icon: 'box',
    clause: '6.1.2 c',
    element: <ProductsPage />,
  },
  ...systemPages,
]
