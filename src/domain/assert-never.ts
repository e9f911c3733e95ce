/** Ends a `switch` over a closed union: a case left out does not compile. */
export function assertNever(value: never): never {
  throw new Error(`A case was left out: ${JSON.stringify(value)}`)
}
