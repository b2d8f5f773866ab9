/** What a person switches for the whole data folder. `offline`: nothing leaves this machine. */
export const switchNames = ['offline'] as const
export type SwitchName = (typeof switchNames)[number]
