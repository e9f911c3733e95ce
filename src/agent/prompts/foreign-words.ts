/** Sentences that must not appear anywhere, and judgements of people. Source: words.md. */
const BANNED: readonly RegExp[] = [
  /\boops\b/i,
  /something went wrong/i,
  /please try again later/i,
  /are you sure\?/i,
  /\bsuccessfully\b/i,
  /\bAI[- ]powered\b/i,
  /\bgreat news\b/i,
  /\bdon['’]t worry\b/i,
  /!/,
  /\p{Extended_Pictographic}/u,
  /\b(unresponsive|silent stakeholder|late again|lazy|incompetent|careless)\b/i,
]

const AGENT_SAYS_I = /\b(I|I['’](m|ve|ll|d))\b/

/** What somebody could be led or paid to, or be promised: it has to stand in our own words before. */
const HOOKS: readonly RegExp[] = [
  /\b(?:https?:\/\/|www\.)\S+/gi,
  /\S+@\S+/g,
  /@\w+/g,
  /\[~[^\]]*\]/g,
  /\]\(/g,
  /\b(?!e\.g\b|i\.e\b)[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b/gi,
  /\+?\d(?:[ ()./-]?\d){7,}/g,
  /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{3,4}){3,}\b/g,
  /\b(?:approv|authori[sz]|refund|transfer|password|credential|invoice|iban|bank)/gi,
  /\b(?:pay(?:s|ing|ment)?|paid|sign(?:ed)? off|go ahead|agreed?|accept(?:s|ed)?)\b/gi,
]
const TICKET_KEY = /\b[A-Z][A-Z0-9_]+-\d+\b/g
const NUMBER = /\d+(?:[.,]\d+)*/g

/** `own`: our own words about the matter; `refs`: its tickets and mails; `quoted`: what other people wrote. */
export type Ground = { own: string; refs: string; quoted: string }

/** Why a model's sentence may not stand on the screen or go out; undefined: it may. `speaks`: it goes out as the PM's. */
export function whyForeign(text: string, ground: Ground, speaks: boolean): string | undefined {
  if (text.trim() === '') return 'it is empty'
  const banned = BANNED.find((pattern) => pattern.test(text))
  if (banned) return `it says ${banned.exec(text)?.[0] ?? 'what must not be said'}`
  if (!speaks && AGENT_SAYS_I.test(text)) return 'it says I'
  const hook = HOOKS.flatMap((pattern) => text.match(pattern) ?? []).find((found) => !has(ground.own, found))
  if (hook !== undefined) return `"${hook}" is not in our own words`
  const key = (text.match(TICKET_KEY) ?? []).find((found) => !has(ground.own + ground.refs, found))
  if (key !== undefined) return `${key} is no ticket of this matter`
  const all = `${ground.own} ${ground.refs} ${ground.quoted}`
  const known = new Set<string>(all.match(NUMBER) ?? [])
  const figure = (text.match(NUMBER) ?? []).find((found) => !known.has(found))
  return figure === undefined ? undefined : `${figure} is in no fact`
}

function has(ground: string, found: string): boolean {
  return plain(ground).includes(plain(found))
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s.,;:)]+$/, '')
    .replace(/\s+/g, ' ')
