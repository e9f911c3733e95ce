import { thingOf } from '#app/act-words.ts'
import { Records } from '#app/components/ui/records.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { STOP_WORDS } from '#src/domain/stop-reason.ts'
import type { Loaded } from '#app/routes/trust/load.server.ts'

type Ladder = Loaded['ladders'][number]

/** How long each kind of act waits before it goes, and by which of the PM's words. */
export function Ladders({ ladders }: Pick<Loaded, 'ladders'>) {
  return (
    <Section title="How long it waits before it goes">
      <p className="mb-2 text-sm text-soft">
        What you send as it stands makes the wait shorter: 5, 10 and 20 in a row. What you stop, write anew or
        mark wrong makes it longer. What goes at its time without a word from you changes nothing. Somebody
        outside, somebody who was never written to, and somebody under whose name words were set aside get the
        whole wait, always.
      </p>
      {ladders.length === 0 && <Nothing>The agent has proposed nothing yet that would wait.</Nothing>}
      {ladders.length > 0 && (
        <Records
          label="Waits"
          columns={['What', 'To', 'Waits', 'Because', 'Shorter after', 'So far']}
          rows={ladders.map((each) => ({
            id: `${each.type}-${each.reaches}`,
            cells: [
              thingOf(each.type),
              readersOf(each),
              `${each.minutes} min`,
              each.says,
              each.nextAt === null ? 'never' : `${each.nextAt} in a row`,
              endingWords(each),
            ],
          }))}
        />
      )}
    </Section>
  )
}

function readersOf({ type, reaches }: Ladder): string {
  return type.startsWith('jira_') ? 'the ticket’s readers' : reaches
}

const WORDS: Record<Ladder['endings'][number], string> = {
  approved: 'sent by you',
  edited: 'edited by you',
  rewritten: 'written anew by you',
  cancelled: 'stopped by you',
  undone: 'undone by you',
  lapsed: 'went at its time',
  wrong: 'marked wrong by you',
}

/** Only where a reason was picked: how often each. */
function stopWords(stops: Ladder['stops']): string {
  const said = stops.flatMap(({ because, times }) => (because ? [`${times} ${STOP_WORDS[because]}`] : []))
  return said.length > 0 ? ` (${said.join(', ')})` : ''
}

function endingWords({ endings, stops }: Ladder): string {
  const counted = Object.entries(WORDS).flatMap(([ending, words]) => {
    const times = endings.filter((each) => each === ending).length
    return times === 0 ? [] : `${times} ${words}${ending === 'cancelled' ? stopWords(stops) : ''}`
  })
  return counted.join(', ') || 'none has ended yet'
}
