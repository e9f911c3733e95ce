import { plainDate } from '#app/times.ts'
import type { DeliveryState } from '#src/domain/delivery-state.ts'

/** What the PM said would be sent, to whom and by when. */
export function Promises({ promises }: Pick<DeliveryState, 'promises'>) {
  return (
    <ul className="text-[0.9375rem]">
      {promises.map(({ to, about, dueOn }) => (
        <li key={`${to} ${about} ${dueOn}`} className="py-1.5">
          <span className="block wrap-anywhere">
            {to}: {about}
          </span>
          <span className="text-sm text-soft">by {plainDate(dueOn)}</span>
        </li>
      ))}
    </ul>
  )
}
