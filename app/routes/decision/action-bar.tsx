import { Form, useNavigation } from '@remix-run/react'
import type { CSSProperties } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import type { ScreenRow } from '#app/rows.ts'
import { AskAgain, BarStrip, Broken, SignIn } from '#app/routes/decision/bar-missed.tsx'
import type { Made } from '#app/routes/decision/decision-state.ts'
import { Dismiss } from '#app/routes/decision/dismiss.tsx'
import { Later } from '#app/routes/decision/later.tsx'
import { Receipt } from '#app/routes/decision/receipt.tsx'
import type { Loaded } from '#app/routes/decision/load.server.ts'
import { Reply } from '#app/routes/decision/reply.tsx'
import { RuleButton } from '#app/routes/decision/rule-button.tsx'
import type { Missed } from '#app/routes/decision/missed.ts'
import type { News } from '#app/routes/decision/news-words.ts'
import type { Lost } from '#app/routes/decision/strip-words.ts'
import { showMail, useReadMails } from '#app/routes/decision/use-read-mails.ts'

type Props = {
  loaded: Loaded
  acts: ScreenRow<'act'>[]
  made: Made | null
  isOpen: boolean
  undo: { ms: number; end: () => void }
  moveFocus: boolean
  /** Somebody chose a moment before; `see` shows what became of their choice. */
  lost: (Lost & { see: () => void }) | null
  news: News | null
  missed: Missed
}

/** Under the thumb: the verb of the option, then the ten seconds, then what was done. */
export function ActionBar(props: Props) {
  const { made, undo } = props
  return (
    <div
      className="fixed inset-x-0 bottom-0 z-30 max-h-[60dvh] overflow-y-auto border-t border-line bg-sheet"
      role="region"
      aria-label="What to do"
    >
      {made?.is === 'undoable' && (
        <div aria-hidden className="countdown-line h-0.5 bg-deep" style={countdownStyle(undo.ms)} />
      )}
      <BarStrip {...props} />
      {props.isOpen && !props.loaded.observe && <Broken broken={props.loaded.broken} />}
      <div className="mx-auto flex min-h-16 max-w-[1200px] items-center gap-2 px-4 py-2.5 sm:gap-3 sm:px-6">
        <Bar {...props} />
      </div>
    </div>
  )
}

function Bar({ loaded, acts, made, isOpen, undo, moveFocus, lost, news, missed }: Props) {
  if (missed.isSignedOut) return <SignIn />
  if (isOpen) return <Choose loaded={loaded} hasNews={news !== null || missed.hasChanged} />
  if (lost) return <AskAgain made={made} lost={lost} />
  switch (made?.is) {
    case 'undoable':
      return <Countdown undo={undo} />
    case 'doing':
      return (
        <p role="status" className="flex min-h-11 items-center font-medium">
          {made.of > 1 ? `Doing: ${made.done} of ${made.of}` : 'Doing…'}
        </p>
      )
    default:
      return <Receipt loaded={loaded} acts={acts} made={made} moveFocus={moveFocus} />
  }
}

type ChooseProps = { loaded: Loaded; hasNews: boolean }

function Choose({ loaded: { asked, observe, drafts, later, awaitable }, hasNews }: ChooseProps) {
  const read = useReadMails()
  const unread = (optionId: string) =>
    !read.has(optionId) && drafts.some((each) => each.optionId === optionId && each.draft.isExternal)
  return (
    <>
      {asked.status === 'snoozed' ? (
        <RuleButton intent="bring-back">Bring back now</RuleButton>
      ) : (
        <Later later={later} awaitable={awaitable} />
      )}
      <Reply />
      <Dismiss />
      <p aria-hidden className="hidden flex-1 text-right text-sm text-soft lg:block">
        {asked.options.map(({ id }) => id).join(' ')} choose · Enter do it · E edit · R reply · H later · X
        dismiss
      </p>
      <Button kind="waiting" aria-disabled="true" className="choose-above flex-1 px-2 lg:flex-none lg:px-4">
        {hasNews ? 'Choose again' : 'Choose an option above'}
      </Button>
      {asked.options.map(({ id, button }) => (
        <Verb key={id} option={id} isUnread={!observe && unread(id)}>
          {observe ? 'Record this choice' : button}
        </Verb>
      ))}
      <Verb option="E" isUnread={false}>
        {observe ? 'Record this choice' : 'Record this in the log'}
      </Verb>
    </>
  )
}

type VerbProps = { option: string; isUnread: boolean; children: string }

/** The one verb that its option shows; until an external mail has been on the screen it only leads there. */
function Verb({ option, isUnread, children }: VerbProps) {
  const busy = useNavigation().state !== 'idle'
  const look = 'verb flex-1 px-2 lg:min-w-56 lg:flex-none lg:px-4'
  if (isUnread)
    return (
      <Button kind="plain" data-option={option} className={look} onClick={() => showMail(option)}>
        Read the mail first
      </Button>
    )
  return (
    <Button
      kind="main"
      type="submit"
      form="decide"
      name="mailRead"
      value={option}
      data-option={option}
      disabled={busy}
      className={look}
    >
      {children}
    </Button>
  )
}

function Countdown({ undo }: { undo: Props['undo'] }) {
  const busy = useNavigation().state !== 'idle'
  return (
    <>
      <p className="flex-1 font-medium">
        Doing this in{' '}
        <span aria-hidden className="countdown" style={countdownStyle(undo.ms)} onAnimationEnd={undo.end} />
        <span className="sr-only">10</span> s
      </p>
      <Form method="post" id="undo" replace preventScrollReset>
        <input type="hidden" name="intent" value="undo" />
        <Button type="submit" disabled={busy} className="min-w-28">
          Undo
        </Button>
      </Form>
    </>
  )
}

const countdownStyle = (ms: number): CSSProperties => ({
  '--undo': `${ms}ms`,
  '--from': Math.ceil(ms / 1000),
})
