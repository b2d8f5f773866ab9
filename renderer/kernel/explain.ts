import { create } from 'zustand'

/** Something the drawer can explain: `kind` picks the explainer of `pages.ts`, `subject` is what it is handed. */
export interface Explained {
  readonly kind: string
  readonly title: string
  readonly subject: unknown
}
interface Drawer {
  /** The last is shown; the ones before are the way back. */
  readonly trail: readonly Explained[]
  readonly width: number
}

const widths = { least: 320, first: 440, most: 960 } as const

export const useExplain = create<Drawer>()(() => ({ trail: [], width: widths.first }))

/** Opens a number in the drawer at the right. */
export function openExplain(explained: Explained): void {
  useExplain.setState({ trail: [explained] })
}
/** Goes deeper from what the drawer shows; back leads here again. */
export function explainFurther(explained: Explained): void {
  useExplain.setState(({ trail }) => ({ trail: [...trail, explained] }))
}
export function explainBack(): void {
  useExplain.setState(({ trail }) => ({ trail: trail.slice(0, -1) }))
}
export function closeExplain(): void {
  useExplain.setState({ trail: [] })
}
export function widenExplain(width: number): void {
  useExplain.setState({ width: Math.min(widths.most, Math.max(widths.least, Math.round(width))) })
}
