/** The first `length` characters of a text, but never half of a pair: half an emoji can't be stored. */
export function clip(text: string, length: number): string {
  const last = text.charCodeAt(length - 1)
  const halfPair = last >= 0xd800 && last <= 0xdbff
  return text.slice(0, halfPair ? length - 1 : length)
}
