import { dialWords } from '#app/dial-words.ts'
import type { services } from '#app/services.server.ts'
import { DIAL_WORDS } from '#src/domain/project.ts'

type Dial = Awaited<ReturnType<typeof services.viewDials>>[number]

/** A project's dial in one sentence. */
export function dialRow({ project, earned, missing }: Dial) {
  const { id, name, autonomyLevel, dialTurn } = project
  const words = dialWords({
    ...{ dial: DIAL_WORDS[autonomyLevel], isObserve: autonomyLevel === 'monitoring', missing },
    ...{ by: dialTurn.by, because: dialTurn.demoted?.because ?? null, cleanDays: earned.cleanDays },
  })
  return { id, name, words }
}
