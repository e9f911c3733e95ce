import { join } from 'node:path'
import type { Ports } from '#src/adapters/local-environment.ts'
import { startGraphDouble, type GraphDouble } from '#src/sandbox/graph/graph-double.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { startSesDouble, type SesDouble } from '#src/sandbox/ses/ses-double.ts'
import { graphApp, type KeptSecrets } from './secrets.ts'

/** `values`: the mailbox's secret. Outlook is connected where the scenario has mail; SES is there in any case. */
export async function startMail(
  { scenario, folder, ports }: { scenario: Scenario; folder: string; ports: Ports },
  now: () => Date,
  secrets: KeptSecrets,
  endWith: (end: () => Promise<void>) => void,
): Promise<{ graph: GraphDouble; ses: SesDouble; values: Record<string, unknown> }> {
  const credentials = graphApp(secrets)
  const journalFile = join(folder, 'graph.jsonl')
  const graph = await startGraphDouble({ port: ports.graph, scenario, now, credentials, journalFile })
  endWith(graph.close)
  const ses = await startSesDouble({ port: ports.ses })
  endWith(ses.close)
  const { url: loginUrl, graphUrl } = graph
  const value = { ...credentials, mailbox: scenario.pm.email, loginUrl, graphUrl }
  return { graph, ses, values: scenario.mail.length > 0 ? { 'pm-workbench/graph': value } : {} }
}
