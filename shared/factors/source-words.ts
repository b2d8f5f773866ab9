import type { Language } from '#shared/kernel/texts'

/**
 * Sources of the shipped library that were noted down half in English, as a Chinese reader expects to see them cited.
 * An edition is never edited, so the words are put right where they are shown.
 */
const inChinese: Readonly<Record<string, string>> = {
  'NDRC sector guidelines of batches 2 and 3 (batch 1 carries other values for several fuels) (工业其他行业企业 温室气体排放核算方法与报告指南（试行）, 发改办气候〔2015〕1722号, 附录 表 "常见化石燃料特性参数缺省值"), as coded':
    '《工业其他行业企业温室气体排放核算方法与报告指南（试行）》（发改办气候〔2015〕1722号）附录“常见化石燃料特性参数缺省值”，与第二、三批行业指南相同；录自核算程序',
  'MEE guidelines: 发电设施 (2022年修订版) 附录A and 水泥/铝冶炼 (2024) and 钢铁 (2024/2025) annex default tables, as coded (one common table in the app)':
    '生态环境部指南：发电设施（2022 年修订版）附录 A，水泥、铝冶炼（2024）和钢铁（2024/2025）附录缺省值表；录自核算程序',
  '陆上交通 NDRC 2015, as coded': '国家发展改革委陆上交通运输企业指南（2015）；录自核算程序',
  '陆上交通 NDRC 2015 (as coded: 12/60*44/12)':
    '国家发展改革委陆上交通运输企业指南（2015）；录自核算程序（12/60×44/12）',
  'MEE 水泥行业 核算与报告指南 (2024), as coded':
    '生态环境部《核算与报告指南 水泥行业》（2024）；录自核算程序',
  '发电企业 NDRC 2013 (发改办气候〔2013〕2526号) = GB/T 32151.1-2015 annex table, quoted in a system spec':
    '国家发展改革委发电企业指南（发改办气候〔2013〕2526号），同 GB/T 32151.1—2015 附录；转引',
  '石油和天然气生产 NDRC 2014, as coded': '国家发展改革委石油和天然气生产企业指南（2014）；录自核算程序',
  'MEE 发电设施 指南 2022年修订版 附录A 表A.1': '生态环境部发电设施指南（2022 年修订版）附录 A 表 A.1',
  'MEE 钢铁生产 核算与报告指南 (2024/25) / GB/T 32151.5 annex, as coded':
    '生态环境部《核算与报告指南 钢铁生产》（2024/2025）、GB/T 32151.5 附录；录自核算程序',
  '化工 NDRC 2013, as coded': '国家发展改革委化工生产企业指南（2013）；录自核算程序',
  '食品/造纸/工业其他 NDRC 2015, as coded':
    '国家发展改革委食品、造纸、工业其他行业企业指南（2015）；录自核算程序',
  'NDRC sector guidelines annex (碳酸盐 排放因子), as coded':
    '国家发展改革委行业指南附录（碳酸盐排放因子）；录自核算程序',
  'MEE 铝冶炼 核算与报告指南 (2024), as coded': '生态环境部《核算与报告指南 铝冶炼》（2024）；录自核算程序',
  'MEE 铝冶炼 2024 / 钢铁 guidelines, as coded': '生态环境部铝冶炼（2024）、钢铁指南；录自核算程序',
  '民航企业 NDRC guide (as coded)': '国家发展改革委民航企业指南；录自核算程序',
  'NDRC 2010年中国区域电网平均二氧化碳排放因子': '国家发展改革委《2010 年中国区域电网平均二氧化碳排放因子》',
  'NDRC 2011年中国区域电网平均二氧化碳排放因子': '国家发展改革委《2011 年中国区域电网平均二氧化碳排放因子》',
  'NDRC 2012年中国区域电网平均二氧化碳排放因子': '国家发展改革委《2012 年中国区域电网平均二氧化碳排放因子》',
  '氟化工 NDRC 2015, as coded': '国家发展改革委氟化工企业指南（2015）；录自核算程序',
  '其他有色 NDRC 2015, as coded': '国家发展改革委其他有色金属冶炼和压延加工业企业指南（2015）；录自核算程序',
  '国标附表 as quoted by a city-energy model': '国家标准附表；转引自某城市能源模型',
  '煤炭生产 NDRC 2014, as coded': '国家发展改革委煤炭生产企业指南（2014）；录自核算程序',
  'MEE 水泥 guideline 2024 as coded by a kiln-monitoring project (carbon_content_2024 = 0.02618, oxidation 0.99 in the kiln)':
    '生态环境部水泥指南（2024）；录自某水泥窑监测程序（含碳量 0.02618，窑内氧化率 0.99）',
  'cement guideline used for 2023 reports, as coded (carbon_content_2023 = 0.02610)':
    '2023 年度报告所用水泥指南；录自核算程序（含碳量 0.02610）',
  'MEE 发电设施 指南 (环办气候函〔2022〕485号, Dec 2022), for data from 2023':
    '生态环境部《核算与报告指南 发电设施》（环办气候函〔2022〕485号，2022-12），用于 2023 年起的数据',
  'MEE 发电设施 指南 (环办气候函〔2022〕485号, Dec 2022)':
    '生态环境部《核算与报告指南 发电设施》（环办气候函〔2022〕485号，2022-12）',
  'MEE 企业温室气体排放核算方法与报告指南 发电设施 (环办气候〔2021〕9号; still in 环办气候函〔2022〕111号, March 2022)':
    '生态环境部《企业温室气体排放核算方法与报告指南 发电设施》（环办气候〔2021〕9号；环办气候函〔2022〕111号（2022-03）沿用）',
  '电解铝 NDRC 2013': '国家发展改革委电解铝生产企业指南（2013）',
  '镁冶炼 NDRC 2013': '国家发展改革委镁冶炼企业指南（2013）',
  '镁冶炼 NDRC 2013, as coded': '国家发展改革委镁冶炼企业指南（2013）；录自核算程序',
  '平板玻璃 NDRC 2013, as coded': '国家发展改革委平板玻璃生产企业指南（2013）；录自核算程序',
  'NDRC guidelines, as coded': '国家发展改革委行业指南；录自核算程序',
  'NDRC 24 sector guidelines; MEE guidelines; GB/T 32151':
    '国家发展改革委 24 个行业指南；生态环境部指南；GB/T 32151',
  '发电企业 GB/T 32151.1-2015, as quoted': 'GB/T 32151.1—2015 发电企业；转引',
  'GB/T 32151.34-2024 5.2.2-5.2.4, as coded': 'GB/T 32151.34—2024 5.2.2—5.2.4；录自核算程序',
  '2024年电力碳足迹因子数据的公告 (2025-10-23; page t20251024_1130734)':
    '《2024 年电力碳足迹因子数据的公告》（2025-10-23）',
}

/** The source of a factor in the reader's language; what a plant wrote itself stays as it was written. */
export function sourceIn(source: string, language: Language): string {
  return language === 'zh' ? (inChinese[source] ?? source) : source
}
