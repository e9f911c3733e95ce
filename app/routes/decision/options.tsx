import { Form, useSearchParams } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { OptionDraft } from '#app/routes/decision/option-drafts.tsx'
import { Tried } from '#app/routes/decision/tried.tsx'
import { SomethingElse } from '#app/routes/decision/something-else.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { cn } from '#app/components/ui/cn.ts'
import type { Loaded } from '#app/routes/decision/load.server.ts'
import type { Escalation, Option } from '#src/domain/escalation.ts'

type Draft = Loaded['drafts'][number]
type Props = { loaded: Loaded; isOpen: boolean }

/** The possible answers. Nothing is preselected; choosing opens the card, and the bar below performs it. */
export function Options({ loaded, isOpen }: Props) {
  const { asked, drafts, observe, tried } = loaded
  const form = useClearedChoice(asked.grewIn)
  const [query] = useSearchParams()
  const chosen = asked.status === 'decided' ? asked.decision.optionId : null
  return (
    <Section title={isOpen ? 'Choose one' : 'Options'}>
      <Tried asked={asked} tried={tried} />
      <Form ref={form} method="post" id="decide" replace preventScrollReset>
        <input type="hidden" name="intent" value="decide" />
        <input type="hidden" name="seen" value={asked.version} />
        <fieldset disabled={!isOpen}>
          <legend className="sr-only">Choose one</legend>
          <div className="mt-1 flex flex-col gap-3">
            {asked.options.map((option) => (
              <OptionCard
                key={option.id}
                option={option}
                drafts={drafts.filter(({ optionId }) => optionId === option.id)}
                recommended={asked.recommendation.optionId === option.id ? asked.recommendation.reason : null}
                isOpen={isOpen}
                isChosen={chosen === option.id}
                isAskedFor={query.get('option') === option.id}
                isReworked={isOpen && asked.reply?.changed.includes(option.id) === true}
                observe={observe}
              />
            ))}
            <SomethingElse isOpen={isOpen} instead={insteadOf(asked)} />
          </div>
        </fieldset>
      </Form>
    </Section>
  )
}

/** A choice that was made on other facts is none: it is cleared when they change, and nothing else moves. */
function useClearedChoice(grewIn: number) {
  const form = useRef<HTMLFormElement>(null)
  const read = useRef(grewIn)
  useEffect(() => {
    if (read.current === grewIn) return
    read.current = grewIn
    for (const radio of form.current?.querySelectorAll<HTMLInputElement>('input[name="option"]') ?? [])
      radio.checked = false
  }, [grewIn])
  return form
}

const insteadOf = (asked: Escalation) => (asked.status === 'decided' ? asked.decision.instead : null)

type CardProps = {
  option: Option
  drafts: Draft[]
  recommended: string | null
  isOpen: boolean
  isChosen: boolean
  /** The reader chose it a moment too late, and has asked again with it. */
  isAskedFor: boolean
  isReworked: boolean
  observe: boolean
}

function OptionCard({
  option,
  drafts,
  recommended,
  isOpen,
  isChosen,
  isAskedFor,
  isReworked,
  observe,
}: CardProps) {
  const id = `option-${option.id}`
  const done = drafts.filter((each) => each.done !== null).length
  return (
    <div
      className={cn(
        'option-card relative rounded-lg border border-edge/50 p-4 transition-colors',
        isOpen && 'hover:border-deep',
        !isOpen && !isChosen && 'text-soft',
        isChosen && 'border-deep bg-sheet',
      )}
    >
      <div className="flex flex-wrap items-start gap-x-3 sm:flex-nowrap">
        {isOpen ? (
          <input
            type="radio"
            id={id}
            name="option"
            value={option.id}
            defaultChecked={isAskedFor}
            required
            aria-describedby={`${id}-more`}
            className="mt-1 size-4.5 shrink-0 accent-deep outline-none"
          />
        ) : (
          <span
            aria-hidden
            className={cn('mt-1.5 size-3 shrink-0 rounded-full border border-edge', isChosen && 'bg-deep')}
          />
        )}
        <label htmlFor={id} className="flex-1 leading-snug font-semibold after:absolute after:inset-0">
          <span className="mr-2 text-deep">{option.id}</span>
          {option.name}
        </label>
        {isReworked && (
          <span className="w-full pl-7.5 text-sm text-deep sm:w-auto sm:pl-0">changed after your reply</span>
        )}
        {isChosen && <span className="text-sm font-semibold text-deep">Chosen</span>}
        {recommended !== null && !isChosen && (
          <span className="hidden text-sm font-semibold text-deep sm:block">Recommended</span>
        )}
      </div>
      <dl id={`${id}-more`} className="mt-2 ml-7.5 flex flex-col gap-1 text-[0.9375rem] leading-snug">
        <Line name={observe ? 'Would do' : 'Does'}>
          {isOpen && done > 0
            ? `${option.does}. Of these ${done} ${done === 1 ? 'is' : 'are'} done already`
            : option.does}
        </Line>
        {option.stillForYou !== null && <Line name="Still for you">{option.stillForYou}</Line>}
        <Line name="Costs">{option.costs}</Line>
        {recommended !== null && <Line name="Recommended">{recommended}</Line>}
      </dl>
      <Opened option={option} drafts={drafts} isOpen={isOpen} observe={observe} />
    </div>
  )
}

function Line({ name, children }: { name: string; children: string }) {
  return (
    <div className="sm:grid sm:grid-cols-[7.5rem_1fr]">
      <dt className="inline text-soft">
        {name}
        <span className="sm:hidden">: </span>
      </dt>
      <dd className="inline">{children}</dd>
    </div>
  )
}

type OpenedProps = Pick<CardProps, 'option' | 'drafts' | 'isOpen' | 'observe'>

/** What an opened card adds: for and against in full, and every text as it will stand where it goes. */
function Opened({ option, drafts, isOpen, observe }: OpenedProps) {
  return (
    <div className="opened relative mt-3 border-t border-line pt-3 text-[0.9375rem] sm:ml-7.5">
      <PointList name="For" points={option.pros} />
      <PointList name="Against" points={option.cons} />
      {drafts.map((each) => (
        <OptionDraft
          key={`${each.actIndex} ${each.draft.text}`}
          of={each}
          isOpen={isOpen}
          observe={observe}
        />
      ))}
    </div>
  )
}

function PointList({ name, points }: { name: string; points: string[] }) {
  if (points.length === 0) return null
  return (
    <p className="mt-1">
      <span className="text-soft">{name}: </span>
      {points.join('; ')}
    </p>
  )
}
