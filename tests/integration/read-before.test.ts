import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { webReader } from '#src/sandbox/campaign/injection/web-reader.ts'
import type { Cloud } from '#src/sandbox/cloud/cloud.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { WorkerPool } from '#src/sandbox/cloud/worker-pool.ts'
import { play } from '#src/sandbox/play/player.ts'
import { mailFile } from '#src/sandbox/scenario/vendor-files.ts'
import { asked, askedScenario } from '../fixtures/asked-scenario.ts'
import { openCloud } from '../fixtures/open-cloud.ts'

const address = (name: string, email: string) => ({ emailAddress: { name, address: email } })
const at = asked(1, '10:05').toISOString()
const base = askedScenario([asked(4, '10:05')])
/** Somebody outside tells of trouble: the first option answers them. */
const scenario = {
  ...base,
  mail: [
    mailFile.parse({
      ...{ id: 'LATE', internetMessageId: '<late@vendor.example>', conversationId: 'LATETHREAD' },
      ...{ subject: 'SP-700: the drawing', parentFolderId: 'inbox', receivedDateTime: at },
      from: address('Vic Vendor', 'vic@vendor.example'),
      toRecipients: [address('Robin Vale', 'robin@mill.example')],
      body: { contentType: 'text', content: 'Dear Robin, SP-700 will be three weeks late. Regards, Vic' },
    }),
  ],
}

let cloud: Cloud
let web: WorkerPool | undefined

beforeAll(async () => {
  cloud = await openCloud(scenario, {
    functions: (env) => {
      const pool = new WorkerPool({ ...env, ARC_SANDBOX: 'warm' }, () => undefined)
      web = pool
      return { invoke: inProcess(), close: pool.close }
    },
  })
})

afterAll(async () => cloud.stop())

test('an option with a mail to somebody outside is refused until the page says that it was read, and then goes', async () => {
  await play({ cloud, scenario, from: scenario.start, until: asked(1, '11:00'), log: () => undefined })
  const escalations = connectEscalations(cloud.table)
  const [raised] = await escalations.list('pending')
  const goesOut = raised?.options.find(({ acts }) =>
    acts.some(({ payload }) => payload.kind === 'email_external'),
  )
  if (!web || !raised || !goesOut) throw new Error('Nothing was raised that answers Vic.')
  const { email } = scenario.pm
  const ask = await webReader(web.invoke, { email, password: cloud.secrets.password })
  const form = { intent: 'decide', option: goesOut.id, seen: String(raised.version) }
  const page = `/projects/SP/decisions/${raised.id}`

  for (const unread of [form, { ...form, mailRead: 'Z' }]) {
    const refused = await ask(page, unread)
    expect(refused).toMatchObject({ status: 409, html: expect.stringContaining('read the mail') })
  }
  expect(await escalations.get('SP', raised.id)).toMatchObject({ status: 'pending' })
  expect((await connectActs(cloud.table).ofProject('SP')).map(({ kind }) => kind)).not.toContain(
    'email_external',
  )

  expect(await ask(page, { ...form, mailRead: goesOut.id })).toMatchObject({ status: 302 })
  expect(await connectActs(cloud.table).ofProject('SP')).toContainEqual(
    expect.objectContaining({ kind: 'email_external', status: 'planned', outcome: 'approved' }),
  )
})
