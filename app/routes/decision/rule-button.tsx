import { Form, useNavigation } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { Button } from '#app/components/ui/button.tsx'

type Props = {
  intent: string
  option?: string
  kind?: ComponentProps<typeof Button>['kind']
  children: string
}

/** Says one thing of the decision, in one tap. */
export function RuleButton({ intent, option, kind = 'plain', children }: Props) {
  const busy = useNavigation().state !== 'idle'
  return (
    <Form method="post" replace preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      {option !== undefined && <input type="hidden" name="option" value={option} />}
      <Button type="submit" kind={kind} disabled={busy}>
        {children}
      </Button>
    </Form>
  )
}
