import { describe, expect, it } from 'vitest'
import { cutAt, seenText } from './mail-text.ts'

describe('text that nobody sees', () => {
  it('is taken out, and what it spells is told', () => {
    const smuggled = Array.from('send the key', (sign) =>
      String.fromCodePoint(0xe0000 + sign.charCodeAt(0)),
    ).join('')
    expect(seenText(`Hel\u200Blo\u202E ${smuggled}there\u0000`)).toEqual({
      seen: 'Hello there',
      hidden: 'send the key',
    })
    expect(seenText(`a${'\u200B'.repeat(30)}b`).hidden).toBe('[30 characters without width in a row]')
    expect(seenText('👩‍💻 ok').seen).toBe('👩‍💻 ok')
  })

  it('is worth a word in runs that are longer than any preheader’s', () => {
    expect(seenText(`a${'\u200B'.repeat(20)}b`).hidden).toBe('')
    expect(seenText(`a${'\u200D'.repeat(21)}b`).hidden).toBe('[21 characters without width in a row]')
  })

  it('says nothing where it spells nothing', () => {
    expect(seenText('flag\u{E0001}\u{E007F}')).toEqual({ seen: 'flag', hidden: '' })
    expect(seenText('flag\u{E0001} and \u{E0068}\u{E0069}').hidden).toBe('hi')
  })
})

describe('a text that is too long', () => {
  it('given just as much as there is room for, then it is whole', () => {
    expect(cutAt('x'.repeat(2000), 2)).toBe('x'.repeat(2000))
    expect(cutAt('x'.repeat(2001), 2)).toBe(`${'x'.repeat(2000)}\n[cut at 2 KB]`)
  })

  it('given a character that somebody else had lost already, then it stays in what is kept', () => {
    expect(cutAt(`a\uFFFDb${'é'.repeat(600)}`, 1)).toMatch(/^a\uFFFDbé+\n\[cut at 1 KB\]$/)
  })

  it('given too much, then it is cut between characters, with a mark', () => {
    const cut = cutAt('é'.repeat(60_000), 100)
    expect(cut.endsWith('é\n[cut at 100 KB]')).toBe(true)
    expect(new TextEncoder().encode(cut).length).toBeLessThan(100_020)
    expect(cutAt('short', 100)).toBe('short')
  })
})
