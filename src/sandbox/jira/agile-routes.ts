import type { Answer } from '#src/sandbox/vendor/answer.ts'
import { asText } from '#src/sandbox/vendor/value.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'
import { listOf, pageBean, refused } from './answer.ts'
import type { Asked, Route } from './answer.ts'
import { sprintThen } from './edited-fields.ts'
import type { Site } from './site.ts'

/** The agile API: the scenario's board and its sprints, as they are at that moment. */
export const agileRoutes: Route[] = [
  {
    method: 'GET',
    path: /^\/rest\/agile\/1\.0\/board$/,
    run: (site, asked) => {
      const [project, type] = [asked.query.get('projectKeyOrId'), asked.query.get('type')]
      const found = site.catalogue.boards.filter(
        (board) => (project === null || board.project === project) && (type === null || board.type === type),
      )
      return {
        status: 200,
        body: pageBean(
          found.map(({ json }) => boardJson(json, asked)),
          asked,
          50,
        ),
      }
    },
  },
  { method: 'GET', path: /^\/rest\/agile\/1\.0\/board\/(\d+)\/sprint$/, run: sprints },
]

/** A board's configuration, cut to what the list of boards tells. */
function boardJson({ id, name, type, location }: Vendor, asked: Asked): Vendor {
  return { id, self: `${asked.base}/rest/agile/1.0/board/${asText(id) ?? ''}`, name, type, location }
}

function sprints(site: Site, asked: Asked, [id = '']: string[]): Answer {
  const board = site.catalogue.boards.find(({ json }) => asText(json.id) === id)
  if (board === undefined)
    return refused(404, 'The requested board cannot be viewed because it does not exist.')
  if (board.type !== 'scrum') return refused(400, 'The board does not support sprints')
  const states = listOf(asked.query, 'state').filter((state) => state !== '')
  const there = site.catalogue.sprints.flatMap((sprint) => sprintAt(sprint, asked.at))
  const wanted = there.filter(({ state }) => states.length === 0 || states.includes(asText(state) ?? ''))
  return { status: 200, body: pageBean(wanted, asked, 50) }
}

/** Before it was made it is not there; it is closed when it was completed, and runs from its beginning. */
function sprintAt(sprint: Vendor, at: number): Vendor[] {
  const isMade = sprint.createdDate === undefined || Date.parse(asText(sprint.createdDate) ?? '') <= at
  return isMade ? [sprintThen(sprint, at)] : []
}
