import { actPath, receiptWords } from '#app/act-words.ts'
import { When } from '#app/components/moment.tsx'
import { whyNot } from '#app/routes/decision/decision-state.ts'
import type { Loaded } from '#app/routes/decision/load.server.ts'

/** What was chosen before: what was done of it, with what proves it, and why the rest was not. */
export function Tried({ asked, tried }: Pick<Loaded, 'asked' | 'tried'>) {
  if (asked.tried.length === 0) return null
  return (
    <ul className="mt-1 mb-2 flex flex-col gap-2 text-[0.9375rem]">
      {asked.tried.map(({ optionId, optionName, at, actIds }) => {
        const acts = tried.filter(({ id }) => actIds.includes(id))
        const done = acts.filter(({ status }) => status === 'done')
        return (
          <li key={`${optionId} ${at}`}>
            Chosen <When at={at} as="clock" />: {optionId}, {optionName}.{' '}
            {done.length === 0 ? 'Nothing of it was done.' : `${done.length} of ${acts.length} done: `}
            {done.map((act, index) => (
              <span key={act.id}>
                {index > 0 && ', '}
                <a href={act.receiptUrl ?? actPath(act)} className="text-deep underline underline-offset-4">
                  {receiptWords(act)} ›
                </a>
              </span>
            ))}{' '}
            {acts
              .filter(({ status }) => status !== 'done')
              .map(whyNot)
              .join(' ')}
          </li>
        )
      })}
    </ul>
  )
}
