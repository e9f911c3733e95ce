import type { FocusEvent } from 'react'

/** Where one types: the same before the list has come and after, so that nobody sees the one take over from the other. */
export const inputProps = {
  autoFocus: true,
  placeholder: 'A decision, a document, a ticket… or: comment on HRB-118',
  className:
    'min-h-13 w-full border-b border-line bg-sheet px-4 text-base outline-none placeholder:text-soft',
  /** What has been typed already goes on at its end. */
  onFocus: ({ target }: FocusEvent<HTMLInputElement>) =>
    target.setSelectionRange(target.value.length, target.value.length),
}
