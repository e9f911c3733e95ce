type Edited = { actIndex: number; text: string; subject?: string | undefined }

/** The name of the field that holds the text, or the subject, of an option's draft. */
export function draftField(what: 'text' | 'subject', optionId: string, actIndex: number): string {
  return `${what}-${optionId}-${actIndex}`
}

/** The drafts of an option as a form holds them; one emptied is taken as it was drafted. */
export function draftsIn(form: Record<string, unknown>, optionId: string): Edited[] {
  const start = draftField('text', optionId, 0).slice(0, -1)
  return Object.entries(form).flatMap(([name, value]): Edited[] => {
    if (!name.startsWith(start) || typeof value !== 'string' || value.trim() === '') return []
    const actIndex = Number(name.slice(start.length))
    const subject = form[draftField('subject', optionId, actIndex)]
    const given = typeof subject === 'string' && subject.trim() !== '' ? { subject: subject.trim() } : {}
    return [{ actIndex, text: value.replaceAll('\r\n', '\n').trim(), ...given }]
  })
}
