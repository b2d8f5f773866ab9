import { Fragment } from 'react'

/** A formula or a symbol of one: what follows `_` stands low, as in M_ar. */
export function SymbolText({ text }: { readonly text: string }) {
  return text
    .split(/(_[A-Za-z0-9]+)/)
    .map((piece, index) =>
      piece.startsWith('_') ? (
        <sub key={index}>{piece.slice(1)}</sub>
      ) : (
        <Fragment key={index}>{piece}</Fragment>
      ),
    )
}
