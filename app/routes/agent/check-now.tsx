import { useFetcher } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'

/** Asks for a check out of turn; what it finds comes by push, as from any other. */
export function CheckNow() {
  const fetcher = useFetcher()
  return (
    <fetcher.Form method="post" action="/agent">
      <input type="hidden" name="intent" value="check" />
      <Button type="submit" size="small" disabled={fetcher.state !== 'idle'}>
        Check now
      </Button>
    </fetcher.Form>
  )
}
