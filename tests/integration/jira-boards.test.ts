import * as agile from 'jira.js/agile'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { JiraThrottled } from '#src/adapters/sources/jira/jira-errors.ts'
import { readScenario } from '#src/sandbox/scenario/scenario.ts'
import { aJiraSite, token } from '../fixtures/jira-site.ts'

const site = aJiraSite({ scenario: readScenario('scenarios/harbour') })
const names = async (project = 'HRB') => (await site.connect().sprints(project)).map(({ name }) => name)

describe('the sprints of a project’s boards', () => {
  it('are those that run and those to come, as they stand at that moment', async () => {
    site.at('2026-10-15T09:00:00Z')
    expect(await names()).toEqual(['Sprint 14', 'Sprint 15'])
    site.at('2026-10-20T09:00:00Z')
    expect(await site.connect().sprints('HRB')).toMatchObject([
      { id: '15', name: 'Sprint 15', startAt: '2026-10-19T08:00:00.000Z', endAt: '2026-10-30T16:30:00.000Z' },
      { id: '16', name: 'Sprint 16', startAt: '2026-11-02T09:00:00.000Z' },
    ])
  })

  it('are read page by page, and are none where there is no board, no sprint or no sight of them', async () => {
    site.at('2026-10-20T09:00:00Z')
    site.double().setFaults([{ fault: 'pageSize', times: 4 }])
    expect(await names()).toEqual(['Sprint 15', 'Sprint 16'])
    expect(await names('OPS')).toEqual([])
    site.double().setFaults([{ fault: '429', match: 'GET /rest/agile', retryAfterSeconds: 30 }])
    await expect(site.connect().sprints('HRB')).rejects.toThrow(JiraThrottled)
  })

  it('come in the shape that jira.js generates from Atlassian’s specification', async () => {
    site.at('2026-10-20T09:00:00Z')
    const headers = {
      authorization: `Basic ${Buffer.from(`${token.email}:${token.apiToken}`).toString('base64')}`,
    }
    const answer = await fetch(`${site.double().url}/rest/agile/1.0/board/7/sprint`, { headers })
    const { values } = z.object({ values: z.array(z.unknown()) }).parse(await answer.json())
    expect(values).toHaveLength(5)
    for (const value of values) expect(agile.SprintSchema.safeParse(value).error?.issues ?? []).toEqual([])
  })
})
