import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import type { Cloud } from '#src/sandbox/cloud/cloud.ts'
import { play } from '#src/sandbox/play/player.ts'
import { mailFile } from '#src/sandbox/scenario/vendor-files.ts'
import { asked, askedScenario } from '../fixtures/asked-scenario.ts'
import { openCloud } from '../fixtures/open-cloud.ts'

const NO_TICKET_YET = 'payment gateway'
const address = (name: string, email: string) => ({ emailAddress: { name, address: email } })
const at = asked(1, '10:05').toISOString()

/** The vendor ends something that no ticket is for, eleven days after a ticket's date; the PM takes the first option. */
function endingScenario() {
  const base = askedScenario([asked(4, '10:05')])
  const [issue] = base.issues
  if (!issue) throw new Error('One ticket was wanted.')
  const letter = {
    ...{ id: 'END', internetMessageId: '<end@vendor.example>', conversationId: 'ENDTHREAD' },
    ...{ subject: 'Payment gateway', parentFolderId: 'inbox', receivedDateTime: at, sentDateTime: at },
    ...{
      from: address('Vic Vendor', 'vic@vendor.example'),
      sender: address('Vic Vendor', 'vic@vendor.example'),
    },
    ...{ toRecipients: [address('Robin Vale', 'robin@mill.example')], ccRecipients: [] },
    body: {
      contentType: 'text',
      content: `Dear Robin, the old ${NO_TICKET_YET} will be switched off on Wednesday 31 March 2027. Regards, Vic`,
    },
  }
  return {
    ...base,
    end: asked(1, '16:00'),
    issues: [{ ...issue, fields: { ...issue.fields, duedate: '2027-03-20' } }],
    mail: [mailFile.parse(letter)],
    decisions: [{ whenConcerns: '<end@vendor.example>', choose: 'jira_create_ticket', afterMinutes: 30 }],
  }
}

const scenario = endingScenario()
let cloud: Cloud

beforeAll(async () => {
  cloud = await openCloud(scenario)
})

afterAll(async () => cloud.stop())

test('a ticket that the PM chose to have opened is opened once, though Jira’s answer is lost, and read as ours', async () => {
  cloud.jira.setFaults([{ fault: 'lostReply', match: 'POST /rest/api/3/issue' }])
  await play({ cloud, scenario, from: scenario.start, until: scenario.end, log: () => undefined })
  const [raised] = await connectEscalations(cloud.table).list('decided')
  expect(raised?.title).toContain(NO_TICKET_YET)
  const opened = cloud.jira.journal().filter(({ kind }) => kind === 'issue')
  expect(opened).toMatchObject([
    { key: 'SP-701', fields: { summary: expect.stringContaining(NO_TICKET_YET) } },
  ])
  const acts = await connectActs(cloud.table).ofProject('SP')
  expect(acts.find(({ kind }) => kind === 'jira_create_ticket')).toMatchObject({
    ...{ status: 'done', outcome: 'approved', receipt: { id: 'SP-701' } },
  })
  const matter = await connectMatters(cloud.table).get('SP', 'SP-701')
  expect(matter?.briefs).toMatchObject([{ kind: 'created', ours: true, importance: 'noise' }])
})
