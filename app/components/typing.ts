/** Ticked or picked, not written into. */
const TICKED = ['radio', 'checkbox']

/** A letter typed into a line of text is no command. */
function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLInputElement && !TICKED.includes(target.type)
}

/** For keys that work wherever the focus is, unless somebody is writing. */
export const EVERYWHERE = { enableOnFormTags: ['input'] as const, ignoreEventWhen: isTyping }
