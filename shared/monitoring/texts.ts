import type { Wording } from '#shared/kernel/texts'

import { formulaTexts } from './formulas/texts.ts'
import { monitoringPageTexts } from './page-texts.ts'

const troubles = {
  'monitoring.no-such-node': { zh: '找不到该设施', en: 'There is no such facility' },
  'monitoring.no-such-source': { zh: '找不到该排放源', en: 'There is no such emission source' },
  'monitoring.no-such-parameter': { zh: '找不到该参数', en: 'There is no such parameter' },
  'monitoring.no-such-template': { zh: '找不到模板“{id}”', en: 'There is no template "{id}"' },
  'monitoring.code-taken': {
    zh: '编号 {code} 已用于“{name}”，同一设施内编号不能重复，请换一个编号',
    en: 'The code {code} already belongs to "{name}"; codes are unique within a facility, so choose another',
  },
  'monitoring.ends-before-it-begins': {
    zh: '“{name}”的结束日期不晚于开始日期，请改正日期',
    en: '"{name}" ends before it begins; correct the dates',
  },
  'monitoring.closed-without-end': {
    zh: '关闭“{name}”需要填写关闭日期',
    en: 'Give the day on which "{name}" was closed',
  },
  'monitoring.fuel-does-not-fit': {
    zh: '“{name}”所选的报告燃料与其核算方法或燃料种类不符，请重新选择或留空',
    en: 'The fuel chosen for "{name}" does not go with its method or kind of fuel; choose another or leave it empty',
  },
  'monitoring.gas-does-not-fit': {
    zh: '“{name}”所选的核算公式不适用于 {gas}，请改选气体或公式',
    en: 'The formula chosen for "{name}" is not one for {gas}; choose another gas or another formula',
  },
  'monitoring.flow-twice': {
    zh: '“{name}”中“{flow}”出现两次，请用不同名称区分',
    en: '"{flow}" stands twice in "{name}"; give the two different names',
  },
  'monitoring.flow-has-parameters': {
    zh: '“{flow}”还有参数，不能从“{name}”中去掉；请先移除或改用这些参数',
    en: '"{flow}" still has parameters and cannot leave "{name}"; remove them first',
  },
  'monitoring.changed-since': {
    zh: '“{name}”此后又有修改，不能撤销较早的那次',
    en: '"{name}" has been changed since, so the earlier change cannot be undone',
  },
  'monitoring.already-there': {
    zh: '“{name}”已在登记册中',
    en: '"{name}" is in the register already',
  },
  'monitoring.state-cannot-follow': {
    zh: '排放源不能从“{from}”变为“{to}”；重新投运请另行登记',
    en: 'A source cannot go from {from} to {to}; what starts anew is registered as a new source',
  },
  'monitoring.source-in-use': {
    zh: '“{name}”已有数据，不能移除；请填写关闭日期',
    en: '"{name}" already has data and cannot be removed; close it instead',
  },
  'monitoring.parameter-in-use': {
    zh: '“{name}”已有数据或被其他参数引用，不能移除；请填写结束日期',
    en: '"{name}" has data or weights another parameter and cannot be removed; give it an end date instead',
  },
  'monitoring.source-is-fixed': {
    zh: '“{name}”不能改挂到另一个排放源，请在那里新建参数',
    en: '"{name}" cannot move to another source; set the parameter up there',
  },
  'monitoring.roll-up-is-fixed': {
    zh: '“{name}”已有数据，汇总方式不能再改；请结束该参数并新建一个',
    en: '"{name}" has data, so its way of rolling up is fixed; end it and set up a new one',
  },
  'monitoring.band-upside-down': {
    zh: '“{name}”的通常范围下限 {low} 大于上限 {high}',
    en: 'The usual range of "{name}" begins at {low}, above its end {high}',
  },
  'monitoring.default-without-factor': {
    zh: '“{name}”采用缺省值，请从因子库中选择该值',
    en: '"{name}" uses a default: choose the value from the factor library',
  },
  'monitoring.no-such-factor': {
    zh: '因子库中没有“{name}”所选的值（{ref}），请重新选择',
    en: 'The factor library has no value {ref} for "{name}"; choose again',
  },
  'monitoring.factor-unit': {
    zh: '所选因子的单位 {factorUnit} 不能换算为“{name}”的单位 {unit}，请换一个因子或改参数单位',
    en: 'The chosen factor is in {factorUnit}, which does not convert into {unit}, the unit of "{name}"; choose another or change the unit',
  },
  'monitoring.no-such-role': {
    zh: '该方法没有“{role}”这一输入，“{name}”无处可用',
    en: 'The method has no input "{role}" for "{name}"',
  },
  'monitoring.role-taken': {
    zh: '“{other}”已承担这一输入；请先给它填写结束日期，再登记“{name}”',
    en: '"{other}" already plays this role; end it before setting up "{name}"',
  },
  'monitoring.unit-does-not-fit': {
    zh: '“{name}”的单位 {unit} 不适用，应能换算为 {units}',
    en: 'The unit {unit} does not fit "{name}"; it must convert into {units}',
  },
  'monitoring.uneven-basis': {
    zh: '“{name}”按 {unit} 计，而“{other}”按 {otherUnit} 计，二者不能相乘；请统一单位',
    en: '"{name}" is in {unit} while "{other}" is in {otherUnit}: the two cannot be multiplied, so give them one basis',
  },
  'monitoring.no-such-weight': {
    zh: '“{name}”的加权参数必须是同一排放源中按量累加的参数',
    en: '"{name}" must be weighted by an amount of the same source',
  },
} satisfies Record<`monitoring.${string}`, Wording>

const findings = {
  'monitoring.no-monitoring-line': {
    zh: '“{source}”没有任何参数，无法核算',
    en: '"{source}" has no parameter and cannot be calculated',
  },
  'monitoring.role-missing': {
    zh: '“{source}”缺少计算所需的输入：{role}',
    en: '"{source}" lacks an input of its method: {role}',
  },
  'monitoring.role-unknown': {
    zh: '“{source}”的核算方法用不到“{name}”，它不参与计算；请填写结束日期或改用途',
    en: 'The method of "{source}" has no use for "{name}", which is not counted; end it or give it another role',
  },
  'monitoring.mean-without-weights': {
    zh: '“{source}”的“{name}”按天或批次测量却未指定加权参数，月均值将按算术平均',
    en: '"{name}" of "{source}" is measured by day or batch but nothing weights it: months take the plain mean',
  },
} satisfies Record<`monitoring.${string}`, Wording>

const words = {
  'monitoring.method.fuel-by-calorific-value': { zh: '燃料燃烧（热值法）', en: 'Fuel, by calorific value' },
  'monitoring.method.fuel-by-element-carbon': { zh: '燃料燃烧（实测元素碳）', en: 'Fuel, by element carbon' },
  'monitoring.method.desulfurization': { zh: '脱硫碳酸盐', en: 'Desulfurization carbonate' },
  'monitoring.method.electricity': { zh: '净购入电力', en: 'Purchased electricity' },
  'monitoring.method.heat': { zh: '净购入热力', en: 'Purchased heat' },
  'monitoring.method.factor': { zh: '排放因子法', en: 'Emission factor' },
  'monitoring.method.mass-balance': { zh: '碳质量平衡法', en: 'Carbon mass balance' },
  'monitoring.method.measured': { zh: '连续监测（CEMS）', en: 'Continuous measurement (CEMS)' },
  'monitoring.method.asphalt-fume': { zh: '沥青烟焚烧', en: 'Asphalt fume incineration' },
  'monitoring.method.stated': { zh: '直接给出的排放量', en: 'Stated amount' },
  'monitoring.method.formula': { zh: '行业指南公式', en: 'Formula of a sector guideline' },
  'monitoring.category.fuel-combustion': { zh: '化石燃料燃烧', en: 'Fuel combustion' },
  'monitoring.category.desulfurization': { zh: '脱硫过程', en: 'Desulfurization' },
  'monitoring.category.process': { zh: '工业生产过程', en: 'Industrial process' },
  'monitoring.category.waste-treatment': { zh: '废弃物处理', en: 'Waste treatment' },
  'monitoring.category.fugitive': { zh: '逸散排放', en: 'Fugitive emission' },
  'monitoring.category.recovery': { zh: '回收利用', en: 'Recovery' },
  'monitoring.category.electricity': { zh: '净购入电力', en: 'Purchased electricity' },
  'monitoring.category.heat': { zh: '净购入热力', en: 'Purchased heat' },
  'monitoring.category.transport': { zh: '运输', en: 'Transport' },
  'monitoring.category.products-used': { zh: '使用的产品', en: 'Products used' },
  'monitoring.category.products-sold': { zh: '售出产品的使用', en: 'Use of products sold' },
  'monitoring.category.other-indirect': { zh: '其他间接排放', en: 'Other indirect emission' },
  'monitoring.role.fuel': { zh: '燃料消耗量', en: 'Fuel burnt' },
  'monitoring.role.calorificValue': { zh: '低位发热量', en: 'Net calorific value' },
  'monitoring.role.carbonContent': { zh: '单位热值含碳量', en: 'Carbon content per heat' },
  'monitoring.role.oxidation': { zh: '碳氧化率', en: 'Oxidation rate' },
  'monitoring.role.carbon': { zh: '含碳量', en: 'Carbon content' },
  'monitoring.role.moistureReceived': { zh: '收到基全水分', en: 'Total moisture as received' },
  'monitoring.role.moistureAirDry': { zh: '空干基水分', en: 'Moisture, air-dry' },
  'monitoring.role.agent': { zh: '脱硫剂消耗量', en: 'Desulfurization agent used' },
  'monitoring.role.carbonateShare': { zh: '碳酸盐含量', en: 'Share of carbonate' },
  'monitoring.role.factor': { zh: '排放因子', en: 'Emission factor' },
  'monitoring.role.conversion': { zh: '转化率', en: 'Conversion rate' },
  'monitoring.role.bought': { zh: '购入量', en: 'Amount bought' },
  'monitoring.role.sold': { zh: '外供量', en: 'Amount sold on' },
  'monitoring.role.nonFossil': { zh: '其中非化石能源电量', en: 'Non-fossil electricity in it' },
  'monitoring.role.ownGeneration': { zh: '其中自发自用电量', en: 'Own generation in it' },
  'monitoring.role.greenPower': { zh: '合同电量', en: 'Electricity under contract' },
  'monitoring.role.greenFactor': { zh: '合同电力排放因子', en: 'Emission factor of the contract' },
  'monitoring.role.residual': { zh: '剩余电力组合因子', en: 'Residual mix factor' },
  'monitoring.field.instruments': { zh: '绿色电力合同', en: 'Contracts for green electricity' },
  'monitoring.field.instrument-kind': { zh: '合同类型', en: 'Kind of contract' },
  'monitoring.field.instrument-name': { zh: '合同名称', en: 'Name of the contract' },
  'monitoring.instrument-add': { zh: '添加合同', en: 'Add a contract' },
  'monitoring.instrument-remove': { zh: '去掉此合同', en: 'Remove this contract' },
  'monitoring.instruments-hint': {
    zh: '基于市场的报告先按合同电量及其因子计算，其余电量用剩余电力组合因子，没有公布时用电网因子；按指南核算时，只扣减指南认可的种类。',
    en: 'A market-based report counts these first, by their own factor, and the rest by the residual mix or, where none is published, by the grid factor. Under a guideline only the kinds it recognizes are taken off.',
  },
  'monitoring.instrument.direct-supply': { zh: '绿电直供或自发', en: 'Direct line or own generation' },
  'monitoring.instrument.ppa': { zh: '购电协议（PPA）', en: 'Power purchase agreement' },
  'monitoring.instrument.green-power': { zh: '绿电交易（证电合一）', en: 'Green power with certificates' },
  'monitoring.instrument.certificate': { zh: '绿证（GEC，证电分离）', en: 'Certificates alone (GEC)' },
  'monitoring.role.heat': { zh: '热量', en: 'Heat' },
  'monitoring.role.mass': { zh: '质量', en: 'Mass' },
  'monitoring.role.enthalpy': { zh: '焓值', en: 'Enthalpy' },
  'monitoring.role.pressure': { zh: '压力', en: 'Pressure' },
  'monitoring.role.temperature': { zh: '温度', en: 'Temperature' },
  'monitoring.role.activity': { zh: '活动数据', en: 'Activity data' },
  'monitoring.role.content': { zh: '组分含量', en: 'Content' },
  'monitoring.role.gwp': { zh: '全球变暖潜势', en: 'Global warming potential' },
  'monitoring.role.concentration': { zh: '浓度', en: 'Concentration' },
  'monitoring.role.flow': { zh: '流量', en: 'Flow' },
  'monitoring.role.duration': { zh: '运行时间', en: 'Running time' },
  'monitoring.role.amount': { zh: '排放量', en: 'Amount emitted' },
  'monitoring.kind.source': { zh: '排放源', en: 'Emission source' },
  'monitoring.kind.meter': { zh: '计量器具', en: 'Meter' },
  'monitoring.kind.plan': { zh: '监测计划', en: 'Monitoring plan' },
  'monitoring.kind.deviation': { zh: '偏差', en: 'Deviation' },
  'monitoring.state.planned': { zh: '拟建', en: 'Planned' },
  'monitoring.state.building': { zh: '在建', en: 'Being built' },
  'monitoring.state.running': { zh: '在用', en: 'Running' },
  'monitoring.state.closed': { zh: '已关闭', en: 'Closed' },
  'monitoring.determination.measured': { zh: '实测', en: 'Measured' },
  'monitoring.determination.calculated': { zh: '计算', en: 'Calculated' },
  'monitoring.determination.supplier': { zh: '供应商提供', en: 'Given by the supplier' },
  'monitoring.determination.default': { zh: '缺省值', en: 'Default' },
  'monitoring.frequency.hour': { zh: '每小时', en: 'Hourly' },
  'monitoring.frequency.day': { zh: '每天', en: 'Daily' },
  'monitoring.frequency.batch': { zh: '每批次', en: 'By batch' },
  'monitoring.frequency.month': { zh: '每月', en: 'Monthly' },
  'monitoring.frequency.year': { zh: '每年', en: 'Yearly' },
} satisfies Record<`monitoring.${string}`, Wording>

export const monitoringTexts = {
  ...troubles,
  ...findings,
  ...words,
  ...monitoringPageTexts,
  ...formulaTexts,
}
