import { Link, useNavigate } from '@remix-run/react'
import { ExternalLink, X } from 'lucide-react'
import { Fragment, useEffect, useRef } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { When } from '#app/components/moment.tsx'
import { cn } from '#app/components/ui/cn.ts'
import { signalPath } from '#app/signal-path.ts'
import { refWords, sourceWord } from '#app/source-words.ts'
import type { Loaded } from '#app/routes/decision/load.server.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { attachmentWords } from '#src/domain/attachment-words.ts'

type Props = { projectId: string; facts: Evidence[]; mails: Loaded['mails']; selected: number }

/** What a fact rests on: beside the page at the desk, where the first stands open; a sheet over it on the phone. */
export function EvidencePane({ projectId, facts, mails, selected }: Props) {
  const pane = useRef<HTMLElement>(null)
  const navigate = useNavigate()
  const isAsked = selected >= 0
  const fact = facts[Math.max(0, selected)]
  const close = () => navigate('.', { replace: true, preventScrollReset: true })
  useHotkeys('escape', close, { enabled: isAsked })
  useEffect(() => {
    if (isAsked && !window.matchMedia('(min-width: 64rem)').matches) pane.current?.focus()
  }, [isAsked, selected])
  if (!fact) return null
  const source = sourceWord(fact.signalId)
  return (
    <section
      ref={pane}
      tabIndex={-1}
      aria-label="Evidence"
      data-sheet
      className={cn(
        'rounded-lg border border-line bg-sheet p-5 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-40 max-lg:max-h-[80dvh] max-lg:overflow-y-auto max-lg:rounded-b-none max-lg:pb-8 max-lg:shadow-[0_-12px_50px_rgb(0_0_0/35%)]',
        !isAsked && 'max-lg:hidden',
      )}
    >
      <div className="flex items-start justify-between gap-4">
        <h2 className="text-[0.9375rem] font-semibold">Evidence</h2>
        <Link
          to="."
          replace
          preventScrollReset
          aria-label="Close the evidence"
          className="-mt-2.5 -mr-3 flex size-11 items-center justify-center rounded-md lg:hidden"
        >
          <X aria-hidden className="size-5" />
        </Link>
      </div>
      <p className="mt-1 text-sm text-soft">
        {fact.kind === 'quote' ? source : `Worked out from ${source}`} · {refWords(fact.ref)} · {fact.by} ·{' '}
        <When at={fact.at} as="clock" />
      </p>
      <MailHead mail={mails.find(({ signalId }) => signalId === fact.signalId)} />
      <Surroundings fact={fact} />
      <Link
        to={signalPath(projectId, fact.signalId)}
        className="mt-2 mr-6 inline-flex min-h-11 items-center text-[0.9375rem] font-medium text-deep hover:underline"
      >
        Full chain
      </Link>
      {fact.url !== null && (
        <a
          href={fact.url}
          target="_blank"
          rel="noreferrer"
          className="mt-2 inline-flex min-h-11 items-center gap-1.5 text-[0.9375rem] font-medium text-deep hover:underline"
        >
          Open in {source} <ExternalLink aria-hidden className="size-4" />
        </a>
      )}
    </section>
  )
}

/** Whom a mail came from and went to. */
function MailHead({ mail }: { mail: Loaded['mails'][number] | undefined }) {
  if (!mail) return null
  const names = (all: { name: string; email: string }[]) =>
    all.map(({ name, email }) => name || email).join(', ')
  const lines: [string, string][] = [
    ['From', mail.from ? `${mail.from.name} ${mail.from.email}`.trim() : 'nobody named'],
    ['To', names(mail.to)],
    ['Copy', names(mail.cc)],
    ['Subject', mail.subject],
    ['Attached', mail.attachments.map(attachmentWords).join('; ')],
  ]
  return (
    <dl className="mt-2 grid grid-cols-[4.5rem_1fr] gap-x-2 text-sm">
      {lines
        .filter(([, words]) => words !== '')
        .map(([name, words]) => (
          <Fragment key={name}>
            <dt className="text-soft">{name}</dt>
            <dd
              className="wrap-anywhere"
              data-private={name === 'Subject' || name === 'Attached' ? '' : undefined}
            >
              {words}
            </dd>
          </Fragment>
        ))}
    </dl>
  )
}

/** The quote where it stands, marked; a fact that code worked out has no place to stand in. */
function Surroundings({ fact: { kind, text, surroundings } }: { fact: Evidence }) {
  const at = kind === 'quote' ? surroundings.indexOf(text) : -1
  const look = 'mt-3 text-[0.9375rem] leading-relaxed whitespace-pre-line wrap-anywhere'
  if (at < 0)
    return (
      <div className={look}>
        <p className="font-medium">{text}</p>
        {surroundings !== text && (
          <p data-private className="mt-2 text-soft">
            {surroundings}
          </p>
        )}
      </div>
    )
  return (
    <p data-private className={look}>
      {surroundings.slice(0, at)}
      <mark className="rounded-sm bg-mark px-0.5 text-ink">{text}</mark>
      {surroundings.slice(at + text.length)}
    </p>
  )
}
