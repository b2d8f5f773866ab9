import { Button, Input, Popover, Space } from 'antd'
import { useState } from 'react'

import { useSay } from '../kernel/say.ts'
import { Icon } from './Icon.tsx'
import type { ListView } from './record-columns.ts'
import type { Views } from './views.ts'

/** Saved settings of a list: show one, save the present one under a name, delete one. */
export function ViewMenu({ views: { view, show, saved, save, remove } }: { readonly views: Views }) {
  const say = useSay()
  const [name, setName] = useState('')
  const everything: ListView = { search: '', hidden: view.hidden, filters: {}, sort: null }
  const content = (
    <div className="view-menu">
      <Button type="text" onClick={() => show(everything)}>
        {say('frame.table.view.all')}
      </Button>
      {saved.map((one) => (
        <div key={one.name}>
          <Button type="text" onClick={() => show(one.view)}>
            {one.name}
          </Button>
          <Button
            type="text"
            icon={<Icon name="trash" />}
            aria-label={say('frame.table.view.delete', { name: one.name })}
            onClick={() => remove(one.name)}
          />
        </div>
      ))}
      <Space.Compact>
        <Input
          aria-label={say('frame.table.view.name')}
          placeholder={say('frame.table.view.name')}
          value={name}
          maxLength={40}
          onChange={({ target }) => setName(target.value)}
        />
        <Button
          disabled={name.trim() === ''}
          onClick={() => {
            save(name.trim())
            setName('')
          }}
        >
          {say('frame.table.view.save')}
        </Button>
      </Space.Compact>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={content}>
      <Button icon={<Icon name="filter" />}>{say('frame.table.views')}</Button>
    </Popover>
  )
}
