import { useNavigate } from '@remix-run/react'
import { Command, useCommandState } from 'cmdk'
import { useEffect, useRef, useState } from 'react'
import { Asks, TypedAsk } from '#app/routes/frame/palette-asks.tsx'
import { inputProps } from '#app/routes/frame/palette-input.ts'
import { Group, Place } from '#app/routes/frame/palette-parts.tsx'
import { hasAllWords } from '#app/routes/frame/palette-words.ts'
import { readPlaces, type Places } from '#app/routes/frame/read-places.ts'
import { TAB_WORDS, tabPath, TABS } from '#app/routes/project/tabs.ts'
import { refWords } from '#app/source-words.ts'
import { SOURCE_WORDS } from '#src/domain/cycle.ts'

const SCREENS = [
  { to: '/', name: 'Today' },
  { to: '/going-out', name: 'Going out' },
  { to: '/projects', name: 'Projects' },
  { to: '/activity', name: 'Activity' },
  { to: '/agent', name: 'Agent' },
  { to: '/cost', name: 'Cost' },
  { to: '/settings', name: 'Settings: working hours' },
  { to: '/away', name: 'Away: going on leave' },
]

const STANDS: Record<string, string> = {
  expired: 'past its time',
  decided: 'decided',
  superseded: 'overtaken',
  snoozed: 'later',
}

type ListProps = {
  typed: string
  type: (typed: string) => void
  /** Enter was pressed before the list had come. */
  entered: boolean
  close: () => void
}

/** What can be gone to, narrowed by what is typed; arrows move, Enter goes. A ticket or a mail opens where it stands. */
export default function PaletteList({ typed, type, entered, close }: ListProps) {
  const places = usePlaces()
  const [isSeeded, seed] = useState(false)
  const [early, setEarly] = useState(entered)
  useEffect(() => seed(true), [])
  const navigate = useNavigate()
  const go = (to: string) => {
    close()
    navigate(to)
  }
  const leave = (url: string) => {
    close()
    window.open(url, '_blank', 'noopener,noreferrer')
  }
  return (
    <Command
      label="Go to…"
      loop
      onKeyDown={({ key }) => places === 'loading' && setEarly(key === 'Enter')}
      filter={(_, typed, words = []) => Number(hasAllWords(words.join(' '), typed))}
    >
      {/* Told what was typed before it came, then left to itself: told each letter, it chooses a moment after it, and an Enter meanwhile is lost. */}
      <Command.Input {...inputProps} {...(isSeeded ? {} : { value: typed })} onValueChange={type} />
      <Command.List className="max-h-[calc(85dvh-4rem)] overflow-y-auto p-2 sm:max-h-[calc(70vh-4rem)]">
        <Command.Empty className="px-3 py-2 text-[0.9375rem] text-soft">
          {places === 'loading' ? 'Loading…' : 'Nothing has these words.'}
        </Command.Empty>
        {places === 'failed' && (
          <p role="status" className="px-3 py-2 text-[0.9375rem] text-late">
            Decisions, projects and changes could not be read. The screens can be opened.
          </p>
        )}
        <TypedAsk typed={typed} go={go} />
        {places !== 'loading' && (
          <>
            <Groups places={places === 'failed' ? NONE : places} go={go} leave={leave} />
            <Asks go={go} />
            {early && <GoToFirst />}
          </>
        )}
      </Command.List>
    </Command>
  )
}

/** Goes to what is chosen as soon as anything is: whoever pressed Enter early need not press it again. */
function GoToFirst() {
  const here = useRef<HTMLSpanElement>(null)
  const chosen = useCommandState(({ value }) => value)
  useEffect(() => {
    if (chosen) here.current?.parentElement?.querySelector<HTMLElement>('[aria-selected="true"]')?.click()
  }, [chosen])
  return <span ref={here} hidden />
}

const NONE: Places = { decisions: [], projects: [], changes: [] }

/** What can be gone to, read once. */
function usePlaces(): Places | 'loading' | 'failed' {
  const [places, setPlaces] = useState<Places | 'loading' | 'failed'>('loading')
  useEffect(() => {
    readPlaces().then(setPlaces, () => setPlaces('failed'))
  }, [])
  return places
}

type GroupsProps = { places: Places; go: (to: string) => void; leave: (url: string) => void }

/** All at once, so that what comes first is what Enter goes to. */
function Groups({ places: { decisions, projects, changes }, go, leave }: GroupsProps) {
  return (
    <>
      <Group name="Decisions">
        {decisions.map(({ id, projectId, title, status }) => (
          <Place
            key={id}
            id={id}
            name={title}
            about={[projectId, STANDS[status]].filter(Boolean).join(', ')}
            go={() => go(`/projects/${projectId}/decisions/${id}`)}
          />
        ))}
      </Group>
      <Group name="Screens">
        {SCREENS.map(({ to, name }) => (
          <Place key={to} id={to} name={name} about="" go={() => go(to)} />
        ))}
      </Group>
      <Group name="Projects and their documents">
        {projects.flatMap((project) =>
          TABS.map((tab) => (
            <Place
              key={`${project.id} ${tab}`}
              id={tabPath(project.id, tab)}
              name={TAB_WORDS[tab]}
              about={`${project.id} ${project.name}`}
              go={() => go(tabPath(project.id, tab))}
            />
          )),
        )}
      </Group>
      <Group name="Tickets and mails of the last days">
        {changes.map(({ signalId, source, ref, title, by, url }) => (
          <Place
            key={signalId}
            id={signalId}
            name={source === 'outlook' ? title : `${ref} ${title}`}
            about={`${source === 'outlook' ? `${refWords(ref)}, ${by}` : by} · ${SOURCE_WORDS[source]} ↗`}
            isPrivate={source === 'outlook'}
            go={() => leave(url)}
          />
        ))}
      </Group>
    </>
  )
}
