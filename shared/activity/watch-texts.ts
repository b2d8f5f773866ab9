import type { Wording } from '#shared/kernel/texts'

/** Watched folders, remembered mappings, and what became of files that nobody looked at first. */
export const watchTexts = {
  'activity.row-in-sealed-month': {
    zh: '{month} 已封存，这一行没有导入。',
    en: '{month} is sealed; this row was not imported.',
  },
  'activity.watch.no-folder': {
    zh: '找不到文件夹“{path}”。请填写保存数据的这台机器上的完整路径。',
    en: 'There is no folder “{path}”. Please give its full path on the machine that holds the data.',
  },
  'activity.watch.own-data': {
    zh: '“{path}”是程序自己的数据文件夹，不能监视。请另选一个文件夹。',
    en: '“{path}” is the program’s own data folder and cannot be watched. Please choose another one.',
  },
  'activity.watch.watched-already': {
    zh: '“{path}”已经在监视。',
    en: '“{path}” is being watched already.',
  },
  'activity.watch.known': {
    zh: '内容与 {at} 导入的“{name}”相同，没有再次导入。',
    en: 'The same content as “{name}”, imported on {at}; not imported again.',
  },
  'activity.watch.unknown': {
    zh: '认不出这种表格：既不是填报工作簿，也没有记住的列对应方案，列名也不是小时参数的名称。请在“数据导入”中导入一次并记住方案。',
    en: 'This table is not known: no collection workbook, no remembered mapping for its heading, no columns called as hourly parameters are. Import one like it by hand and have the mapping remembered.',
  },
  'activity.watch.left-out': {
    zh: '没有对应参数的列未导入：{columns}。',
    en: 'Columns without a parameter were left out: {columns}.',
  },
  'activity.watch.not-moved': {
    zh: '已导入，但不能移到“{folder}”，请检查该文件夹的权限。',
    en: 'Imported, but it could not be moved into “{folder}”; please check the permissions there.',
  },
  'activity.did.saveWatchFolder': { zh: '设置监视文件夹', en: 'Set up a watched folder' },
  'activity.did.watchNow': { zh: '导入监视文件夹中的文件', en: 'Imported files of watched folders' },
  'activity.table.watch_folders': { zh: '监视文件夹', en: 'watched folders' },
  'activity.table.watch_log': { zh: '监视文件夹记录', en: 'log of watched folders' },
  'activity.did.renameProfile': { zh: '重命名列对应方案', en: 'Renamed a column mapping' },
  'activity.profile-name-taken': {
    zh: '已有名为“{name}”的列对应方案，请换一个名称。',
    en: 'There is a mapping called “{name}” already. Please choose another name.',
  },
  'activity.no-such-profile': { zh: '列对应方案“{name}”已不存在。', en: 'The mapping “{name}” is gone.' },
} satisfies Record<`activity.${string}`, Wording>
