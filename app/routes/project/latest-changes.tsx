import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { EvidenceList } from '#app/components/evidence-list.tsx'
import { useMoment, When } from '#app/components/moment.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { More } from '#app/components/ui/closed.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import type { Diff, Line } from '#app/document-words/diffs.ts'
import type { Loaded } from '#app/routes/project/load.server.ts'
import { documentPath } from '#app/routes/project/tabs.ts'
import { dayAndClock } from '#app/times.ts'

const LINES = 6
const SHOWN = 4

type Props = { projectId: string; latest: NonNullable<Loaded['latest']> }

/** What changed in a document, old and new in words, with what each change rests on; the last can be taken back. */
export function LatestChanges({ projectId, latest }: Props) {
  const { now, zone } = useMoment()
  const { diffs, version, updatedAt, undo } = latest
  return (
    <Section
      title="Latest changes"
      aside={
        updatedAt && (
          <span className="text-sm text-soft">
            Version {version}, {dayAndClock(updatedAt, now, zone)}
          </span>
        )
      }
    >
      {diffs.length === 0 && <Nothing>Nothing has changed yet.</Nothing>}
      {undo && <Undo key={`${latest.type} ${version}`} projectId={projectId} latest={latest} lines={undo} />}
      <ol className="divide-y divide-line">
        {diffs.slice(0, SHOWN).map((diff) => (
          <Change key={diff.version} projectId={projectId} diff={diff} />
        ))}
      </ol>
      {diffs.length > SHOWN && (
        <More summary={`${diffs.length - SHOWN} earlier`}>
          <ol className="divide-y divide-line">
            {diffs.slice(SHOWN).map((diff) => (
              <Change key={diff.version} projectId={projectId} diff={diff} />
            ))}
          </ol>
        </More>
      )}
    </Section>
  )
}

function Change({ projectId, diff }: { projectId: string; diff: Diff }) {
  const { at, actId, isUndo, lines, evidence } = diff
  return (
    <li className="py-2.5">
      <p className="text-sm text-soft">
        <When at={at} as="clock" />
        {isUndo && ', taken back by you'} ·{' '}
        <Link to={`/projects/${projectId}/acts/${actId}`} className="text-deep underline underline-offset-4">
          act ›
        </Link>
      </p>
      <Lines lines={lines} />
      {!isUndo && (
        <More summary={`Evidence (${evidence.length})`}>
          <EvidenceList evidence={evidence} />
        </More>
      )}
    </li>
  )
}

/** The first lines; the others are a tap away. */
function Lines({ lines }: { lines: Line[] }) {
  const others = lines.slice(LINES)
  if (lines.length === 0)
    return <p className="text-[0.9375rem] text-soft">The same words in another order.</p>
  return (
    <>
      <ul>{lines.slice(0, LINES).map(asRow)}</ul>
      {others.length > 0 && (
        <More summary={`${others.length} more`}>
          <ul>{others.map(asRow)}</ul>
        </More>
      )}
    </>
  )
}

function asRow({ what, before, after }: Line, index: number): ReactNode {
  const gone = after === null
  const listed = (after ?? before) === 'listed'
  return (
    <li key={index} className="py-0.5 text-[0.9375rem] wrap-anywhere">
      <span className="font-medium">{what}</span>
      {listed ? (
        <span className="text-soft">{gone ? ', no longer listed' : ', new'}</span>
      ) : (
        <>
          {': '}
          {before !== null && (
            <>
              <span className="sr-only">was </span>
              <span className={gone ? '' : 'text-soft'}>{before}</span>
              <span aria-hidden className="text-soft">
                {' → '}
              </span>
              <span className="sr-only">, now </span>
            </>
          )}
          <span>{after ?? 'gone'}</span>
        </>
      )}
    </li>
  )
}

type UndoProps = Props & { lines: Line[] }

/** One deep: says what it will restore, then does it as an act. */
function Undo({ projectId, latest: { type, version }, lines }: UndoProps) {
  const busy = useNavigation().state !== 'idle'
  return (
    <More summary="Undo the last change">
      <div className="mb-3 rounded-lg border border-line bg-sheet p-3">
        <p className="text-sm text-soft">This will be so again:</p>
        <Lines lines={lines} />
        <Form method="post" action="/undo-document" className="mt-2" preventScrollReset>
          <input type="hidden" name="projectId" value={projectId} />
          <input type="hidden" name="artefactType" value={type} />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="to" value={documentPath(projectId, type)} />
          <Button type="submit" size="small" disabled={busy}>
            Undo the last change
          </Button>
        </Form>
      </div>
    </More>
  )
}
