import { When } from '#app/components/moment.tsx'
import { Section } from '#app/components/ui/section.tsx'
import type { Brief } from '#src/domain/matter.ts'

/** The mails that this one joins, oldest first. */
export function Thread({ mails }: { mails: Brief[] }) {
  return (
    <Section title={`The thread it joins (${mails.length})`}>
      <ol className="flex flex-col gap-4 pt-1">
        {mails.map(({ signalId, by, at, title, text, url, mail }) => (
          <li key={signalId} className="text-[0.9375rem]">
            <p className="text-sm text-soft">
              <span className="font-medium text-ink">{by}</span>
              {mail &&
                mail.to.length > 0 &&
                ` to ${mail.to.map(({ name, email }) => name || email).join(', ')}`}
              , <When at={at} as="clock" />
            </p>
            <p className="font-medium wrap-anywhere">{title}</p>
            <p className="mt-1 whitespace-pre-line wrap-anywhere">{text}</p>
            {url !== '' && (
              <a
                href={url}
                target="_blank"
                rel="noreferrer"
                className="inline-flex min-h-11 items-center text-sm text-deep hover:underline"
              >
                Open in Outlook ↗
              </a>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
