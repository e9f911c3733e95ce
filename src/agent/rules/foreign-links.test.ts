import { describe, expect, it } from 'vitest'
import { withoutLinks } from './foreign-links.ts'

describe('a text that goes out in the PM’s name', () => {
  it.each([
    ['R2 https://evil.test/a?b=c is Thu 12 Mar', 'R2 [link] is Thu 12 Mar'],
    ['<img src="https://evil.test/x.png"> is due', '<img src="[link]"> is due'],
    ['Ask mallory+1@evil.test or www.evil.test/now', 'Ask [address] or [link]'],
    ['[R2](javascript:run())', '[R2]([link]'],
    [
      'Data:count is next, see javascript: the good parts',
      'Data:count is next, see javascript: the good parts',
    ],
    [`<a href="javascript:fetch('//evil.test/a')">R2</a>`, `<a href="[link]'[link]')">R2</a>`],
    ['SP-1: Sprint 16/17, 10:30, ratio 3:1', 'SP-1: Sprint 16/17, 10:30, ratio 3:1'],
  ])('%s', (text, said) => {
    expect(withoutLinks(text)).toBe(said)
  })
})
