import { When } from '#app/components/moment.tsx'
import type { RaidEntry } from '#app/routes/project/entries.server.ts'
import type { RaidChange } from '#src/domain/raid-log.ts'

/** One entry of the RAID log; what it rests on opens below it. */
export function Entry({ entry: { item, history } }: { entry: RaidEntry }) {
  return (
    <article id={item.id} className="border-b border-line py-3 target:bg-wash">
      <h3 className="font-medium">{item.title}</h3>
      <p className="mt-0.5 text-sm text-soft">
        {capital(item.kind)} · {item.severity} · {item.status} · {item.owner ?? 'nobody on it'} · raised{' '}
        <When at={item.raisedAt} as="clock" />
        {item.dueAt !== null && (
          <>
            {' '}
            · due <When at={item.dueAt} as="clock" />
          </>
        )}
      </p>
      {item.mitigation !== null && <p className="mt-1 text-[0.9375rem]">Mitigation: {item.mitigation}</p>}
      {item.resolution !== null && <p className="mt-1 text-[0.9375rem]">Resolution: {item.resolution}</p>}
      {history.length > 0 && (
        <details>
          <summary className="flex min-h-11 items-center text-sm text-deep">
            ▸ Evidence ({history.length})
          </summary>
          <ul className="flex flex-col gap-3 pb-2 text-[0.9375rem]">
            {history.map(({ at, change }, index) => (
              <Change key={index} at={at} change={change} />
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}

function Change({ at, change }: { at: string; change: RaidChange }) {
  return (
    <li className="border-l-2 border-edge pl-3">
      <p>
        {change.op === 'add' ? 'Entered' : `${capital(change.field)}: ${change.value ?? 'emptied'}`},{' '}
        <span className="text-soft">
          <When at={at} as="clock" />
        </span>
      </p>
      {change.evidence.map((claim, index) => (
        <p key={index} className="mt-1 text-sm text-soft wrap-anywhere">
          {claim.kind === 'quote' ? `“${claim.text}”` : claim.text} {claim.by},{' '}
          {claim.url === null ? (
            claim.ref
          ) : (
            <a
              href={claim.url}
              target="_blank"
              rel="noreferrer"
              className="text-deep underline underline-offset-2"
            >
              {claim.ref} in Jira
            </a>
          )}
        </p>
      ))}
    </li>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
