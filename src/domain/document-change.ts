import { z } from 'zod'
import { decisionEntry } from './decision-log.ts'
import { rag } from './delivery-state.ts'
import { evidence } from './evidence.ts'
import { raidChange } from './raid-log.ts'
import { revert } from './revert.ts'

/** A section of the delivery state or the backlog summary, replaced as a whole. */
const sectionChange = z.object({
  op: z.literal('section'),
  section: z.string(),
  value: z.json(),
  evidence: z.array(evidence).min(1),
})
const entryChange = z.object({
  op: z.literal('entry'),
  entry: decisionEntry,
  evidence: z.array(evidence).min(1),
})
/** The RAG as the PM sets it. Nobody else does, so it rests on the PM's word and on no evidence. */
const ragChange = z.object({ op: z.literal('rag'), value: rag, evidence: z.array(evidence).max(0) })
/** Back to the version before, once. */
const restoreChange = z.object({
  op: z.literal('restore'),
  version: z.number().int(),
  evidence: z.array(evidence),
})

/** Takes back what an act changed, where it still stands as that left it. */
const revertChange = z.object({
  op: z.literal('revert'),
  reverts: z.array(revert).min(1),
  evidence: z.array(evidence).max(0),
})
/** The day of a milestone as the PM moved it: it stands until the tracker says the same. */
const milestoneChange = z.object({
  ...{ op: z.literal('milestone'), name: z.string(), dueOn: z.iso.date() },
  evidence: z.array(evidence).max(0),
})

/** One field-level change of a document, with the evidence it rests on. */
export const documentChange = z.union([
  raidChange,
  sectionChange,
  entryChange,
  ragChange,
  restoreChange,
  revertChange,
  milestoneChange,
])
export type DocumentChange = z.infer<typeof documentChange>
