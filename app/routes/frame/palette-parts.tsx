import { Command } from 'cmdk'
import type { ReactNode } from 'react'

/** A named group of what can be chosen; absent when it is empty. */
export function Group({ name, children }: { name: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <Command.Group
      heading={name}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:text-[0.8125rem] [&_[cmdk-group-heading]]:text-soft"
    >
      {children}
    </Command.Group>
  )
}

type PlaceProps = { id: string; name: string; about: string; isPrivate?: boolean; go: () => void }

/** One thing that can be chosen: its name, and what tells it from others. */
export function Place({ id, name, about, isPrivate = false, go }: PlaceProps) {
  return (
    <Command.Item
      value={id}
      keywords={[name, about]}
      onSelect={go}
      className="flex min-h-11 cursor-pointer flex-wrap items-center justify-between gap-x-4 max-sm:flex-col max-sm:items-start max-sm:justify-center rounded-md px-3 py-1.5 text-[0.9375rem] data-[selected=true]:bg-wash"
    >
      <span className="wrap-anywhere" data-private={isPrivate ? '' : undefined}>
        {name}
      </span>
      <span className="text-sm text-soft">{about}</span>
    </Command.Item>
  )
}
