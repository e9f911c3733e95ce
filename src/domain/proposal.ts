import { z } from 'zod'
import { artefactType } from './artefact.ts'
import { documentChange } from './document-change.ts'
import { escalationDraft, optionAct } from './escalation.ts'
import { evidence } from './evidence.ts'
import { instant } from './instant.ts'

/** What an act or an update is about: the matter it is filed under and the ticket or mail it names. */
const about = { matterId: z.string(), ref: z.string() }

/** A routine act the rules suggest: it goes to the executor, which alone says what becomes of it. */
export const suggestedAct = optionAct.extend({
  ...about,
  why: z.string(),
  evidence: z.array(evidence),
  rule: z.string(),
  /** What makes it this act and no other: the same one is suggested once, however often it is thought of. */
  episode: z.string(),
  /** When its episode began. */
  since: instant,
})
export type SuggestedAct = z.infer<typeof suggestedAct>

/** Changes of one document, to be made in one act. */
export const documentUpdate = z.object({
  ...about,
  artefactType,
  changes: z.array(documentChange).min(1),
  summary: z.string(),
  rule: z.string(),
  episode: z.string(),
  since: instant,
})
export type DocumentUpdate = z.infer<typeof documentUpdate>

/** Why a decision about a subject no longer stands. */
export const over = z.object({ matterId: z.string(), rule: z.string(), because: z.string() })
export type Over = z.infer<typeof over>

/** A decision that the PM's word keeps from being raised. */
export const keptBack = escalationDraft
  .pick({ matterId: true, rule: true, episode: true, since: true, title: true })
  .extend({ memoryId: z.string() })
export type KeptBack = z.infer<typeof keptBack>

/** Something learned that a model was shown when it worded a decision. */
const weighed = z.object({ memoryId: z.string(), matterId: z.string(), episode: z.string() })

/** What reasoning made of a project's page in one check: typed data only, waiting for the executor (law 9, law 10). */
export const proposal = z.object({
  projectId: z.string(),
  slot: instant,
  page: z.number().int(),
  drafts: z.array(escalationDraft),
  keptBack: z.array(keptBack).default([]),
  weighed: z.array(weighed).default([]),
  over: z.array(over),
  acts: z.array(suggestedAct),
  updates: z.array(documentUpdate),
  /** What could not be thought over, and why. */
  problems: z.array(z.string()),
})
export type Proposal = z.infer<typeof proposal>
