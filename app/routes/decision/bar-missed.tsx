import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { Strip } from '#app/components/ui/strip.tsx'
import type { Made } from '#app/routes/decision/decision-state.ts'
import type { Loaded } from '#app/routes/decision/load.server.ts'
import type { Missed } from '#app/routes/decision/missed.ts'
import type { News } from '#app/routes/decision/news-words.ts'
import { RuleButton } from '#app/routes/decision/rule-button.tsx'
import type { Lost } from '#app/routes/decision/strip-words.ts'

type Props = { isOpen: boolean; news: News | null; missed: Missed }

/** What the reader has to know before the next tap. It stands over the bar, so that nothing moves under the finger. */
export function BarStrip({ isOpen, news, missed }: Props) {
  if (missed.isSignedOut) return <Above>Signed out. Your choice was not sent.</Above>
  if (!isOpen || (news === null && !missed.hasChanged)) return null
  if (news === null) return <Above>New since you opened this.</Above>
  return (
    <Above>
      New since you opened this: <span data-private>{news.what}</span>. {news.options}
    </Above>
  )
}

/** Beside the button: the manner that the chosen option breaks. The agent alone would not; the PM's choice goes at once. */
export function Broken({ broken }: Pick<Loaded, 'broken'>) {
  return broken.map(({ optionId, manners, binds }) => (
    <p
      key={optionId}
      data-option={optionId}
      className="verb-note mx-auto max-w-[1200px] px-4 pt-2.5 text-sm text-care sm:px-6 lg:text-right"
    >
      {manners.join('; ')}. {binds ? 'That is not sent.' : 'Chosen by you, it goes at once.'}
    </p>
  ))
}

function Above({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto max-w-[1200px] px-4 pt-2.5 sm:px-6">
      <Strip tone="care">{children}</Strip>
    </div>
  )
}

/** The page stays as it is until the reader has signed in. */
export function SignIn() {
  const { pathname } = useLocation()
  return (
    <Button kind="main" asChild className="flex-1 lg:ml-auto lg:flex-none">
      <Link to={`/sign-in?to=${encodeURIComponent(pathname)}`}>Sign in and return</Link>
    </Button>
  )
}

const CAN_BE_ASKED: readonly Made['is'][] = ['undoable', 'failed', 'stopped', 'part']

type AskAgainProps = { made: Made | null; lost: Lost & { see: () => void } }

/** For who chose a moment too late: what became of the other choice, and theirs again where that still can be. */
export function AskAgain({ made, lost: { yours, see } }: AskAgainProps) {
  const canBe = yours !== 'E' && made !== null && CAN_BE_ASKED.includes(made.is)
  return (
    <div className="flex flex-1 flex-wrap items-center gap-2 sm:gap-3 lg:justify-end">
      <Button kind={canBe ? 'plain' : 'main'} onClick={see}>
        See receipt
      </Button>
      {canBe && (
        <RuleButton intent="ask-again" option={yours} kind="main">
          {`Ask again with ${yours}`}
        </RuleButton>
      )}
    </div>
  )
}
