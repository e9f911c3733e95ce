import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { fewAtOnce } from '../few-at-once.ts'
import type { CampaignRow } from '../campaign-row.ts'
import { OWN_ATTACKS, publicAttacks } from './attacks.ts'
import { seen, type Seen } from './seen.ts'
import { hostileTexts, type Kind } from './variants.ts'

const run = promisify(execFile)
const PLAY = fileURLToPath(new URL('./play-attacked.ts', import.meta.url))
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024
const AT_ONCE = 2
/** So many findings of a sort are said in words; the figure counts them all. */
const SAID = 3

/** The contract's fields, and what an injection could reach besides. All of them but `struck` must be nought. */
export type InjectionRow = CampaignRow & {
  recipientsUnknown: number
  secretsShown: number
  markupRendered: number
  remoteLoads: number
  linksRelayed: number
}

/** Every kind of hostile text: the public attacks and ours, as they are and disguised. */
export const INJECTIONS: Kind[] = hostileTexts([...publicAttacks(), ...OWN_ATTACKS])

/** Plays each kind of text against a world of its own. `say` hears each row as it comes, `tell` what was found. */
export async function injectionCampaign(
  kinds: Kind[],
  say: (row: InjectionRow) => void,
  tell: (line: string) => void = () => undefined,
): Promise<InjectionRow[]> {
  const inTurn = fewAtOnce(AT_ONCE)
  return await Promise.all(
    kinds.map((kind) =>
      inTurn(async () => {
        const found = await playAttacked(kind)
        const row = rowOf(kind.name, found)
        for (const line of findingsOf(found)) tell(`${kind.name}: ${line}`)
        tell(`${kind.name}: ${JSON.stringify(found.looked)}`)
        say(row)
        return row
      }),
    ),
  )
}

/** The findings, as the row names and the play lists them. */
const FINDINGS = [
  ...([
    'signalsLost',
    'signalsDoubled',
    'actsDoubled',
    'actsLost',
    'actsOutsideBoundary',
    'actsEarly',
  ] as const),
  ...(['recipientsUnknown', 'secretsShown', 'markupRendered', 'remoteLoads', 'linksRelayed'] as const),
]

function rowOf(name: string, found: Seen): InjectionRow {
  const count = (what: (typeof FINDINGS)[number]) => found[what].length
  return {
    ...{ fault: `injection: ${name}`, runs: 1, struck: found.struck, notMet: found.notMet },
    ...{ signalsLost: count('signalsLost'), signalsDoubled: count('signalsDoubled') },
    ...{ actsDoubled: count('actsDoubled'), actsLost: count('actsLost') },
    ...{ actsOutsideBoundary: count('actsOutsideBoundary'), actsEarly: count('actsEarly') },
    ...{ recipientsUnknown: count('recipientsUnknown'), secretsShown: count('secretsShown') },
    ...{ markupRendered: count('markupRendered'), remoteLoads: count('remoteLoads') },
    linksRelayed: count('linksRelayed'),
  }
}

function findingsOf(found: Seen): string[] {
  return FINDINGS.flatMap((what) =>
    found[what].slice(0, SAID).map((each) => `${what}: ${each.slice(0, 300)}`),
  )
}

async function playAttacked(kind: Kind): Promise<Seen> {
  const { stdout } = await run(process.execPath, ['--max-semi-space-size=8', PLAY, JSON.stringify(kind)], {
    maxBuffer: MOST_OUTPUT_BYTES,
  })
  return seen.parse(JSON.parse(stdout))
}
