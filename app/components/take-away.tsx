import { Button } from '#app/components/ui/button.tsx'
import { CopyButton } from '#app/components/ui/copy-button.tsx'
import type { Draft } from '#app/draft.ts'

/** For the PM to send by hand what the workbench does not: the text on the clipboard, or in the own mail program. */
export function TakeAway({ draft: { text, mailto } }: { draft: Draft }) {
  return (
    <div className="relative mt-2 flex flex-wrap gap-2">
      <CopyButton text={text} />
      {mailto !== null && (
        <Button size="small" asChild>
          <a href={mailto}>Open in Outlook</a>
        </Button>
      )}
    </div>
  )
}
