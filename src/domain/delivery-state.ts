import { z } from 'zod'
import { instant } from './instant.ts'

export const rag = z.enum(['green', 'amber', 'red'])
export type Rag = z.infer<typeof rag>

export const milestoneStatus = z.enum(['on_track', 'at_risk', 'delayed', 'completed'])

/** How delivery stands, section by section. Dates are `yyyy-mm-dd`, points are story points. */
export const deliveryState = z.object({
  /** `value` is the PM's; the agent only proposes. */
  rag: z.object({ value: rag.nullable(), proposed: rag.nullable(), because: z.string() }),
  summary: z.string(),
  sprint: z
    .object({
      name: z.string(),
      goal: z.string().nullable(),
      startsOn: z.string(),
      endsOn: z.string(),
      points: z.object({
        total: z.number(),
        done: z.number(),
        inProgress: z.number(),
        blocked: z.number(),
        added: z.number(),
      }),
    })
    .nullable(),
  milestones: z.array(
    z.object({
      ...{ name: z.string(), dueOn: z.string(), status: milestoneStatus, notes: z.string() },
      /** The day that the PM gave it; it stands until the tracker has it too. */
      agreedOn: z.string().exactOptional(),
    }),
  ),
  blockers: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      owner: z.string().nullable(),
      raisedAt: instant,
      waitsFor: z.string(),
    }),
  ),
  metrics: z.object({
    /** Points done in the last sprints, oldest first. */
    velocity: z.array(z.object({ sprint: z.string(), points: z.number() })),
    openTickets: z.number().int(),
    openBlockers: z.number().int(),
  }),
  nextActions: z.array(z.string()),
  /** What the PM said would be sent, to whom and by when; gone once it was. */
  promises: z.array(z.object({ to: z.string(), about: z.string(), dueOn: z.string() })).default([]),
})
export type DeliveryState = z.infer<typeof deliveryState>

/** Before anything was read. */
export const EMPTY_DELIVERY: DeliveryState = {
  rag: { value: null, proposed: null, because: '' },
  summary: '',
  sprint: null,
  milestones: [],
  blockers: [],
  metrics: { velocity: [], openTickets: 0, openBlockers: 0 },
  nextActions: [],
  promises: [],
}
