import { Checkbox } from 'antd'

import type { ExportId, ExportRecord } from '#shared/exchange/model'

import { localTime } from '../kernel/local-time.ts'
import { useSay } from '../kernel/say.ts'
import { downloadAddress } from '../kernel/upload.ts'
import { Icon } from '../ui/Icon.tsx'
import { sizeText } from '../ui/size-text.ts'

interface ExportFilesProps {
  readonly files: readonly ExportRecord[]
  /** With these, files can be chosen. */
  readonly chosen?: readonly ExportId[]
  readonly onChoose?: (chosen: readonly ExportId[]) => void
}

/** Files that were made, each with its size and hash, to be taken away. */
export function ExportFiles({ files, chosen = [], onChoose }: ExportFilesProps) {
  const say = useSay()
  const choose = (id: ExportId, isChosen: boolean) =>
    onChoose?.(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id))
  return (
    <div className="exchange-scroll" tabIndex={0} role="group" aria-label={say('exchange.exports')}>
      <table>
        <thead>
          <tr>
            {onChoose && <td />}
            <th scope="col">{say('exchange.file')}</th>
            <th scope="col">{say('exchange.kind')}</th>
            <th scope="col">{say('exchange.language')}</th>
            <th scope="col" className="number">
              {say('exchange.size')}
            </th>
            <th scope="col">{say('exchange.sha256')}</th>
            <th scope="col">{say('exchange.made-at')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {files.map(({ id, fileName, kind, language, size, sha256, madeAt }) => (
            <tr key={id}>
              {onChoose && (
                <td>
                  <Checkbox
                    aria-label={say('exchange.choose', { file: fileName })}
                    checked={chosen.includes(id)}
                    onChange={({ target }) => choose(id, target.checked)}
                  />
                </td>
              )}
              <th scope="row">{fileName}</th>
              <td>{say(`exchange.kind-${kind}`)}</td>
              <td>{language === null ? '' : say(`frame.language.${language}`)}</td>
              <td className="number">{sizeText(size)}</td>
              <td>
                <code className="exchange-hash" title={sha256}>
                  {sha256}
                </code>
              </td>
              <td>{localTime(madeAt)}</td>
              <td>
                <a
                  href={downloadAddress(id)}
                  download={fileName}
                  aria-label={`${say('exchange.download')} ${fileName}`}
                >
                  <Icon name="import" size={14} /> {say('exchange.download')}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
