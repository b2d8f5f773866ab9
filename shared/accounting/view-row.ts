/** The word for a row of the GHG Protocol: a category of scope 3 is called as in the register of sources. */
export function protocolRowCode(key: string): string {
  const [, category] = /^scope-3-(\d+)$/.exec(key) ?? []
  return category === undefined ? `accounting.view-row.${key}` : `monitoring.scope3.${category}`
}
