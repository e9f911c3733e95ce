import { pageOfCheck, type HealthReport, type PageOfCheck } from '#src/agent/messages.ts'
import type { Cloud } from '#src/sandbox/cloud/cloud.ts'
import { hoursOf } from '#src/sandbox/play/player.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'

/**
 * Intake alone: reads the sources at a moment and normalises what they gave, page by page. What was found. `running`: both
 * clocks go on from that moment, so that what a read may take is measured.
 */
export async function detectAndNormalise(
  { clock, invoke }: Pick<Cloud, 'clock' | 'invoke'>,
  scenario: Scenario,
  at: Date,
  { running = false } = {},
): Promise<PageOfCheck> {
  clock.standAt(at)
  if (running) clock.pace(1)
  const slot = at.toISOString()
  const { name: pmName, email: pmEmail } = scenario.pm
  const desk = { pmName, pmEmail, workingHours: hoursOf(scenario), internalDomains: scenario.internalDomains }
  const report: HealthReport = { slot, startedAt: slot, desk, health: [] }
  const found = pageOfCheck.parse(await invoke('detect-changes', report))
  for (let page = 1; page <= found.pages; page++)
    await invoke('normalise', { ...found, page, more: page < found.pages })
  return found
}
