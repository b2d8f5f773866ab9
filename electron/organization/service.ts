import { boundariesOf, boundaryInForce } from '#db/organization/boundary-queries'
import { nodesOf, organizationOf, outputValuesOf, productById, productsOf } from '#db/organization/queries'
import { type Scopes, serve } from '#electron/kernel/context'
import { organizationContract } from '#shared/organization/contract'

import {
  approveBoundary,
  checkBoundary,
  discardBoundary,
  draftBoundary,
  editBoundary,
  requireBoundary,
  signatureHolds,
} from './boundaries.ts'
import { contextService } from './context-service.ts'
import { beginOrganization, saveOrganization } from './facts.ts'
import { leadershipService } from './leadership-service.ts'
import { addNode, closeNode, editNode, moveNode, removeNode, reopenNodes } from './nodes.ts'
import { postsService } from './posts-service.ts'
import { addProduct, editProduct, removeProduct, setOutputValue, takeOverProducts } from './products.ts'
import { openSourcesOf, type SourceRegister } from './source-registers.ts'

/** Clauses 4 and 5 beside the tree and the boundary. */
const system = { ...contextService, ...leadershipService, ...postsService }

/** `registers`: those areas that register sources at nodes. */
export function createOrganizationService(registers: readonly SourceRegister[]) {
  return serve(
    organizationContract,
    {
      current: ({ db }) => organizationOf(db),
      begin: beginOrganization,
      save: saveOrganization,

      tree: ({ db }, { on }) => nodesOf(db, on),
      addNode,
      moveNode,
      editNode,
      closeNode: (context, input) => closeNode(context, input, registers),
      reopenNodes: (context, { ids }) => {
        reopenNodes(context, ids)
        return {}
      },
      removeNode: (context, { id }) => {
        removeNode(context, id)
        return {}
      },
      sources: ({ db }, { on }) =>
        openSourcesOf(
          registers,
          db,
          nodesOf(db, on).map(({ id }) => id),
          on,
        ),

      products: ({ db }, { year }) => productsOf(db, year),
      addProduct,
      editProduct,
      removeProduct: (context, { id }) => {
        removeProduct(context, id)
        return {}
      },
      takeOverProducts,
      outputValues: ({ db }) => outputValuesOf(db),
      setOutputValue: (context, input) => {
        setOutputValue(context, input)
        return {}
      },

      boundaries: ({ db }) => boundariesOf(db),
      inForce: ({ db }, { on }) => {
        const organization = organizationOf(db)
        return organization && boundaryInForce(db, organization.id, on)
      },
      draftBoundary,
      editBoundary,
      discardBoundary: (context, { id }) => {
        discardBoundary(context, id)
        return {}
      },
      checkBoundary: ({ db }, { id }) => checkBoundary(db, registers, requireBoundary(db, id)),
      signature: ({ db }, { id }) => ({ holds: signatureHolds(db, id) }),
      approveBoundary: (context, input) => approveBoundary(context, input, registers),

      ...system,
    },
    scopes,
  )
}

/** A grant for one facility reaches that facility and what stands below it. */
const scopes: Scopes<typeof organizationContract> = {
  addNode: (_db, { parent }: { readonly parent: string | null }) => (parent === null ? null : [parent]),
  editNode: (_db, { id }: { readonly id: string }) => [id],
  moveNode: (_db, { id, parent }: { readonly id: string; readonly parent: string | null }) =>
    parent === null ? null : [id, parent],
  closeNode: (_db, { id }: { readonly id: string }) => [id],
  reopenNodes: (_db, { ids }: { readonly ids: readonly string[] }) => ids,
  removeNode: (_db, { id }: { readonly id: string }) => [id],
  addProduct: (_db, { facility }: { readonly facility: string }) => [facility],
  editProduct: (db, { id, facility }: { readonly id: never; readonly facility: string }) => [
    ...facilityOfProduct(db, id),
    facility,
  ],
  removeProduct: (db, { id }: { readonly id: never }) => facilityOfProduct(db, id),
}
function facilityOfProduct(db: Parameters<typeof productById>[0], id: never): string[] {
  const product = productById(db, id)
  return product ? [product.facility] : []
}
