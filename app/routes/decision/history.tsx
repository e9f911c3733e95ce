import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { When } from '#app/components/moment.tsx'
import { isTicket, sourceWord } from '#app/source-words.ts'
import { Closed } from '#app/components/ui/closed.tsx'
import type { Loaded } from '#app/routes/decision/load.server.ts'

const SHOWN = 20

/** What happened before in this matter: changes, mails, acts, decisions. */
export function History({ history, projectId }: Pick<Loaded, 'history'> & { projectId: string }) {
  const more = history.length - SHOWN
  return (
    <Closed className="-mt-4" summary={`History of this matter (${history.length})`}>
      {history.length === 0 && <p className="text-[0.9375rem] text-soft">Nothing came before it.</p>}
      <ol className="divide-y divide-line text-[0.9375rem]">
        {history.slice(0, SHOWN).map((line) => (
          <li key={`${line.kind} ${line.id}`} className="py-2 wrap-anywhere">
            <span className="block text-[0.8125rem] text-soft">
              <When at={line.at} as="clock" /> ·{' '}
              {line.kind === 'change' ? sourceWord(line.id) : WORDS[line.kind]}
              {isTicket(line.ref) && `, ${line.ref}`}
            </span>
            <Way line={line} projectId={projectId}>
              {line.text}
            </Way>
          </li>
        ))}
      </ol>
      {more > 0 && <p className="text-sm text-soft">{more} earlier ones are not shown.</p>}
    </Closed>
  )
}

type Line = Loaded['history'][number]

const WORDS: Record<Exclude<Line['kind'], 'change'>, string> = {
  mail: 'Outlook',
  act: 'act',
  decision: 'decision',
}

function Way({ line, projectId, children }: { line: Line; projectId: string; children: ReactNode }) {
  const look = 'underline-offset-4 hover:underline'
  switch (line.kind) {
    case 'act':
      return (
        <Link to={`/projects/${projectId}/acts/${line.id}`} className={look}>
          {children}
        </Link>
      )
    case 'decision':
      return (
        <Link to={`/projects/${projectId}/decisions/${line.id}`} className={look}>
          {children}
        </Link>
      )
    case 'change':
    case 'mail':
      if (line.url === null) return <span>{children}</span>
      return (
        <a href={line.url} target="_blank" rel="noreferrer" className={look}>
          {children}
        </a>
      )
  }
}
