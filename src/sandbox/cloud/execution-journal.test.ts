import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openExecutionJournal } from './execution-journal.ts'

let folder = ''
const file = () => join(folder, 'executions.jsonl')
const lines = () => readFileSync(file(), 'utf8').split('\n').filter(Boolean)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('the journal of executions', () => {
  it('given a restart, then it knows what had ended, and nothing more than that is kept', () => {
    writeFileSync(file(), `${JSON.stringify({ name: 'cycle-0', status: 'FAILED', input: { slot: 'x' } })}\n`)
    openExecutionJournal(file()).append({ name: 'cycle-1', status: 'SUCCEEDED' })
    expect(openExecutionJournal(file()).ended).toEqual([
      { name: 'cycle-0', status: 'FAILED' },
      { name: 'cycle-1', status: 'SUCCEEDED' },
    ])
    expect(lines()).toEqual([
      '{"name":"cycle-0","status":"FAILED"}',
      '{"name":"cycle-1","status":"SUCCEEDED"}',
    ])
  })

  it('given more than 500, then opening it keeps the newest', () => {
    const names = Array.from({ length: 750 }, (_, index) => `cycle-${index}`)
    writeFileSync(file(), names.map((name) => `${JSON.stringify({ name, status: 'SUCCEEDED' })}\n`).join(''))
    const { ended } = openExecutionJournal(file())
    expect(ended.map(({ name }) => name)).toEqual(names.slice(-500))
    expect(lines()).toHaveLength(500)
  })

  it('given half a line, as a killed process leaves it, then the rest is read', () => {
    openExecutionJournal(file()).append({ name: 'cycle-1', status: 'SUCCEEDED' })
    appendFileSync(file(), '{"name":"cyc')
    expect(openExecutionJournal(file()).ended.map(({ name }) => name)).toEqual(['cycle-1'])
    expect(lines()).toHaveLength(1)
  })

  it('given no file, then nothing is written', () => {
    const journal = openExecutionJournal(undefined)
    journal.append({ name: 'cycle-1', status: 'SUCCEEDED' })
    expect(journal.ended).toEqual([])
  })
})
