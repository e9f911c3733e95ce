import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { cn } from '#app/components/ui/cn.ts'
import type { Loaded } from '#app/routes/project/load.server.ts'

type Props = { projectId: string; version: number; settings: Loaded['dial'] }

/** How much the agent may do alone. What turning it will do is spelt out before it is turned. */
export function Dial({ projectId, version, settings }: Props) {
  return (
    <Section title="Dial">
      <ul className="mt-1 flex flex-col gap-2">
        {settings.map((setting) => (
          <li
            key={setting.level}
            className={cn('rounded-lg border border-line p-3', setting.isNow && 'border-deep bg-sheet')}
          >
            <Setting setting={setting} projectId={projectId} version={version} />
          </li>
        ))}
      </ul>
      <Link
        to={`/projects/${projectId}/trust`}
        className="inline-flex min-h-11 items-center text-[0.9375rem] text-deep hover:underline"
      >
        Trust: how long it waits, and why ›
      </Link>
    </Section>
  )
}

type SettingProps = { setting: Loaded['dial'][number]; projectId: string; version: number }

function Setting({ setting: { level, name, isNow, isUp, effects }, projectId, version }: SettingProps) {
  const words = (
    <ul className="flex flex-col gap-1 text-sm text-soft">
      {effects.map((effect) => (
        <li key={effect}>{effect}</li>
      ))}
    </ul>
  )
  if (isNow)
    return (
      <>
        <p className="flex justify-between text-[0.9375rem] font-semibold">
          {name} <span className="text-sm font-semibold text-deep">Now</span>
        </p>
        {words}
      </>
    )
  return (
    <details>
      <summary className="flex min-h-11 items-center justify-between text-[0.9375rem] font-semibold">
        {name} <span className="text-sm font-normal text-deep">What this does ▸</span>
      </summary>
      {words}
      <Link
        to={`/projects/${projectId}/simulation?dial=${level}`}
        className="inline-flex min-h-11 items-center text-[0.9375rem] text-deep hover:underline"
      >
        The last days at {name}
        {isUp && ', and the way to it'} ›
      </Link>
      {!isUp && <Turn level={level} name={name} projectId={projectId} version={version} />}
    </details>
  )
}

/** Down it goes at once; up only by way of the simulation. */
function Turn({
  level,
  name,
  projectId,
  version,
}: { level: string; name: string } & Omit<Props, 'settings'>) {
  const busy = useNavigation().state !== 'idle'
  return (
    <Form method="post" action="/dial" className="mt-3" preventScrollReset>
      <input type="hidden" name="projectId" value={projectId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="to" value={`/projects/${projectId}`} />
      <Button type="submit" name="level" value={level} disabled={busy}>
        Turn the dial to {name}
      </Button>
    </Form>
  )
}
