import { When } from '#app/components/moment.tsx'
import { More } from '#app/components/ui/closed.tsx'
import { Nothing } from '#app/components/ui/section.tsx'
import { callWords, dollars, stepWords, WHY_WORDS } from '#app/routes/cost/cost-words.ts'
import type { ModelCall, SkippedCall } from '#src/domain/model-call.ts'

type Call = { call: ModelCall; cost: number; answer?: unknown }

/** What models were asked, with prompt, version, price and answer, and what was left to the rules instead. */
export function ChainAsked({ calls, skipped }: { calls: Call[]; skipped: SkippedCall[] }) {
  if (calls.length + skipped.length === 0) return <Nothing>No model was asked.</Nothing>
  return (
    <ol className="divide-y divide-line text-[0.9375rem]">
      {calls.map(({ call, cost, answer }) => (
        <li key={`${call.hash} ${call.askedAt}`} className="py-2 wrap-anywhere">
          <span className="block">
            {stepWords(call.step)}: prompt {call.prompt}, {call.model}, {callWords(call).ended}
          </span>
          <span className="block text-sm text-soft">
            <When at={call.askedAt} as="clock" />, {dollars(cost)}
            {call.status === 'settled' &&
              `, tokens: ${call.usage.input} in, ${call.usage.cacheRead} from the cache, ${call.usage.output} out`}
          </span>
          {answer !== null && answer !== undefined && (
            <More summary="The answer, as it came">
              <pre data-private className="rounded-md bg-wash p-3 text-[0.8125rem] whitespace-pre-wrap">
                {JSON.stringify(answer, null, 2)}
              </pre>
            </More>
          )}
        </li>
      ))}
      {skipped.map((each) => (
        <li key={each.hash} className="py-2">
          {stepWords(each.step)}: no model was asked ({WHY_WORDS[each.why]}); rules decided.
        </li>
      ))}
    </ol>
  )
}
