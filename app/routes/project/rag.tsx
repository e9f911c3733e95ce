import { useFetcher } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { ragLine, ragWord } from '#app/document-words/fields.ts'
import { stringIn } from '#app/words-in.ts'
import { rag as rags, type DeliveryState } from '#src/domain/delivery-state.ts'

type Props = { rag: DeliveryState['rag']; projectId: string; version: number }

/** The RAG as the PM set it, what is proposed instead, and a button for each other colour: it is the PM's to set. */
export function Rag({ rag: { value, proposed, because }, projectId, version }: Props) {
  const fetcher = useFetcher()
  return (
    <>
      <p className="text-[0.9375rem] font-semibold">{ragLine(value, proposed)}</p>
      {because && <p className="text-[0.9375rem] text-soft">{because}.</p>}
      <fetcher.Form method="post" action="/rag" className="mt-2 mb-1 flex flex-wrap gap-2">
        <input type="hidden" name="projectId" value={projectId} />
        <input type="hidden" name="version" value={version} />
        {rags.options
          .filter((each) => each !== value)
          .map((each) => (
            <Button
              key={each}
              type="submit"
              size="small"
              name="value"
              value={each}
              disabled={fetcher.state !== 'idle'}
            >
              Set {ragWord(each)}
            </Button>
          ))}
      </fetcher.Form>
      <p role="alert" className="text-sm text-late empty:hidden">
        {stringIn(fetcher.data, 'message')}
      </p>
    </>
  )
}
