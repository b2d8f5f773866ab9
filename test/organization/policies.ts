import type { DeclarationId, DeclarationInput, PolicyContent } from '#shared/organization/declaration'
import { administrator, type Api, finish } from '#test/support/backend'

/** What a policy must say, and the passage that says it. */
export const passages = {
  purpose: '立足热电联产主业',
  framework: '据此制定目标和指标',
  resources: '提供所需的信息和资源',
  obligations: '遵守法律法规和其他要求',
  improvement: '持续改进碳绩效和管理体系',
  operation: '在采购、设计和运行中考虑绩效改进',
}
export const content: PolicyContent = {
  kind: 'policy',
  title: '碳管理方针',
  text: `${Object.values(passages).join('，\n')}。`,
  textEn: null,
  passages,
}
export const policyLike = (facts: Partial<DeclarationInput> = {}): DeclarationInput => ({
  id: null,
  subsystem: 'core',
  content,
  reason: null,
  validFrom: '2026-07-01',
  reviewOn: '2027-06-30',
  ...facts,
})

export const approve = (api: Api, id: DeclarationId, password: string, alone: string | null = null) =>
  finish(api.organization.approveDeclaration({ id, password, alone }))
export const approveAlone = (api: Api, id: DeclarationId) =>
  approve(api, id, administrator.password, '单人运行')
/** Writes, submits and approves a version as the only person of the plant. */
export async function inForce(api: Api, input: DeclarationInput): Promise<DeclarationId> {
  const id = await api.organization.saveDeclaration(input)
  await api.organization.submitDeclaration({ id })
  await approveAlone(api, id)
  return id
}
