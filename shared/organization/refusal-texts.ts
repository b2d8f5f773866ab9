import type { Wording } from '#shared/kernel/texts'

/** What is refused, and what a boundary lacks, with the way out. */
export const organizationRefusals = {
  'organization.none-yet': {
    zh: '尚未填写单位信息。请先在“单位信息”页填写名称，再继续',
    en: 'The organization has not been entered yet. Give at least its name on the organization page first',
  },
  'organization.already-begun': {
    zh: '单位信息已经建立，请在“单位信息”页修改',
    en: 'The organization is already there; change it on the organization page',
  },
  'organization.unknown-contact': {
    zh: '联系人“{name}”已被删除，请重新添加',
    en: 'The contact “{name}” has been taken out in the meantime; add it again',
  },
  'organization.credit-code-length': {
    zh: '统一社会信用代码应为 18 位，现在是 {length} 位',
    en: 'A unified social credit code has 18 characters; this one has {length}',
  },
  'organization.credit-code-character': {
    zh: '第 {position} 位的“{character}”不会出现在统一社会信用代码中（不使用 I、O、S、V、Z）。请对照营业执照，留意形近字符 {likely}',
    en: 'Character {position}, “{character}”, never occurs in a unified social credit code, which does without I, O, S, V and Z. Compare with the licence; it may be {likely}',
  },
  'organization.credit-code-region': {
    zh: '第 {position} 位的“{character}”应为数字：第 3 至 8 位是登记机关的行政区划码',
    en: 'Character {position}, “{character}”, must be a digit: characters 3 to 8 are the number of the registering authority’s district',
  },
  'organization.credit-code-mistyped': {
    zh: '校验不通过，差错很可能在第 {from} 至 {to} 位“{part}”（主体标识码）。请与营业执照逐位核对',
    en: 'The check character does not fit. The slip is most likely in characters {from} to {to}, “{part}”, the number of the entity; compare them one by one with the licence',
  },
  'organization.credit-code-check': {
    zh: '校验码不符：按前 17 位计算，第 18 位应为“{expected}”，现在是“{given}”。请核对第 18 位和第 1 至 8 位',
    en: 'The check character does not fit: after the first 17 characters the last must be “{expected}”, not “{given}”. Compare the last character and the first eight with the licence',
  },
  'organization.unknown-node': {
    zh: '找不到这个场所、设施或设备，可能已被删除',
    en: 'There is no such site, facility, unit or equipment; it may have been removed',
  },
  'organization.wrong-place': {
    zh: '不能放在这里：场所在最上层，其下依次是设施、工序（机组）、设备，下级只能放在上级之下',
    en: 'It cannot stand here: a site stands at the top, then come facility, unit and equipment, each below an earlier level',
  },
  'organization.before-parent': {
    zh: '起始日期早于上级“{name}”的起始日期 {from}',
    en: 'It would begin before “{name}”, which it belongs to and which begins on {from}',
  },
  'organization.already-closed': {
    zh: '“{name}”已于 {on} 停用',
    en: '“{name}” was already closed on {on}',
  },
  'organization.closed-before-begun': {
    zh: '停用日期早于“{name}”的起始日期 {from}',
    en: 'It would close before “{name}” begins on {from}',
  },
  'organization.parent-closed': {
    zh: '“{name}”的上级“{parent}”已停用，请先恢复上级',
    en: '“{name}” belongs to “{parent}”, which is closed; reopen that first',
  },
  'organization.node-used': {
    zh: '“{name}”已有 {uses} 条记录引用，不能删除。请改为停用，历史数据保持不变',
    en: '{uses} records point at “{name}”, so it cannot be deleted. Close it instead; its history stays',
  },
  'organization.open-sources': {
    zh: '还有 {count} 个排放源未关闭：{names}。请先在“排放源”页关闭或移走，再停用或划出边界',
    en: '{count} sources are still open there: {names}. Close or move them on the sources page before you close the node or drop it from the boundary',
  },
  'organization.move-changes-boundary': {
    zh: '移动“{name}”会改变已批准的第 {number} 版边界。请在原处停用，并在新位置新增',
    en: 'Moving “{name}” would change the approved boundary version {number}. Close it here and add it at the new place instead',
  },
  'organization.unknown-product': {
    zh: '找不到该产品，可能已被删除',
    en: 'There is no such product; it may have been removed',
  },
  'organization.no-facility': {
    zh: '“{name}”不是设施，产品产量按设施填报',
    en: '“{name}” is no facility; products are reported by facility',
  },
  'organization.product-twice': {
    zh: '{year} 年已有序号 {number} 的产品“{name}”，序号和名称不能重复',
    en: 'Product {number}, “{name}”, is already there for {year}; number and name must differ',
  },
  'organization.products-there': {
    zh: '{year} 年已有产品，不再从上一年复制',
    en: 'There are products for {year} already, so none are copied',
  },
  'organization.products-none': {
    zh: '{year} 年没有产品可复制',
    en: 'There are no products of {year} to copy',
  },
  'organization.unknown-boundary': {
    zh: '找不到这一版边界，可能已被删除',
    en: 'There is no such boundary version; the draft may have been discarded',
  },
  'organization.already-decided': {
    zh: '第 {number} 版边界已由 {by} 于 {at} 批准，不能再修改。如需调整，请另立新版',
    en: 'Boundary version {number} was approved by {by} at {at} and can no longer be changed. Make a new version instead',
  },
  'organization.needs-top-management': {
    zh: '边界由最高管理者批准。请由承担“最高管理者”角色的人员登录签署',
    en: 'The boundary is approved by top management. Someone who holds that role has to sign',
  },
  'organization.boundary-incomplete': {
    zh: '“{title}”还有 {missing} 处必须补充，补齐后才能批准',
    en: '“{title}” still lacks {missing} things that must be there before it can be approved',
  },
  'organization.boundary-overlaps': {
    zh: '有效期与第 {number} 版“{title}”（自 {from} 起）重叠。请把起始日期改在其后，或注明本版更正该版',
    en: 'Its validity overlaps version {number}, “{title}”, which begins on {from}. Let it begin later, or say that it corrects that version',
  },
  'organization.boundary-no-tree': {
    zh: '在起始日期还没有任何场所和设施',
    en: 'There is no site or facility on the first day of its validity',
  },
  'organization.boundary-empty': {
    zh: '还没有划入任何场所或设施',
    en: 'No site or facility is inside yet',
  },
  'organization.boundary-undecided': {
    zh: '“{name}”既未划入也未排除',
    en: '“{name}” is neither inside nor excluded',
  },
  'organization.boundary-tenure-unreasoned': {
    zh: '“{name}”并非单纯自有，请写明按什么规则划入',
    en: '“{name}” is not simply owned; say by what rule it is inside',
  },
  'organization.boundary-share': {
    zh: '“{name}”的权益比例应大于 0、不超过 100%',
    en: 'The share of “{name}” must be above 0 and at most 100 %',
  },
  'organization.exclusion-unnamed': {
    zh: '有一个排除项没有写明排除了什么',
    en: 'An exclusion does not say what is left out',
  },
  'organization.exclusion-unreasoned': {
    zh: '排除项“{what}”没有写明理由',
    en: 'The exclusion “{what}” gives no reason',
  },
  'organization.exclusion-unsized': {
    zh: '排除项“{what}”没有估算排放量，核查时会被问到',
    en: 'The size of the exclusion “{what}” has not been estimated; a verifier will ask',
  },
  'organization.exclusions-large': {
    zh: '排除项合计约占 {share}%，超过常用的 5% 重要性门槛，请说明',
    en: 'Exclusions come to {share} %, above the usual materiality threshold of 5 %; be ready to explain',
  },
  'organization.boundary-reports-nothing': {
    zh: '还没有选择核算指南，也没有选择 ISO 14064-1 类别或范围',
    en: 'Neither a guideline nor any category or scope has been chosen',
  },
  'organization.boundary-no-guideline': {
    zh: '没有选择核算指南；向主管部门报告时需要',
    en: 'No guideline has been chosen; a report to the authority needs one',
  },
  'organization.boundary-without-direct': {
    zh: '必须包含 ISO 14064-1 类别 1（直接排放）',
    en: 'Category 1 of ISO 14064-1, direct emissions, must be included',
  },
  'organization.boundary-scopes': {
    zh: '按范围报告时，范围 1 和范围 2 必须包含',
    en: 'A report by scopes must include scopes 1 and 2',
  },
  'organization.boundary-no-subsystem': {
    zh: '还没有选择适用的分体系',
    en: 'No subsystem has been chosen',
  },
  'organization.boundary-no-sources': {
    zh: '“{name}”在界内，但还没有登记任何排放源',
    en: '“{name}” is inside, but no source is registered there yet',
  },
  'organization.boundary-ends-early': {
    zh: '终止日期应晚于起始日期',
    en: 'It must end after it begins',
  },
} satisfies Record<`organization.${string}`, Wording>
