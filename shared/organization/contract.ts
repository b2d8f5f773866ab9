import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'
import { finding } from '#shared/kernel/finding'
import { day } from '#shared/kernel/period'

import { boundaryContent, boundaryId, boundaryVersion } from './boundary.ts'
import {
  amount,
  contactId,
  contact,
  newNode,
  newOrganization,
  newProduct,
  node,
  nodeFacts,
  nodeId,
  organization,
  outputValue,
  product,
  productId,
  sourceAtNode,
  year,
} from './model.ts'
import { contextContract, leadershipContract, postsContract } from './system-contract.ts'

const saved = newOrganization.extend({
  /** A contact without id is new; one that is no longer listed is taken out. */
  contacts: z.array(contact.extend({ id: contactId.nullable() })),
})

/** Who reports, the tree of what it runs, what it makes, and where the boundary runs. */
export const organizationContract = {
  current: query('organization.read', nothing, organization.nullable()),
  /** The quick start: the legal entity with a first site and a facility in it. */
  begin: command(
    'organization.manage',
    newOrganization
      .pick({ name: true, creditCode: true, industryCode: true })
      .extend({ site: z.string().trim().min(1), facility: z.string().trim().min(1), validFrom: day }),
    organization,
  ),
  save: command('organization.manage', saved, organization),

  /** Nodes in tree order: those that exist on a day, or all that ever did. */
  tree: query('organization.read', z.object({ on: day.optional() }), z.array(node)),
  addNode: command('organization.enter', newNode, node),
  /** Puts a node below another, before one of its children or last; undone by moving it back. */
  moveNode: command(
    'organization.enter',
    z.object({ id: nodeId, parent: nodeId.nullable(), before: nodeId.nullable() }),
    node,
  ),
  /** `seen`: as it was when it was opened, for merging with what others saved since. */
  editNode: command(
    'organization.enter',
    nodeFacts.and(z.object({ id: nodeId, seen: nodeFacts.optional() })),
    node,
  ),
  /** Ends a node and all below it on a day; gives the ids that ended, which `reopenNodes` takes. */
  closeNode: command('organization.enter', z.object({ id: nodeId, on: day }), z.array(nodeId)),
  reopenNodes: command('organization.enter', z.object({ ids: z.array(nodeId).min(1) }), nothing),
  /** Takes out a node that no record points at; others are closed. */
  removeNode: command('organization.enter', z.object({ id: nodeId }), nothing),
  /** What is registered at the nodes and open on a day, for the drawing and for those who close or drop a node. */
  sources: query('organization.read', z.object({ on: day }), z.array(sourceAtNode)),

  products: query('organization.read', z.object({ year }), z.array(product)),
  addProduct: command('organization.enter', newProduct, product),
  editProduct: command('organization.enter', product, product),
  removeProduct: command('organization.enter', z.object({ id: productId }), nothing),
  /** Copies the products of one year to another that has none, without their outputs. */
  takeOverProducts: command('organization.enter', z.object({ from: year, to: year }), z.array(product)),
  outputValues: query('organization.read', nothing, z.array(outputValue)),
  /** Null takes the value back: it is not known. */
  setOutputValue: command('organization.enter', z.object({ year, value: amount.nullable() }), nothing),

  boundaries: query('organization.read', nothing, z.array(boundaryVersion)),
  inForce: query('organization.read', z.object({ on: day }), boundaryVersion.nullable()),
  draftBoundary: command('organization.enter', boundaryContent, boundaryVersion),
  editBoundary: command('organization.enter', boundaryContent.extend({ id: boundaryId }), boundaryVersion),
  discardBoundary: command('organization.enter', z.object({ id: boundaryId }), nothing),
  /** What stands between a draft and its approval. */
  checkBoundary: query(
    'organization.read',
    z.object({ id: boundaryId }),
    z.object({
      gaps: z.array(finding),
      /** Sources that are open in what the draft would drop. */
      openSources: z.array(sourceAtNode),
    }),
  ),
  /** Whether the signature of an approved version still covers what it says. */
  signature: query('organization.read', z.object({ id: boundaryId }), z.object({ holds: z.boolean() })),
  /** Top management signs with the password; the version before it ends where this one begins. */
  approveBoundary: task(
    'organization.approve',
    z.object({ id: boundaryId, password: z.string() }),
    boundaryVersion,
  ),

  ...contextContract,
  ...leadershipContract,
  ...postsContract,
}
