/**
 * Left to itself Node takes what memory there is before it collects. The steps through which a flood runs are held to
 * 300 MB (`npm run bench -- flood`), on AWS and on a laptop alike.
 */
const SMALL = '--max-old-space-size=180 --max-semi-space-size=8'

/** `NODE_OPTIONS` of the functions that need some, by the name of their folder. */
export const NODE_OPTIONS: Readonly<Record<string, string>> = {
  'detect-changes': SMALL,
  normalise: SMALL,
  reason: SMALL,
}

/** The same by the logical name that Architect gives the function in the template. */
export function optionsOf(id: string): Record<string, string> {
  const found = Object.entries(NODE_OPTIONS).find(([name]) => id === `${pascal(name)}CustomLambda`)
  return found ? { NODE_OPTIONS: found[1] } : {}
}

const pascal = (name: string) =>
  name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
