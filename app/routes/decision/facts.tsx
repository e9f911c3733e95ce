import { Link } from '@remix-run/react'
import { ChevronRight, Diamond, Mail, SquareKanban } from 'lucide-react'
import { When } from '#app/components/moment.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { cn } from '#app/components/ui/cn.ts'
import { refWords, sourceOf, sourceWord } from '#app/source-words.ts'
import type { Evidence } from '#src/domain/evidence.ts'

const SHOWN = 3

/** Up to three facts; the others are a tap away. A fact opens what it rests on. */
export function Facts({ facts, selected }: { facts: Evidence[]; selected: number }) {
  const more = facts.length - SHOWN
  const fact = (each: Evidence, index: number) => (
    <Fact key={index} fact={each} number={index + 1} isSelected={index === selected} />
  )
  return (
    <Section title="What is known">
      <ul className="divide-y divide-line">{facts.slice(0, SHOWN).map(fact)}</ul>
      {more > 0 && (
        <details open={selected >= SHOWN}>
          <summary className="flex min-h-11 items-center text-[0.9375rem] text-deep">▸ {more} more</summary>
          <ul className="divide-y divide-line">
            {facts.slice(SHOWN).map((each, index) => fact(each, index + SHOWN))}
          </ul>
        </details>
      )}
    </Section>
  )
}

function Fact({ fact, number, isSelected }: { fact: Evidence; number: number; isSelected: boolean }) {
  const isQuote = fact.kind === 'quote'
  return (
    <li>
      <Link
        to={`?fact=${number}`}
        replace
        preventScrollReset
        aria-current={isSelected ? 'true' : undefined}
        className={cn(
          '-mx-2 flex min-h-11 items-center gap-3 rounded-md px-2 py-2 hover:bg-wash',
          isSelected && 'lg:bg-wash',
        )}
      >
        <SourceIcon fact={fact} />
        <span className="min-w-0 flex-1 text-[0.9375rem] leading-snug">
          <span className="wrap-anywhere" data-private={isQuote ? '' : undefined}>
            {isQuote ? `“${fact.text}”` : fact.text}
          </span>
          <span className="block text-[0.8125rem] text-soft">
            {refWords(fact.ref)}, {fact.by}, <When at={fact.at} as="clock" />
          </span>
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-soft" />
      </Link>
    </li>
  )
}

/** A mail or Jira said it, or code worked it out. */
function SourceIcon({ fact: { kind, signalId } }: { fact: Evidence }) {
  const isMail = sourceOf(signalId) === 'outlook'
  const Icon = isMail ? Mail : kind === 'quote' ? SquareKanban : Diamond
  const said = kind === 'quote' ? `${sourceWord(signalId)}: ` : 'Worked out: '
  return (
    <>
      <Icon aria-hidden className="size-4.5 shrink-0 text-soft" />
      <span className="sr-only">{said}</span>
    </>
  )
}
