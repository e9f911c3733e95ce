import { z } from 'zod'
import type { Answer } from '#src/sandbox/vendor/answer.ts'
import { asText } from '#src/sandbox/vendor/value.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'
import { readBody, refused } from './answer.ts'
import type { Asked, Route } from './answer.ts'
import type { Site } from './site.ts'

/** A project's releases, and another day for one. */
export const versionRoutes: Route[] = [
  {
    method: 'GET',
    path: /^\/rest\/api\/3\/project\/([^/]+)\/versions$/,
    run: (site, asked, [key = '']) => {
      if (site.catalogue.project(key) === undefined)
        return refused(404, `No project could be found with key '${key}'.`)
      return { status: 200, body: versionsOf(site, key, asked).map((version) => json(version, asked)) }
    },
  },
  { method: 'PUT', path: /^\/rest\/api\/3\/version\/([^/]+)$/, run: move },
]

/** As its issues name them, with the days that we gave them. */
function versionsOf(site: Site, project: string, { at }: Asked): Vendor[] {
  return site.catalogue.versions
    .filter((each) => each.project === project)
    .map(({ json: version }) => {
      const moved = site.journal
        .all()
        .filter((it) => it.kind === 'version' && it.id === asText(version.id) && Date.parse(it.at) <= at)
        .at(-1)
      return moved?.kind === 'version' ? { ...version, releaseDate: moved.releaseDate } : version
    })
}

function json({ releaseDate, ...version }: Vendor, { base }: Asked): Vendor {
  const dated = typeof releaseDate === 'string' ? { releaseDate } : {}
  return { ...version, ...dated, self: `${base}/rest/api/3/version/${asText(version.id) ?? ''}` }
}

const body = z.object({ releaseDate: z.iso.date().nullable() })

function move(site: Site, asked: Asked, [id = '']: string[]): Answer {
  const known = site.catalogue.versions.find(({ json: version }) => asText(version.id) === id)
  if (known === undefined) return refused(404, `Could not find version for id '${id}'`)
  const read = readBody(body, asked.body)
  if (!read.ok) return read.answer
  const at = new Date(asked.at).toISOString()
  site.journal.add({ kind: 'version', at, issueId: `version-${id}`, id, ...read.value })
  const now = versionsOf(site, known.project, asked).find((version) => asText(version.id) === id)
  return { status: 200, body: json(now ?? known.json, asked) }
}
