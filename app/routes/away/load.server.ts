import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { orRefuse } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'

const day = z.iso.date()

/** Whether the PM is away; otherwise what going away would mean, and what the deputy would be told. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePm(request)
  const query = new URL(request.url).searchParams
  const until = day.safeParse(query.get('until')).data ?? null
  const chosen = query.get('deputy')
  const { away, deputies, brief } = await orRefuse(services.viewAway({ deputy: chosen, until }))
  return {
    ...{
      isAway: away !== null,
      until,
      isChosen: chosen !== null,
      form: services.pace().businessNow.toISOString(),
    },
    deputies: deputies.map(({ id, name, role }) => ({ id, name, role })),
    deputy: brief?.to.id ?? '',
    brief: brief && {
      ...{ subject: brief.subject, text: brief.text, breaks: brief.breaks, observe: brief.observe },
      ...{ person: brief.to.id, name: brief.to.name, project: brief.to.projectId },
      /** What goes outside has been on the screen: nobody there is told more than this mail. */
      mayBeTold: brief.to.class !== 'external' && !brief.observe,
    },
  }
}
