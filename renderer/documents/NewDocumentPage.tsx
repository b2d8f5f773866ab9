import { Button } from 'antd'

import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { DocumentForm } from './DocumentForm.tsx'

/** Registers a document; its first version is drafted on its page. */
export function NewDocumentPage() {
  const say = useSay()
  const go = useGo()
  return (
    <PageFrame
      title={say('documents.add')}
      purpose={say('documents.purpose')}
      action={<Button onClick={() => go('/documents')}>{say('documents.all')}</Button>}
    >
      <DocumentForm document={null} onSaved={(id) => go(`/documents/${id}`)} />
    </PageFrame>
  )
}
