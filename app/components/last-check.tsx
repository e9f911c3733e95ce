import { When } from '#app/components/moment.tsx'
import { DIAL_WORDS } from '#src/domain/project.ts'
import type { CheckName, LastCheck as Check } from '#src/domain/last-check.ts'

const NAMES: Record<CheckName, string> = {
  ...{ paused: 'pause', permit: 'permission', boundary: 'what the dial allows', recipients: 'recipients' },
  ...{ confidence: 'the four checks', budget: 'today’s limit', working_hours: 'working hours' },
  ...{ premise: 'still right', manners: 'manners' },
}

/** What the executor looked at last before the act went, or did not, and its answer. */
export function LastCheck({ check: { inputs, verdict, against, says } }: { check: Check }) {
  const { at, type, dial, permit, recipients, recipientsProblem } = inputs
  const leave = permit.by === 'pm' ? 'Your word' : 'The dial’s leave'
  return (
    <div className="text-[0.9375rem]">
      <p>
        <When at={at} as="clock" />: {VERDICTS[verdict]}
        {against !== null && says !== null && ` (${NAMES[against]}: ${says})`}.
      </p>
      <p className="mt-1 text-sm text-soft">
        {type === 'notification_internal'
          ? 'To yourself: under no dial.'
          : `Dial ${DIAL_WORDS[dial]}. ${leave}.`}
        {recipients.length > 0 &&
          recipientsProblem === null &&
          ` To ${recipients.map(({ id }) => id).join(', ')}, as the register has ${recipients.length === 1 ? 'them' : 'each'}.`}
      </p>
    </div>
  )
}

const VERDICTS: Record<Check['verdict'], string> = {
  go: 'nothing spoke against it',
  wait: 'it waits',
  hold: 'held on',
  stop: 'it did not go',
}
