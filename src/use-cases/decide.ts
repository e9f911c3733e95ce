import type { Act } from '#src/domain/act.ts'
import { ChangedMeanwhile, isOpen, optionOf, type Decision, type Escalation } from '#src/domain/escalation.ts'
import type { DecisionDeps } from './deps.ts'
import { planOption, type EditedDraft } from './plan-acts.ts'
import { ReadItFirst } from './refusals.ts'
import { findDecision, readingAhead, settle, type Place } from './settle-decision.ts'

export type Choice = Place & {
  optionId: string
  by: string
  device: string
  drafts?: EditedDraft[]
  /** The version that was read; left out by who always reads before choosing. */
  seen?: number | undefined
  /** Whether the option's mail to somebody outside has been read as it stands; without, it is not chosen. */
  mailRead?: boolean
}

/**
 * Answers a decision: one transaction makes it `decided` and plans its acts, and its entry in the decision log, for ten
 * real seconds later. At Observe the choice is only recorded. An option is never done in a form that the PM has not read.
 * Throws AlreadyDecided (with who, when and what), ChangedMeanwhile, ReadItFirst, NoSuchChoice or NoSuchDecision.
 */
export async function decide(given: DecisionDeps, choice: Choice): Promise<Escalation> {
  const deps = readingAhead(given)
  const { by, device, drafts = [], seen, mailRead = false } = choice
  const { asked, project } = await findDecision(deps, choice)
  if (isOpen(asked) && seen !== undefined && seen < asked.grewIn)
    throw new ChangedMeanwhile('More is known since this was opened. Look at the options again.')
  const option = optionOf(asked, choice.optionId)
  const chosen = { asked, project, optionId: option.id, by, drafts }
  const observe = project.autonomyLevel === 'monitoring'
  const acts = observe ? [] : await planOption(deps, option.acts, chosen)
  if (!mailRead && acts.some(goesOutside))
    throw new ReadItFirst('It mails somebody outside the company: read the mail, and choose again.')
  const { optionId, reason } = asked.recommendation
  return settle(deps, asked, project, {
    acts,
    ...{ optionId: option.id, optionName: option.name, instead: null, by, device },
    decision: `${option.id}, ${option.name}`,
    rationale: option.id === optionId ? reason : 'Chosen by the PM',
  })
}

const goesOutside = ({ kind }: Act) => kind === 'email_external'

/** `remindOn`: the day the PM wants to be reminded on, `yyyy-mm-dd`. */
export type OwnWay = Place & { text: string; remindOn?: string | null; by: string; device: string }

const OWN: Pick<Decision, 'optionId' | 'optionName'> = { optionId: 'E', optionName: 'Something else' }

/** Closes a decision with what the PM does instead of any option: nothing is sent, the log keeps the words. */
export async function decideOtherwise(
  deps: DecisionDeps,
  { text, remindOn = null, by, device, ...place }: OwnWay,
): Promise<Escalation> {
  const { asked, project } = await findDecision(deps, place)
  const answer = {
    ...OWN,
    instead: text,
    decision: text,
    rationale: 'Chosen by the PM, other than offered',
    remindOn,
  }
  return settle(deps, asked, project, { acts: [], ...answer, by, device })
}
