import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openJournal } from './journal.ts'

const record = { kind: 'property', at: '2021-09-01T00:00:00.000Z', issueId: '1', id: 'a', value: 7 } as const
let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
  file = join(folder, 'deep', 'jira.jsonl')
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('the journal of writes', () => {
  it('keeps what was written over a restart, by issue', () => {
    openJournal(file).add(record)
    const again = openJournal(file)
    again.add({ ...record, issueId: '2' })
    expect(openJournal(file).all()).toEqual([record, { ...record, issueId: '2' }])
    expect(openJournal(file).of('2')).toHaveLength(1)
    expect(openJournal(undefined).all()).toEqual([])
  })

  it('drops a last line that a kill cut short, and goes on', () => {
    openJournal(file).add(record)
    appendFileSync(file, '{"kind":"prop')
    openJournal(file).add({ ...record, id: 'b' })
    expect(
      openJournal(file)
        .all()
        .map((it) => it.id),
    ).toEqual(['a', 'b'])
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3)
  })

  it('names the file and line of any other damage', () => {
    openJournal(file).add(record)
    writeFileSync(file, 'nonsense\n')
    expect(() => openJournal(file)).toThrow(`${file}, line 1 is damaged`)
  })
})
