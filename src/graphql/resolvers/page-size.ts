/** How many rows a look-up reads when the caller does not say, and at most. */
const USUAL = 50
const MOST = 200

export function pageSize(limit?: number | null): number {
  if (!limit || limit < 1) return USUAL
  return limit > MOST ? MOST : limit
}
