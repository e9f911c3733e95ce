import { Link } from '@remix-run/react'
import { When } from '#app/components/moment.tsx'
import { signalPath } from '#app/signal-path.ts'
import { refWords, sourceWord } from '#app/source-words.ts'
import type { Evidence } from '#src/domain/evidence.ts'

/** What something rests on: each quote or worked-out fact, who said it, when, and the way to it. `chainIn`: the project. */
export function EvidenceList({ evidence, chainIn }: { evidence: Evidence[]; chainIn?: string }) {
  if (evidence.length === 0) return <p className="text-sm text-soft">The PM&rsquo;s word.</p>
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {evidence.map((claim, index) => (
        <li key={index} className="wrap-anywhere">
          <span data-private={claim.kind === 'quote' ? '' : undefined}>
            {claim.kind === 'quote' ? `“${claim.text}”` : claim.text}
          </span>
          <span className="block text-soft">
            {claim.by}, <When at={claim.at} as="clock" />
            {', '}
            <SourceLink claim={claim} />
            {chainIn !== undefined && (
              <>
                {', '}
                <Link
                  to={signalPath(chainIn, claim.signalId)}
                  className="text-deep underline underline-offset-2"
                >
                  full chain
                </Link>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function SourceLink({ claim: { url, ref, signalId } }: { claim: Evidence }) {
  const words = `${refWords(ref)} in ${sourceWord(signalId)}`
  if (url === null) return words
  return (
    <a href={url} target="_blank" rel="noreferrer" className="text-deep underline underline-offset-2">
      {words}
    </a>
  )
}
