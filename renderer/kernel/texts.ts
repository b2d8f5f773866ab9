import { texts } from '#shared/texts'

/** A code that has a wording. Codes that come from the other side are plain text: say them with `say.of`. */
export type TextCode = Extract<keyof typeof texts, string>
export { texts }
