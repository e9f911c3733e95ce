import { expect, test } from 'vitest'
import { anEscalation, aMatter, aSignal } from '../../tests/fixtures/builders.ts'
import { aProject, NINE } from '../../tests/fixtures/desk.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import { viewPlaces } from './view-places.ts'

const at = (day: string) => `2026-10-${day}T08:00:00.000Z`
const moved = (ref: string, day: string, over: Parameters<typeof aSignal>[0] = {}) =>
  aSignal({ externalId: `${ref}#${day}`, ref, title: `Title of ${ref}`, occurredAt: at(day), ...over })
const matters = [
  aMatter({}, [moved('SP-1', '20'), moved('SP-1', '21', { title: 'Renamed' })]),
  aMatter({ id: 'SP-2' }, [moved('SP-2', '22')]),
  aMatter({ id: 'SP-3' }, [moved('SP-3', '01')]),
  aMatter({ id: 'SP-4' }, [moved('SP-4', '22', { url: '' })]),
  aMatter({ id: 'SP-5' }, [moved('SP-5', '22', { bootstrap: true })]),
]
const waiting = anEscalation()
const decidedOn = (id: string, day: string) => anEscalation({ id, updatedAt: at(day) })
const closed = [decidedOn('old', '19'), decidedOn('new', '21')]

const places = () =>
  viewPlaces({
    now: () => NINE,
    escalations: {
      list: async (status: Escalation['status']) =>
        status === 'pending' ? [waiting] : status === 'superseded' ? closed : [],
    },
    projects: { listActive: async () => [aProject()] },
    matters: { ofProject: async () => matters },
  })

test('what waits comes first, then what was closed last', async () => {
  const { decisions, projects } = await places()
  expect(decisions.map(({ id }) => id)).toEqual(['E1', 'new', 'old'])
  expect(projects.map(({ id }) => id)).toEqual(['SP'])
})

test('each ticket is found once, by its latest change, and only what can be opened and is new enough', async () => {
  const { changes } = await places()
  expect(changes.map(({ ref, title }) => `${ref} ${title}`)).toEqual(['SP-2 Title of SP-2', 'SP-1 Renamed'])
})
