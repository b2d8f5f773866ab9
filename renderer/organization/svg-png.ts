/** An SVG document as a PNG at twice its size, for papers and slides. */
export async function pngOf(svg: string): Promise<Blob> {
  const picture = new Image()
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    picture.src = address
    await picture.decode()
    const canvas = new OffscreenCanvas(picture.naturalWidth * 2, picture.naturalHeight * 2)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('There is no canvas to draw on')
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return await canvas.convertToBlob({ type: 'image/png' })
  } finally {
    URL.revokeObjectURL(address)
  }
}
