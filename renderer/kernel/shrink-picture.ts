import { Refusal } from '#shared/kernel/refusal'

/** From this size on, in bytes, whoever adds a photo is asked whether a smaller copy will do. */
const large = 8 * 1024 * 1024
/** The longer side of the copy, in points: what is written on a plate or a bill stays legible. */
const longerSide = 2560

export function isLargePicture({ type, size }: Pick<File, 'type' | 'size'>): boolean {
  return size > large && /^image\/(jpeg|png|webp|bmp)$/.test(type)
}

/**
 * The same picture as a smaller JPEG; the file itself stays as it is.
 *
 * @throws Refusal `frame.upload.no-picture` when the file cannot be shown as a picture.
 */
export async function shrunkPicture(file: File): Promise<File> {
  const picture = await createImageBitmap(file).catch(() => {
    throw new Refusal('frame.upload.no-picture', { name: file.name })
  })
  const ratio = Math.min(1, longerSide / Math.max(picture.width, picture.height))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * ratio)),
    Math.max(1, Math.round(picture.height * ratio)),
  )
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const copy = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
  return new File([copy], file.name.replace(/(\.[^.]*)?$/, '.jpg'), { type: 'image/jpeg' })
}
