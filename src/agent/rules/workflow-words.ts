const DONE =
  /^(done|closed|resolved|released|complete[d]?|cancelled|won't do|verified|shipped|signed off|erledigt|fertig|geschlossen|terminée?|fermée?|hecho|cerrad[oa]|fatto|chiuso|gereed|afgerond|concluíd[oa]|gotowe)$/i
/** Jira puts queues such as "Selected for Development" in the same category as started work. */
const QUEUE = /backlog|to ?do|select|ready|open|new|next|queue|planned|accepted/i

/** A status name that ends work. */
export function isDoneWord(status: string | null): boolean {
  return status !== null && DONE.test(status.trim())
}

/** Work that somebody should be doing now. */
export function isStarted(context: { status: string; statusCategory: string | null }): boolean {
  return (
    context.statusCategory !== 'done' &&
    context.statusCategory !== 'new' &&
    !isDoneWord(context.status) &&
    !QUEUE.test(context.status)
  )
}

/** The change by which work ended. Whether it did end, Jira's own category says; the names are any site's. */
export function isEnd(signal: { kind: string; after: string | null }): boolean {
  return signal.after !== null && (signal.kind === 'status' || signal.kind === 'resolution')
}

const BLOCKED =
  /block|on hold|waiting|impeded|stuck|paused|wartet|wartend|bloqu|en espera|en attente|stalled|paus|suspend|angehalten|gestoppt|ruht|detenid|parad[oa]|in attesa|suspes|geblokkeerd|wacht op/i
/** Waiting for the next step of the workflow is no standstill. */
const NEXT_STEP =
  /(for|auf|de|d['’]) ?(review|test|qa|release|deploy|approval|merge|abnahme|freigabe|recette)/i

/** A status that says by its name that work stands still. */
export function isBlockedStatus({
  status,
  statusCategory,
}: {
  status: string
  statusCategory: string | null
}): boolean {
  return statusCategory !== 'done' && BLOCKED.test(status) && !NEXT_STEP.test(status)
}

const BOT =
  /\b(bot|automation|jenkins|github|gitlab|bitbucket|sonar\w*|build|pipeline|dependabot|renovate)\b/i

/** A bot's remark is not a person's, whatever words are in it. */
export const isBot = (name: string) => BOT.test(name)

/** It speaks of a sprint. */
export const SPRINT = /\b(sprint|iteration|iteración|itération)\b/i

const PLAN = /\b(sprint|uat|release|go-?live|milestone|launch|cut-?over|plan)\b/i
/** It is about how the work is planned. */
export const isOfPlan = (text: string) => PLAN.test(text)
