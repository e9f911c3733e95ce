import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/section.tsx'

type Props = {
  projectId: string
  version: number
  setting: { level: string; name: string; isNow: boolean; effects: string[] }
  missing: string | null
}

/** What this setting does, and the way to it: one that is not earned says what is missing, and has no button. */
export function TurnDial({ projectId, version, setting: { level, name, isNow, effects }, missing }: Props) {
  const busy = useNavigation().state !== 'idle'
  return (
    <Section title={isNow ? `${name}, as it is now` : `If you turn the dial to ${name}`}>
      <ul className="flex flex-col gap-1 text-[0.9375rem]">
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      {missing !== null && <p className="mt-2 text-[0.9375rem] font-semibold">Not earned yet. {missing}</p>}
      {!isNow && missing === null && (
        <Form method="post" action="/dial" className="mt-3">
          <input type="hidden" name="projectId" value={projectId} />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="to" value={`/projects/${projectId}/trust`} />
          <Button type="submit" name="level" value={level} disabled={busy}>
            Turn the dial to {name}
          </Button>
        </Form>
      )}
    </Section>
  )
}
