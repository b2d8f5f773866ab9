import { Button } from 'antd'
import { useNavigate, useRouteError } from 'react-router'

import { PageFrame } from '../ui/PageFrame.tsx'
import { troubleText, useSay } from './say.ts'
import { useGo } from './scope.ts'

/** Shown instead of a page that threw; the frame around it lives on. */
export function PageTrouble() {
  const say = useSay()
  const navigate = useNavigate()
  const trouble = useRouteError()
  return (
    <PageFrame
      title={say('frame.broken')}
      purpose={say('frame.broken.purpose')}
      action={
        <Button type="primary" onClick={() => void navigate(0)}>
          {say('frame.reopen')}
        </Button>
      }
    >
      <p role="alert">{troubleText(say, trouble)}</p>
    </PageFrame>
  )
}

export function NoSuchPage() {
  const say = useSay()
  const go = useGo()
  return (
    <PageFrame
      title={say('frame.not-found')}
      purpose={say('frame.not-found.purpose')}
      action={
        <Button type="primary" onClick={() => go('/')}>
          {say('frame.to-home')}
        </Button>
      }
    >
      {null}
    </PageFrame>
  )
}
