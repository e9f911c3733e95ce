import type { Signal } from '#src/domain/signal.ts'

/** Something that happened since the project was connected, that we did not do, and whose text is not set aside. */
export function isNews({ bootstrap, ours, setAside }: Signal): boolean {
  return !bootstrap && !ours && setAside === null
}
