import { z } from 'zod'
import { jsonOrNothing } from '../http.ts'

const claims = z.object({ roles: z.array(z.string()).default([]) })

/** What Entra granted, out of a token; nothing where Exchange grants it (RBAC for Applications), or nobody can tell. */
export function rolesIn(token: string): string[] {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  return claims.safeParse(jsonOrNothing(payload)).data?.roles ?? []
}
