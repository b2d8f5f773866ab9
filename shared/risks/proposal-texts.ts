import type { Wording } from '#shared/kernel/texts'

/** A proposal of criteria to begin with; whoever takes it over makes it their own. */
export const risksProposalTexts = {
  'risks.proposal.likelihood.1': { zh: '极少', en: 'Rare' },
  'risks.proposal.likelihood.1.meaning': {
    zh: '十年内不到一次，本行业很少见',
    en: 'Less than once in ten years; hardly seen in the sector',
  },
  'risks.proposal.likelihood.2': { zh: '不太可能', en: 'Unlikely' },
  'risks.proposal.likelihood.2.meaning': { zh: '五到十年一次', en: 'Once in five to ten years' },
  'risks.proposal.likelihood.3': { zh: '可能', en: 'Possible' },
  'risks.proposal.likelihood.3.meaning': {
    zh: '两到五年一次，本单位发生过',
    en: 'Once in two to five years; has happened here',
  },
  'risks.proposal.likelihood.4': { zh: '很可能', en: 'Likely' },
  'risks.proposal.likelihood.4.meaning': { zh: '每年一次', en: 'Once a year' },
  'risks.proposal.likelihood.5': { zh: '几乎必然', en: 'Almost certain' },
  'risks.proposal.likelihood.5.meaning': {
    zh: '一年多次，或已有明确征兆',
    en: 'Several times a year, or plainly under way',
  },
  'risks.proposal.impact.1': { zh: '轻微', en: 'Slight' },
  'risks.proposal.impact.1.meaning': {
    zh: '数据更正即可，不影响排放量和成本',
    en: 'A correction of data; no effect on emissions or cost',
  },
  'risks.proposal.impact.2': { zh: '较小', en: 'Minor' },
  'risks.proposal.impact.2.meaning': {
    zh: '排放量偏差不到 1%，或年成本增加不到 0.5%',
    en: 'Emissions off by less than 1 %, or cost up by less than 0.5 % a year',
  },
  'risks.proposal.impact.3': { zh: '中等', en: 'Moderate' },
  'risks.proposal.impact.3.meaning': {
    zh: '年度指标可能完不成，或排放量偏差 1%–5%',
    en: 'A yearly target in doubt, or emissions off by 1–5 %',
  },
  'risks.proposal.impact.4': { zh: '重大', en: 'Major' },
  'risks.proposal.impact.4.meaning': {
    zh: '被主管部门责令改正，或配额缺口明显扩大',
    en: 'An order of the authority, or a clearly larger shortfall of allowances',
  },
  'risks.proposal.impact.5': { zh: '特别重大', en: 'Severe' },
  'risks.proposal.impact.5.meaning': {
    zh: '未按期履约、重大处罚、失信记录或停产',
    en: 'Surrender missed, a heavy penalty, a public record, or a stop of production',
  },
  'risks.proposal.method': {
    zh: '各部门每年按六类梳理一次，结合内外部因素、相关方要求和审核结果；由责任人提出，碳管理负责人组织评分，超出上限的报管理层决定。',
    en: 'Each department goes through the six classes once a year, with the context, what parties ask and audit results at hand; owners propose, the carbon manager has them rated, management decides on what is above its limit.',
  },
  'risks.proposal.reason': { zh: '首次制定', en: 'First version' },
} satisfies Record<`risks.${string}`, Wording>
