import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BadScenario } from './bad-scenario.ts'
import { readScenario } from './scenario.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scenario-'))
  cpSync('scenarios/sample', folder, { recursive: true })
  mkdirSync(join(folder, 'mail'), { recursive: true })
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const sampleHead = {
  name: 'mine',
  timeZone: 'Europe/London',
  start: '2021-06-18T00:00:00Z',
  end: '2021-12-15T00:00:00+01:00',
  pm: { name: 'Morgan Reid', email: 'morgan.reid@example.com' },
  projects: [{ key: 'SP', name: 'Sample', autonomyLevel: 'monitoring' }],
}

function write(file: string, content: unknown) {
  writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content))
}

function problems() {
  try {
    readScenario(folder)
  } catch (error) {
    if (error instanceof BadScenario)
      return error.problems.map((it) => `${it.file} ${it.path}: ${it.what} ${it.todo}`)
    throw error
  }
  return []
}

describe('a scenario folder', () => {
  it('given the sample, then it is read whole, vendor data untouched', () => {
    const scenario = readScenario(folder)
    expect(scenario.issues.map((issue) => issue.key)).toEqual([
      'SP-1',
      'SP-11',
      'SP-2',
      'SP-5',
      'SP-7',
      'SP-8',
    ])
    expect(scenario.liveFrom).toEqual(new Date('2021-08-28T18:00:00Z'))
    expect(scenario.statuses).toHaveLength(6)
    expect(scenario.expected?.escalations.mustConcern).toEqual(['SP-1', 'SP-5'])
    expect(scenario.issues[0]?.fields).toMatchObject({ summary: 'Create new draft event', workratio: -1 })
    expect(scenario.issues[0]?.changelog?.histories[0]?.items[0]).toMatchObject({ toString: 'Review' })
  })

  it('given only what is required, then the rest has defaults', () => {
    write('scenario.json', sampleHead)
    const { liveFrom, start, tickMinutes, workingHours } = readScenario(folder)
    expect({ liveFrom, tickMinutes, workingHours }).toEqual({
      liveFrom: start,
      tickMinutes: 15,
      workingHours: { from: '08:00', to: '17:30' },
    })
  })
})

describe('a bad scenario folder', () => {
  it('given no folder, then it says so', () => {
    expect(() => readScenario('/no/such/folder')).toThrow(/\/no\/such\/folder.*\n.*no such folder/i)
  })

  it('given no scenario.json, then it names the file', () => {
    rmSync(join(folder, 'scenario.json'))
    expect(problems()).toEqual([
      'scenario.json : This file is missing. See scenarios/README.md for its fields.',
    ])
  })

  it('given several mistakes, then all are listed with file, place and remedy', () => {
    write('scenario.json', { ...sampleHead, timeZone: 'Mars/Olympus', pm: { name: 'Morgan' } })
    write('jira/SP-2.json', { id: '1', key: 'SP-2', fields: { summary: 'No birth' } })
    write('faults.json', [{ at: 'yesterday', target: 'jira', fault: 'gremlin' }])
    write('mail/broken.json', '{ "id": ')
    const found = problems().join('\n')
    expect(found).toContain('scenario.json timeZone: This is not an IANA time zone. Use an IANA name')
    expect(found).toContain('scenario.json pm.email:')
    expect(found).toContain('jira/SP-2.json fields.created:')
    expect(found).toContain('faults.json 0.at:')
    expect(found).toContain('faults.json 0.fault:')
    expect(found).toMatch(/mail\/broken\.json : This is not JSON/)
  })

  it('given an end before its start, then it says so', () => {
    write('scenario.json', { ...sampleHead, end: '2021-01-01T00:00:00Z' })
    expect(problems()).toEqual([
      'scenario.json end: The end is not after the start. Set end to a moment after start.',
    ])
  })

  it.each([
    ['22:00', '06:00'],
    ['08:00', '08:00'],
  ])(
    'given working hours from %s to %s, then it says that they must end later on the same day',
    (from, to) => {
      write('scenario.json', { ...sampleHead, workingHours: { from, to } })
      expect(problems()).toEqual([
        'scenario.json workingHours: workingHours.to must be later than from, on the same day. Use hours such as from 08:00 to 17:30.',
      ])
    },
  )

  it('given an issue twice, then it names key and id', () => {
    cpSync(join(folder, 'jira/SP-1.json'), join(folder, 'jira/SP-1-copy.json'))
    expect(problems()).toEqual([
      'jira : Two files hold issue SP-1. Keep one file per issue.',
      'jira : Two files hold the issue id 10008. Keep one file per issue.',
    ])
  })

  it('given a task of Asana twice, or without what time travel needs, then it says so', () => {
    mkdirSync(join(folder, 'asana'))
    const task = { gid: '12', created_at: '2021-06-18T00:00:00Z', memberships: [] }
    write('asana/1.json', task)
    write('asana/2.json', task)
    expect(problems()).toEqual(['asana : Two files hold task 12. Keep one file per task.'])
    write('asana/2.json', { ...task, gid: 'twelve', stories: [{ gid: '1' }] })
    const found = problems().join('\n')
    expect(found).toContain('asana/2.json gid: Expected a gid, digits only.')
    expect(found).toContain('asana/2.json stories.0.created_at:')
  })
})
