import type { Wording } from '#shared/kernel/texts'

import type { FactorKind, Purpose, Sector, Verification } from './model.ts'
import { pageTexts } from './page-texts.ts'

const kinds = {
  'factors.kind.net-calorific-value': { zh: '低位发热量', en: 'Net calorific value' },
  'factors.kind.carbon-content-per-heat': { zh: '单位热值含碳量', en: 'Carbon content per unit heat' },
  'factors.kind.oxidation-rate': { zh: '碳氧化率', en: 'Carbon oxidation rate' },
  'factors.kind.emission-factor': { zh: '排放因子', en: 'Emission factor' },
  'factors.kind.gwp': { zh: '全球变暖潜势', en: 'Global warming potential' },
  'factors.kind.deduction': { zh: '扣除因子', en: 'Deduction factor' },
  'factors.kind.content': { zh: '含量', en: 'Content' },
  'factors.kind.conversion-rate': { zh: '转化率', en: 'Conversion rate' },
  'factors.kind.abatement-efficiency': { zh: '去除率', en: 'Abatement efficiency' },
  'factors.kind.loss-rate': { zh: '损失率', en: 'Loss rate' },
  'factors.kind.methane-correction': { zh: '甲烷修正因子', en: 'Methane correction factor' },
  'factors.kind.methane-potential': { zh: '最大产甲烷能力', en: 'Methane-producing capacity' },
  'factors.kind.consumption-rate': { zh: '单耗', en: 'Specific consumption' },
  'factors.kind.density': { zh: '密度', en: 'Density' },
} satisfies Record<`factors.kind.${FactorKind}`, Wording>

const purposes = {
  'factors.purpose.reporting-grid-average': {
    zh: '电网平均（企业排放报告）',
    en: 'Grid average (enterprise reports)',
  },
  'factors.purpose.electricity-average': {
    zh: '电力平均二氧化碳排放因子',
    en: 'Average electricity CO₂ factor',
  },
  'factors.purpose.residual': {
    zh: '不含市场化交易非化石电量',
    en: 'Excluding market-traded non-fossil electricity',
  },
  'factors.purpose.fossil-electricity': { zh: '化石能源电力', en: 'Fossil electricity' },
  'factors.purpose.footprint': {
    zh: '产品碳足迹（全生命周期）',
    en: 'Product carbon footprint (life cycle)',
  },
  'factors.purpose.baseline-om': { zh: '减排项目基准线（OM）', en: 'Reduction project baseline (OM)' },
  'factors.purpose.heat-default': { zh: '外购热力缺省值', en: 'Default for purchased heat' },
} satisfies Record<`factors.purpose.${Purpose}`, Wording>

const sectors = {
  'factors.sector.power': { zh: '发电', en: 'Power generation' },
  'factors.sector.cement': { zh: '水泥', en: 'Cement' },
  'factors.sector.steel': { zh: '钢铁', en: 'Iron and steel' },
  'factors.sector.aluminium': { zh: '铝冶炼', en: 'Aluminium' },
  'factors.sector.magnesium': { zh: '镁冶炼', en: 'Magnesium' },
  'factors.sector.other-nonferrous': { zh: '其他有色金属', en: 'Other non-ferrous metals' },
  'factors.sector.chemical': { zh: '化工', en: 'Chemicals' },
  'factors.sector.fluorochemical': { zh: '氟化工', en: 'Fluorochemicals' },
  'factors.sector.coal-mining': { zh: '煤炭生产', en: 'Coal mining' },
  'factors.sector.oil-gas': { zh: '石油和天然气生产', en: 'Oil and gas production' },
  'factors.sector.transport': { zh: '陆上交通运输', en: 'Land transport' },
  'factors.sector.wastewater': { zh: '废水处理', en: 'Waste water treatment' },
  'factors.sector.carbonates': { zh: '碳酸盐使用', en: 'Use of carbonates' },
  'factors.sector.lime': { zh: '石灰', en: 'Lime' },
  'factors.sector.carbide': { zh: '电石', en: 'Calcium carbide' },
  'factors.sector.glass': { zh: '平板玻璃', en: 'Flat glass' },
  'factors.sector.carbon-material': { zh: '炭素材料', en: 'Carbon materials' },
  'factors.sector.general': { zh: '通用', en: 'General' },
} satisfies Record<`factors.sector.${Sector}`, Wording>

const verifications = {
  'factors.verification.verified': { zh: '已核对原文', en: 'Checked against the original' },
  'factors.verification.secondary-copy': { zh: '二手资料，未核对', en: 'Secondary copy, unverified' },
  'factors.verification.recalled': { zh: '凭记忆，未核对', en: 'Recalled, unverified' },
  'factors.verification.computed': { zh: '按公式计算', en: 'Computed by formula' },
} satisfies Record<`factors.verification.${Verification}`, Wording>

export const factorsTexts = {
  ...pageTexts,
  ...kinds,
  ...purposes,
  ...sectors,
  ...verifications,
  'factors.no-gwp': {
    zh: 'GWP 数据集 {set} 中没有 {gas} 的数值。气体类别（如 HFCs）没有统一的 GWP，请选择具体物质或其他数据集',
    en: 'The GWP set {set} has no value for {gas}. A family such as HFCs has no GWP of its own: choose the substance or another set',
  },
  'factors.recalled': {
    zh: '该数值凭记忆录入，未见原文，使用前请核对：{source}',
    en: 'This value was entered from memory; check it against the document before use: {source}',
  },
  'factors.secondary-copy': {
    zh: '该数值来自二手资料，未与原文核对：{source}',
    en: 'This value comes from a secondary copy and was not checked against the original: {source}',
  },
  'factors.unknown': { zh: '因子库中找不到该因子：{urn} {ref}', en: 'There is no such factor: {urn} {ref}' },
  'factors.unknown-edition': { zh: '因子库中找不到该版本：{urn}', en: 'There is no such edition: {urn}' },
  'factors.edition-exists': { zh: '该版本已存在：{urn}', en: 'This edition already exists: {urn}' },
  'factors.already-superseded': {
    zh: '该版本已有更正版本：{urn}',
    en: 'This edition has already been corrected by a newer one: {urn}',
  },
  'factors.not-own': {
    zh: '只能更正自建版本。随软件发布的版本不可更改，请另建自有版本：{urn}',
    en: 'Only your own editions can be corrected. Shipped editions never change: make an own edition beside it: {urn}',
  },
  'factors.own-table-name': {
    zh: '表名只能用小写字母、数字和连字符：{table}',
    en: 'The name of a table may hold small letters, digits and hyphens only: {table}',
  },
  'factors.no-source': { zh: '“{row}”未填写来源', en: '“{row}” has no source' },
  'factors.no-year': {
    zh: '“{row}”未填写数据年份或有效期起始日',
    en: '“{row}” has neither a data year nor a day it is valid from',
  },
  'factors.unit-unfit': {
    zh: '“{row}”的单位 {unit} 不适合这类参数',
    en: '“{row}”: the unit {unit} does not fit this kind of value',
  },
  'factors.gas-missing': { zh: '“{row}”未选择气体', en: '“{row}” names no gas' },
  'factors.gas-unfit': {
    zh: '“{row}”的单位 {unit} 与气体 {gas} 不一致',
    en: '“{row}”: the unit {unit} does not fit the gas {gas}',
  },
  'factors.out-of-range': {
    zh: '“{row}”的数值 {value} {unit} 超出可能范围',
    en: '“{row}”: the value {value} {unit} is outside the possible range',
  },
  'factors.row-twice': {
    zh: '“{row}”出现了两次，同一版本中的编号不能重复',
    en: '“{row}” stands there twice; a key may occur once in an edition',
  },
  'factors.draft-changed': {
    zh: '他人已修改该表（{table}）的草稿。请重新打开后再保存，您录入的内容仍保留在本窗口',
    en: 'Someone else changed the draft of this table ({table}). Reopen it and save again; what you typed stays in this window',
  },
  'factors.draft-open': {
    zh: '该表（{table}）已有未发布的草稿，请先发布或删除',
    en: 'This table ({table}) already has an unreleased draft: release it or remove it first',
  },
  'factors.already-released': {
    zh: '该版本已发布，不可更改；如需更正，请新建更正版本：{urn}',
    en: 'This edition has been released and never changes; open a correction instead: {urn}',
  },
  'factors.value-changed': {
    zh: '因子库中的数值现为 {value} {unit}，与您核对的不同，请重新核对',
    en: 'The library now says {value} {unit}, which is not what you compared. Compare it again',
  },
  'factors.compared-in-future': {
    zh: '核对日期 {day} 晚于今天',
    en: 'The day of comparison, {day}, is still to come',
  },
  'factors.already-verified': {
    zh: '该数值已有有效的核对记录；如需改写，请先撤回原记录',
    en: 'This value has a comparison in force; withdraw it before stating another',
  },
  'factors.unknown-mark': { zh: '找不到该核对记录', en: 'There is no such comparison' },
  'factors.already-withdrawn': { zh: '该核对记录已撤回', en: 'This comparison has already been withdrawn' },
} satisfies Record<`factors.${string}`, Wording>
