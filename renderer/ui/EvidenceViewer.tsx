import { useSay } from '../kernel/say.ts'
import { evidenceAddress } from '../kernel/upload.ts'
import { Icon } from './Icon.tsx'

interface StoredFile {
  readonly sha256: string
  readonly name: string
  readonly type: string
}

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']

/** A stored file: pictures and PDF are shown here, anything else is handed out. The hash says which file it is. */
export function EvidenceViewer({
  file,
  height = 480,
}: {
  readonly file: StoredFile
  readonly height?: number
}) {
  const say = useSay()
  const { sha256, name, type } = file
  const address = evidenceAddress(sha256, name)
  const isPicture = pictures.includes(type)
  const isShown = isPicture || type === 'application/pdf'
  return (
    <figure className="evidence">
      {isPicture && <img src={address} alt={name} style={{ maxHeight: height }} />}
      {type === 'application/pdf' && <iframe src={address} title={name} style={{ height }} />}
      <figcaption>
        <Icon name="evidence" /> {name}{' '}
        <a href={address} target="_blank" rel="noreferrer">
          {say(isShown ? 'frame.evidence.open' : 'frame.evidence.download')}
        </a>
        <code className="evidence-hash">SHA-256 {sha256}</code>
      </figcaption>
    </figure>
  )
}
