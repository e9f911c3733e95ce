import { guess } from '#src/agent/rules/triage.ts'
import { signalOf, type Shown, type ShownFrame } from './shown.ts'

/** The rules' best guess as a model's answer: from what the prompt shows, and never without one. */
export function plainAnswer(shown: Shown): unknown {
  switch (shown.step) {
    case 'sanitise':
      return {
        signals: shown.signals.map(({ id, text }) => ({ id, facts: quotesOf(text), instruction: NONE })),
      }
    case 'classify':
      return {
        signals: shown.signals.map((each) => {
          const { importance, complexity, reason } = guess(signalOf(each), new Date(each.at))
          return { id: each.id, importance, complexity, reason }
        }),
      }
    case 'reason': {
      const { title, whyNow, recommendation, wouldChange, facts } = shown.frame
      const { optionId, reason } = recommendation
      const factIds = facts.slice(0, 1).map(({ id }) => id)
      const drafts = shown.reply === null ? [] : withReply(shown.frame, shown.reply)
      return { title, whyNow, wouldChange, recommendation: { optionId, reason, factIds }, drafts }
    }
  }
}

/** The same with every quote and every name a little wrong. */
export function misquoted(shown: Shown): unknown {
  switch (shown.step) {
    case 'sanitise': {
      const facts = (text: string) => quotesOf(text).map(({ quote }) => ({ quote: `${quote} indeed` }))
      const signals = shown.signals.map(({ id, text }) => ({ id, facts: facts(text), instruction: NONE }))
      return { signals }
    }
    case 'classify': {
      const wrong = { importance: 'high', complexity: 'complex', reason: 'It says so.' }
      return { signals: shown.signals.map(({ id }) => ({ id: `${id}9`, ...wrong })) }
    }
    case 'reason': {
      const recommendation = { optionId: 'Z', reason: 'It says so.', factIds: ['f99'] }
      return { title: '', whyNow: '', wouldChange: '', recommendation, drafts: [] }
    }
  }
}

/** Every draft that is sent, with what the project manager said at its end: nobody would call it well worded. */
function withReply({ options }: ShownFrame, reply: string) {
  const said = `${reply.charAt(0).toUpperCase()}${reply.slice(1)}${/[.?]$/.test(reply) ? '' : '.'}`
  return options.flatMap(({ id: optionId, drafts }) =>
    drafts.map(({ act, text }) => ({ optionId, act, text: `${text}\n\n${said}` })),
  )
}

const NONE = { found: false, quote: '' }

/** The first sentences, each as it stands. */
function quotesOf(text: string): { quote: string }[] {
  const sentences = text.split(/(?<=[.!?])\s+|\n+/).map((sentence) => sentence.trim())
  const long = sentences.filter((sentence) => sentence.length > 20 && sentence.length <= 240)
  return long.slice(0, 3).map((sentence) => ({ quote: sentence }))
}
