import { describe, expect, test } from 'vitest'
import type { Matter } from '#src/domain/matter.ts'
import { suggestedAct } from '#src/domain/proposal.ts'
import {
  aChange,
  aLetter,
  aMilestone,
  aPicture,
  aThread,
  aTicketMatter,
  at,
  standsIn,
} from '../../../tests/fixtures/pictures.ts'
import { ivo, karim, mei, noa } from '../../../tests/fixtures/people.ts'
import type { Picture } from './picture.ts'
import { routineActs } from './routine-acts.ts'

type Over = NonNullable<Parameters<typeof aTicketMatter>[1]>
const suggested = (matters: Matter[], over: Partial<Picture> = {}) =>
  (routineActs(aPicture(matters, over)).acts ?? []).map((each) => suggestedAct.parse(each))
const stale = { fresh: new Set<string>() }

describe('work was begun and nobody is on it', () => {
  const begun = aChange('WTL-4', 'status', { before: 'To Do', after: 'In Progress' })
  const started = (over: Over = {}) =>
    aTicketMatter('WTL-4', { briefs: [begun], unownedSince: begun.at, ...over })

  test('then its ticket is asked whose it is, on the word of the move, and only while that holds', () => {
    const [act] = suggested([started()])
    expect(act).toMatchObject({
      ...{ matterId: 'WTL-4', ref: 'WTL-4', episode: begun.signalId, rule: 'started-without-owner@2' },
      premise: { key: 'WTL-4', status: 'In Progress', flagged: false, unowned: true },
      payload: {
        kind: 'jira_comment',
        // The mark is put under it as it goes: src/executor/hands/jira-hands.test.ts.
        text: expect.stringMatching(/nobody is assigned to it\. Please assign whoever is working on it\.$/),
      },
    })
    standsIn(aPicture([started()]), act?.evidence ?? [])
  })

  test.each<[string, Matter[], Partial<Picture>]>([
    ['when somebody is on it', [started({ unownedSince: null })], {}],
    ['when it waits in a queue', [started({ ticket: { status: 'Selected for Development' } })], {}],
    ['when it is blocked, which is a decision', [started({ ticket: { flagged: true } })], {}],
    ['when nothing about it is new', [started()], stale],
    [
      'when only a comment is new',
      [started({ briefs: [begun, aChange('WTL-4', 'comment', { text: 'Nice' })] })],
      { fresh: new Set([aChange('WTL-4', 'comment', { text: 'Nice' }).signalId]) },
    ],
  ])('nothing is said %s', (_, matters, over) => {
    expect(suggested(matters, over)).toEqual([])
  })
})

describe('a story comes into a milestone that is near, without acceptance criteria', () => {
  const into = aChange('WTL-8', 'other', {
    after: 'Ward three live',
    text: 'Fix Version: none → Ward three live',
  })
  const story = (over: Over['ticket'] = {}, day = '2028-01-05') =>
    aTicketMatter('WTL-8', {
      briefs: [into],
      ticket: { hasCriteria: false, versions: [aMilestone('Ward three live', day)], ...over },
    })

  test('then its ticket is asked for them, once for the milestone', () => {
    const [act] = suggested([story()])
    expect(act).toMatchObject({
      ...{ episode: 'Ward three live', evidence: [{ text: into.text }] },
      payload: {
        kind: 'jira_comment',
        key: 'WTL-8',
        text: expect.stringContaining('due Wed 5 Jan, and has no acceptance criteria'),
      },
    })
  })

  test.each<[string, Matter]>([
    ['when it has some', story({ hasCriteria: true })],
    ['when it is a bug', story({ issueType: 'Bug' })],
    ['when the milestone is far', story({}, '2028-03-01')],
    ['when the milestone has gone by', story({}, '2027-12-10')],
  ])('nothing is said %s', (_, matter) => {
    expect(suggested([matter])).toEqual([])
  })
})

describe('somebody asks by mail for a ticket on which nothing has moved for a fortnight', () => {
  const assignee = { accountId: 'm', name: mei.name, email: 'Mei.Tan@wattle.example' }
  const idle = (over: Over['ticket'] = {}) =>
    aTicketMatter('WTL-5', {
      title: 'Ward map',
      ticket: { assignee, changedAt: at('2027-11-26 09:00'), ...over },
    })
  const asks = (over: Parameters<typeof aLetter>[1] = {}, text = 'Good day. When can WTL-5 be there?') =>
    aThread(aLetter(text, { from: karim, thread: 'map', ...over }))

  test('then whoever has it is asked by mail, with who asks and since when it lies', () => {
    const matters = [idle(), asks()]
    const [act] = suggested(matters)
    expect(act).toMatchObject({
      ...{ rule: 'stale-and-asked@1', episode: at('2027-11-26 09:00'), matterId: 'WTL-5' },
      payload: { kind: 'email_stakeholder', to: [mei.id], cc: [], subject: 'WTL-5: Ward map', replyTo: null },
    })
    expect(act?.payload).toMatchObject({
      text: expect.stringContaining(
        'Karim Haddad asks for WTL-5 (Ward map); it is unchanged since Fri 26 Nov.',
      ),
    })
    standsIn(aPicture(matters), act?.evidence ?? [])
  })

  test('given two who ask, then the episode is one: it is sent once', () => {
    const again = asks({ thread: 'map2', from: ivo })
    expect(new Set(suggested([idle(), asks(), again]).map(({ episode, rule }) => rule + episode)).size).toBe(
      1,
    )
  })

  test.each<[string, Matter[], Partial<Picture>]>([
    ['when it moved last week', [idle({ changedAt: at('2027-12-06 09:00') }), asks()], {}],
    ['when it is done', [idle({ statusCategory: 'done' }), asks()], {}],
    ['when nobody has it', [idle({ assignee: null }), asks()], {}],
    ['when whoever has it asks', [idle(), asks({ from: mei })], {}],
    ['when it is the PM’s own', [idle({ assignee: { ...assignee, email: noa.id } }), asks()], {}],
    ['when a machine names it', [idle(), asks({ kind: 'mail_automatic' })], {}],
    ['when no ticket is named', [idle(), asks({}, 'When can the ward map be there?')], {}],
    ['when the mail is old', [idle(), asks()], stale],
  ])('nobody is written to %s', (_, matters, over) => {
    expect(suggested(matters, over)).toEqual([])
  })
})
