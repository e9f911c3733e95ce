/** Collects text the way a page sets it: space runs are one space, blocks begin a line, never two blank lines. */
export type TextWriter = {
  write(text: string, keepsSpace: boolean): void
  /** As a block does: that many line ends, unless they are there. */
  breakLine(ends: number): void
  /** As `<br>` does: one more line end. */
  newLine(): void
  /** A text of its own line. */
  line(text: string): void
  text(): string
}

/** An empty one. */
export function textWriter(): TextWriter {
  const pieces: string[] = []
  let pending = 0
  let space = false
  let begun = false
  const put = (text: string) => {
    if (pending > 0 && begun) pieces.push('\n'.repeat(Math.min(pending, 2)))
    else if (space && begun) pieces.push(' ')
    pieces.push(text)
    pending = 0
    space = false
    begun = true
  }
  const writer: TextWriter = {
    write: (text, keepsSpace) => {
      if (keepsSpace) {
        for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
          if (index > 0) writer.newLine()
          if (line.trim() !== '') put(line.trimEnd())
        }
        return
      }
      const words = text.replace(/[\s\u00a0]+/g, ' ')
      const isBlankLine = words.trim() === '' && text.includes('\u00a0') && pending > 0
      if (isBlankLine) pending = 2
      if (words.startsWith(' ')) space = true
      if (words.trim() === '') return
      put(words.trim())
      space = words.endsWith(' ')
    },
    breakLine: (ends) => {
      pending = Math.max(pending, ends)
    },
    newLine: () => {
      pending += 1
    },
    line: (text) => {
      if (text === '') return
      writer.breakLine(1)
      put(text)
      writer.breakLine(1)
    },
    text: () => pieces.join(''),
  }
  return writer
}
