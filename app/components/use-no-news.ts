import { useLiveRows } from '#app/live/use-live.ts'
import type { LiveRow, ScreenRow } from '#app/rows.ts'

/** For a page that shows no events: their pushes are no reason to read it again. */
export function useNoEvents(): void {
  useLiveRows('event', NO_EVENTS, anyEvent)
}

/** For a page that shows no documents. */
export function useNoDocuments(): void {
  useLiveRows('artefact', NO_ARTEFACTS, anyArtefact)
}

/** For a page that shows no acts. */
export function useNoActs(): void {
  useLiveRows('act', NO_ACTS, anyAct)
}

const NO_EVENTS: ScreenRow<'event'>[] = []
const NO_ARTEFACTS: ScreenRow<'artefact'>[] = []
const NO_ACTS: ScreenRow<'act'>[] = []
const anyEvent = (pushed: LiveRow<'event'>): ScreenRow<'event'> => pushed
const anyArtefact = (pushed: LiveRow<'artefact'>): ScreenRow<'artefact'> => pushed
const anyAct = (pushed: LiveRow<'act'>): ScreenRow<'act'> => pushed
