import { addDays } from 'date-fns/addDays'
import { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { businessNow, realNow, undoEnds } from '#src/adapters/clock.ts'
import { connectStores } from '#src/adapters/dynamo/stores.ts'
import { idFor } from '#src/adapters/ids.ts'
import type { Cloud } from '#src/sandbox/cloud/cloud.ts'
import { play } from '#src/sandbox/play/player.ts'
import { goAway } from '#src/use-cases/go-away.ts'
import { askedScenario } from '../fixtures/asked-scenario.ts'
import { flaggedScenario, slotOf } from '../fixtures/flagged-scenario.ts'
import { openCloud } from '../fixtures/open-cloud.ts'

/** A Monday on which three decisions come up, after the first of which the PM goes on leave; a mailbox, from which they are mailed. */
const scenario = { ...flaggedScenario(3), mail: askedScenario([slotOf(-1)]).mail }
const DEPUTY = 'person1@example.com'
let cloud: Cloud

beforeAll(async () => {
  cloud = await openCloud(scenario)
}, 120_000)

afterAll(async () => cloud.stop())

test('the deputy is briefed once, and told once of each decision that comes while the PM is away', async () => {
  await playTo(scenario.start, slotOf(1))
  for (const form of [slotOf(0), slotOf(1)]) await goAway(deps(), leaving(form))
  await playTo(slotOf(1), slotOf(4))
  expect(toDeputy()).toEqual(['While I am away'])
  await playTo(slotOf(4), addDays(slotOf(4), 1))
  expect(toDeputy()).toEqual(['While I am away', 'While I am away: 2 more decisions wait'])
  const [, news] = cloud.graph.sent()
  expect(JSON.stringify(news?.body)).toMatch(/SP-102.*SP-103/)
  expect(JSON.stringify(news?.body)).not.toContain('Blocked story')
  await playTo(addDays(slotOf(4), 1), addDays(slotOf(4), 3))
  expect(toDeputy()).toHaveLength(2)
})

function playTo(from: Date, until: Date) {
  return play({ cloud, scenario, from, until, log: () => undefined })
}

/** As two tabs of a browser ask for it. */
function leaving(form: Date): Parameters<typeof goAway>[1] {
  const asked = {
    what: 'mail' as const,
    project: 'SP',
    person: DEPUTY,
    subject: 'While I am away',
    text: 'Please.',
  }
  const by = scenario.pm.name
  const brief = { name: 'Person 1', news: true, asking: { asked, by, shown: [], form } }
  return { until: '2021-09-10', by, brief }
}

function deps() {
  const all = connectStores(cloud.table)
  const { acts, cycles, pm, projects } = all
  return {
    ...{ ...all, now: businessNow, realNow, undoEnds, newId: idFor, pm: pm.get, project: projects.get },
    ...{ paused: async () => false, saveAct: acts.save, running: cycles.running, beat: cycles.beat },
  }
}

const recipients = z.array(z.object({ emailAddress: z.object({ address: z.string() }) }))

/** The subjects of what the mailbox has really sent to the deputy. */
function toDeputy(): unknown[] {
  return cloud.graph
    .sent()
    .filter(({ toRecipients }) =>
      recipients.parse(toRecipients).some(({ emailAddress }) => emailAddress.address === DEPUTY),
    )
    .map(({ subject }) => subject)
}
