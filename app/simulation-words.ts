import type { SimulationRows } from '#app/simulation.server.ts'
import { counted } from '#app/times.ts'

type Totals = Omit<SimulationRows, 'rows'>
type Row = SimulationRows['rows'][number]

/** "12 would have gone by themselves; you stopped or took back 3, approved 4, said nothing of 5." */
export function totalsWords({ alone, asked }: Totals): string[] {
  const said = [
    { times: alone.against, words: 'stopped or took back' },
    { times: alone.approved, words: 'approved' },
    { times: alone.unsaid, words: 'said nothing of' },
  ]
  const parts = said.flatMap(({ times, words }) => (times > 0 ? `${words} ${times}` : []))
  const of = parts.length > 0 ? `; you ${parts.join(', ')}` : ''
  const went = asked.wentAlone > 0 ? `; ${asked.wentAlone} of them went without it` : ''
  return [
    `${alone.all} would have gone by ${alone.all === 1 ? 'itself' : 'themselves'}${of}.`,
    `${asked.all} would have waited for your word${went}.`,
  ]
}

const BECAME: Record<Row['became'], string> = {
  alone: 'Went by itself',
  approved: 'You approved it',
  edited: 'You edited it',
  against: 'You stopped it or took it back',
  waits: 'Not ended yet',
  shown: 'Was only shown to you',
  'not done': 'Was not done',
}

/** What became of it. */
export const becameWords = ({ became }: Row): string => BECAME[became]

/** What would have become of it. */
export function wouldWords({ would, minutes }: Row): string {
  switch (would) {
    case 'do':
      return 'Goes at once'
    case 'hold':
      return `Goes after ${counted(minutes ?? 0, 'minute')} of hold`
    case 'ask':
      return 'Waits for your word'
    case 'refuse':
      return 'Not allowed'
  }
}
