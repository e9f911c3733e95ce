/** How the page hangs on the live connection. `since` is real time in milliseconds: when it was last live. */
export type Link =
  | { state: 'connecting' }
  | { state: 'live' }
  | { state: 'reconnecting'; since: number }
  | { state: 'offline'; since: number }
  | { state: 'signed-out' }
