import type { LiveRow, Noun } from '#src/adapters/push/operations.ts'

/** Everything a push carries of one noun. */
export type { LiveRow }

type Identity = 'id' | 'version' | 'projectId'

/** A row as a screen lists it: what a push carries, where a push may lack anything but identity. */
export type ScreenRow<N extends Noun> = Pick<LiveRow<N>, Identity> & Partial<Omit<LiveRow<N>, Identity>>
