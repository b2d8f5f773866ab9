import type { Wording } from '#shared/kernel/texts'

/** What the audit trail calls this area's procedures and tables. */
export const organizationTrailTexts = {
  'organization.did.begin': { zh: '登记组织', en: 'Registered the organization' },
  'organization.did.save': { zh: '修改组织信息', en: 'Changed the organization' },
  'organization.did.addNode': { zh: '新增组织单元', en: 'Added a unit' },
  'organization.did.moveNode': { zh: '移动组织单元', en: 'Moved a unit' },
  'organization.did.editNode': { zh: '修改组织单元', en: 'Changed a unit' },
  'organization.did.closeNode': { zh: '关停组织单元', en: 'Closed a unit' },
  'organization.did.reopenNodes': { zh: '恢复组织单元', en: 'Reopened units' },
  'organization.did.removeNode': { zh: '删除组织单元', en: 'Removed a unit' },
  'organization.did.addProduct': { zh: '新增产品', en: 'Added a product' },
  'organization.did.editProduct': { zh: '修改产品', en: 'Changed a product' },
  'organization.did.removeProduct': { zh: '删除产品', en: 'Removed a product' },
  'organization.did.takeOverProducts': { zh: '沿用上年产品', en: 'Took over last year’s products' },
  'organization.did.setOutputValue': { zh: '填写产值', en: 'Entered the output value' },
  'organization.did.draftBoundary': { zh: '起草边界', en: 'Drafted a boundary' },
  'organization.did.editBoundary': { zh: '修改边界草案', en: 'Changed a draft boundary' },
  'organization.did.discardBoundary': { zh: '放弃边界草案', en: 'Discarded a draft boundary' },
  'organization.did.approveBoundary': { zh: '批准边界', en: 'Approved a boundary' },

  'organization.table.organizations': { zh: '组织', en: 'organizations' },
  'organization.table.contacts': { zh: '联系人', en: 'contacts' },
  'organization.table.nodes': { zh: '组织单元', en: 'units' },
  'organization.table.products': { zh: '产品', en: 'products' },
  'organization.table.output_values': { zh: '产值', en: 'output values' },
  'organization.table.boundaries': { zh: '边界版本', en: 'boundary versions' },
  'organization.table.boundary_members': { zh: '边界内单元', en: 'units in the boundary' },
  'organization.table.boundary_exclusions': { zh: '边界排除项', en: 'exclusions' },
  'organization.subsystem-decided': { zh: '决定建立哪些子体系', en: 'Decided on the subsystem' },
} satisfies Record<`organization.${string}`, Wording>
