/** One line of `npm run bench`. `peer` is the same work without our code; a null target is only reported. */
export type Bench = {
  name: string
  metric: string
  unit: string
  ours: number
  peer: number | null
  peerName: string | null
  ratio: number | null
  target: number | null
  ok: boolean
}

/** A line that is only reported, but for what it says more. */
export function benchLine(of: Pick<Bench, 'name' | 'metric' | 'unit' | 'ours'> & Partial<Bench>): Bench {
  return { peer: null, peerName: null, ratio: null, target: null, ok: true, ...of }
}
