import { ASKS, askPath, WHATS } from '#app/routes/ask/asks.ts'
import { askTyped } from '#app/routes/ask/asks-typed.ts'
import { Group, Place } from '#app/routes/frame/palette-parts.tsx'

type Props = { typed: string; go: (to: string) => void }

/** What was typed asks for an act: first, with what was said of it filled in. */
export function TypedAsk({ typed, go }: Props) {
  const asked = askTyped(typed)
  if (!asked) return null
  const { what, given } = asked
  return (
    <Group name="Ask for an act">
      {[
        // Its words are those that were typed, so that nothing narrows it away.
        <Place
          key="typed"
          id={`ask ${typed}`}
          name={typed}
          about={ASKS[what].name}
          go={() => go(askPath(what, given))}
        />,
      ]}
    </Group>
  )
}

/** Every act that the PM can ask for. */
export function Asks({ go }: Pick<Props, 'go'>) {
  return (
    <Group name="Ask for an act">
      {WHATS.map((what) => (
        <Place
          key={what}
          id={`ask ${what}`}
          name={`${ASKS[what].name}…`}
          about=""
          go={() => go(askPath(what))}
        />
      ))}
    </Group>
  )
}
