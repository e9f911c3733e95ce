/** Asana keeps no property beside a comment, so the act's id is its last line, where people can read it too. */
export function withMark(text: string, actId: string): string {
  return `${text.trimEnd()}\n\n[act ${actId}]`
}

/** The act named in a comment's last line. Anybody can write such a line: the caller looks at who did. */
export function actIn(text: string): string | null {
  return /(?:^|\n)\[act ([^\]\s]+)\]\s*$/.exec(text)?.[1] ?? null
}
