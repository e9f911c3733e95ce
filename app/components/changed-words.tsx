import { diffWordsWithSpace } from 'diff'

/** A text with what was changed in it marked: new words underlined, old ones struck out. Spoken as such, too. */
export function ChangedWords({ before, after }: { before: string; after: string }) {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }, index) => {
    if (added)
      return (
        <ins key={index} className="rounded-sm bg-mark text-ink decoration-2 underline-offset-2">
          {value}
        </ins>
      )
    return removed ? (
      <del key={index} className="text-soft">
        {value}
      </del>
    ) : (
      <span key={index}>{value}</span>
    )
  })
}
