/** First in a form of several buttons: Enter in one of its fields presses this, which is none, and not the first of them. */
export function NoEnter() {
  return <button type="submit" disabled hidden aria-hidden tabIndex={-1} />
}
