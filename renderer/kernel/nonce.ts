/**
 * The nonce of this page load. Every style element must carry it, those too that the kit makes at run time for
 * measuring and scroll locks without asking us; hence the patch. It runs before anything else is imported.
 */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? ''

const create = document.createElement.bind(document)
document.createElement = ((name: string, options?: ElementCreationOptions) => {
  const element = create(name, options)
  if (name === 'style') element.setAttribute('nonce', nonce)
  return element
}) as typeof document.createElement
