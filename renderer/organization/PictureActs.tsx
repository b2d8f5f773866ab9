import { Button } from 'antd'

import { useSay } from '../kernel/say.ts'
import { Icon } from '../ui/Icon.tsx'
import { saveFile } from '../ui/save-file.ts'
import { pngOf } from './svg-png.ts'

/** Takes a drawing along as SVG or PNG. */
export function PictureActs({ svg, file }: { readonly svg: string; readonly file: string }) {
  const say = useSay()
  return (
    <div className="page-acts">
      <Button
        icon={<Icon name="export" />}
        onClick={() => saveFile(`${file}.svg`, new Blob([svg], { type: 'image/svg+xml' }))}
      >
        {say('organization.drawing.svg')}
      </Button>
      <Button
        icon={<Icon name="export" />}
        onClick={() => void pngOf(svg).then((picture) => saveFile(`${file}.png`, picture))}
      >
        {say('organization.drawing.png')}
      </Button>
    </div>
  )
}
