import type { SourceName } from '#src/domain/cycle.ts'
import { connectActs } from './acts.ts'
import { connectArtefacts } from './artefacts.ts'
import { connectCycles } from './cycles.ts'
import { connectEscalations } from './escalations.ts'
import { connectEvents } from './events.ts'
import { connectIntake } from './intake.ts'
import { connectRereads } from './rereads.ts'
import { connectMatters } from './matters.ts'
import { connectMemories } from './memories.ts'
import { connectPeople } from './people.ts'
import { connectPreferences } from './preferences.ts'
import { connectPrivacy } from './privacy.ts'
import { connectPm, connectProjects } from './projects.ts'
import { connectProofs } from './proofs.ts'
import { connectRateLimits } from './rate-limits.ts'
import { connectSelfTests } from './self-tests.ts'
import { connectSessions } from './sessions.ts'
import { connectSignals } from './signals.ts'
import { connectSpending } from './spending.ts'
import { connectSpotChecks } from './spot-checks.ts'
import type { Table } from './table.ts'

/** Every store that a screen may need. */
export function connectStores(table: Table) {
  return {
    acts: connectActs(table),
    artefacts: connectArtefacts(table),
    cycles: connectCycles(table),
    escalations: connectEscalations(table),
    events: connectEvents(table),
    intake: (source: SourceName, account: string) => connectIntake(table, source, account),
    rereads: (source: SourceName, account: string) => connectRereads(table, source, account),
    limits: connectRateLimits(table),
    matters: connectMatters(table),
    memories: connectMemories(table),
    people: connectPeople(table),
    pm: connectPm(table),
    preferences: connectPreferences(table),
    privacy: connectPrivacy(table),
    projects: connectProjects(table),
    proofs: connectProofs(table),
    selfTests: connectSelfTests(table),
    sessions: connectSessions(table),
    signals: connectSignals(table),
    spending: connectSpending(table),
    spotChecks: connectSpotChecks(table),
  }
}
