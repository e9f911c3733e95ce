import { describe, expect, test } from 'vitest'
import { escalationDraft } from '#src/domain/escalation.ts'
import { boardSprint } from '#src/domain/jira-issue.ts'
import type { Matter } from '#src/domain/matter.ts'
import {
  aLetter,
  aMilestone,
  aPicture,
  aSprint,
  aThread,
  aTicketMatter,
  at,
  standsIn,
} from '../../../tests/fixtures/pictures.ts'
import { aPerson, ivo, jonas } from '../../../tests/fixtures/people.ts'
import { outsideDeadline } from './outside-deadline.ts'

const live = aMilestone('Ward three live', '2028-01-10')
const ward = aTicketMatter('WTL-1', { title: 'Screens on ward three', ticket: { versions: [live] } })
const swap = aTicketMatter('WTL-7', {
  ...{ title: 'Colours of the dashboard' },
  ticket: { statusCategory: 'new', status: 'To Do', points: 3, sprints: [aSprint('8', '2027-12-20')] },
})
const work = (sprint = 'none') =>
  aTicketMatter('WTL-9', {
    title: 'Orders by the new Labline interface',
    ticket: {
      status: 'To Do',
      statusCategory: 'new',
      ...(sprint === 'none' ? {} : { sprints: [aSprint('8', sprint)] }),
    },
  })
const says = (text: string, over: Parameters<typeof aLetter>[1] = {}) =>
  aThread(aLetter(text, { from: ivo, thread: 'old', title: 'Labline interface, version one', ...over }))
const ends = 'Dear Noa. The old interface for orders will be switched off on Monday 31 January. Regards'
const found = (...matters: Matter[]) => outsideDeadline(aPicture([ward, ...matters]))

test('in a project without milestones, the day of a ticket is what it hits', () => {
  const dated = aTicketMatter('WTL-1', { title: 'Screens on ward three', ticket: { dueDate: '2028-01-10' } })
  const { drafts = [] } = outsideDeadline(aPicture([dated, work(), says(ends)]))
  expect(drafts.map(({ title }) => title)).toEqual(['old interface for orders ends 21 days after WTL-1'])
})

describe('somebody outside ends something soon after a milestone', () => {
  test('given work that is not planned, then it goes into the next sprint, or after the milestone, or more time is asked for', () => {
    const matters = [work(), swap, says(ends)]
    const { drafts = [], updates = [] } = found(...matters)
    const draft = escalationDraft.parse(drafts[0])
    expect(draft).toMatchObject({
      ...{ title: 'old interface for orders ends 21 days after Ward three live', matterId: 'WTL-9' },
      ...{
        whyNow: 'Ivo Petrov names Mon 31 Jan; the work for it is not planned.',
        recommendation: { optionId: 'A' },
      },
      decideBy: at('2027-12-16 12:00'),
    })
    expect(draft.options.map(({ name }) => name)).toEqual([
      'Ask for WTL-9 in Round 8, WTL-7 out',
      'Do it between Ward three live and Mon 31 Jan',
      'Ask Ivo Petrov for more time',
    ])
    expect(draft.options.map((each) => each.acts.map(({ payload }) => payload.kind))).toEqual([
      ['jira_comment', 'jira_comment'],
      ['jira_comment', 'artefact_update'],
      ['email_external'],
    ])
    expect(draft.facts[0]?.text).toBe(
      'The old interface for orders will be switched off on Monday 31 January.',
    )
    standsIn(aPicture(matters), draft.facts)
    expect(updates).toMatchObject([
      {
        artefactType: 'raid_log',
        changes: [{ op: 'add', item: { id: 'dependency-WTL-9', dueAt: at('2028-01-31 12:00') } }],
      },
    ])
  })

  test('given a sprint on the board that holds nothing yet, then that is the one it is asked into', () => {
    const empty = boardSprint.parse(aSprint('9', '2028-01-03'))
    const picture = { ...aPicture([ward, work(), says(ends)]), board: [empty] }
    const { drafts = [] } = outsideDeadline(picture)
    expect(drafts[0]?.options[0]?.name).toBe('Ask for WTL-9 in Round 9')
  })

  test('given no ticket for it, then one is to be opened, with what was written, and it is kept as a risk', () => {
    const { drafts = [] } = found(says(ends))
    const [opened, risk] = drafts[0]?.options[0]?.acts ?? []
    expect(drafts[0]).toMatchObject({ matterId: 'thread-old', options: [{ id: 'A' }, { id: 'B' }] })
    expect(risk?.payload.kind).toBe('artefact_update')
    expect(opened?.payload).toMatchObject({
      ...{ kind: 'jira_create_ticket', project: 'WTL' },
      title: 'Be ready for the end of old interface for orders on Mon 31 Jan',
      text: expect.stringContaining(
        '"The old interface for orders will be switched off on Monday 31 January."',
      ),
    })
  })

  test('given no ticket for it and a tracker in which none can be opened, then somebody else has to', () => {
    const elsewhere = { ...ward, briefs: ward.briefs.map((each) => ({ ...each, source: 'asana' as const })) }
    const { drafts = [] } = outsideDeadline(aPicture([elsewhere, says(ends)]))
    expect(drafts[0]?.options[0]?.acts.map(({ payload }) => payload.kind)).toEqual(['artefact_update'])
  })

  test('given the planning at the end of the running sprint, then it is decided before that', () => {
    const running = aTicketMatter('WTL-3', { ticket: { sprints: [aSprint('7', '2027-12-06')] } })
    expect(found(running, work(), says(ends)).drafts?.[0]).toMatchObject({
      ...{
        decideBy: at('2027-12-17 12:00'),
        decideByWhy: 'Round 7 ends that day: what comes next is planned then.',
      },
    })
  })

  test('given a newer mail with another day, then that is another question about the same work', () => {
    const later = aLetter('The old interface for orders will be switched off on 15 February instead.', {
      ...{ from: ivo, thread: 'old', title: 'Labline interface', occurredAt: at('2027-12-13 08:30') },
    })
    const { drafts = [] } = found(work(), says(ends), aThread(later))
    expect(drafts.map(({ episode }) => episode)).toEqual(['2028-02-15'])
  })
})

describe('nothing is asked', () => {
  test.each<[string, Matter[]]>([
    ['when one of the team says it', [work(), says(ends, { from: jonas })]],
    [
      'when a stranger says it',
      [work(), says(ends, { from: aPerson('Eve Low', { id: 'eve@elsewhere.example' }) })],
    ],
    ['when it names no day', [work(), says('The old interface will be switched off one day.')]],
    ['when the day has gone by already', [work(), says('The old interface was switched off on 1 December.')]],
    [
      'when the day lies long after every milestone',
      [work(), says('The old interface will be switched off on 30 April.')],
    ],
    ['when nothing ends', [work(), says('The invoice for the interface is due on 31 January.')]],
    ['when it is a newsletter', [work(), says(ends, { kind: 'mail_bulk' })]],
  ])('%s', (_, matters) => {
    expect(found(...matters)).toMatchObject({ drafts: [], over: [] })
  })

  test('but a plan from before the day moved does not count', () => {
    const moved = 'It was announced for June. The interface will be switched off on 31 January.'
    expect(found(work('2027-12-20'), says(moved)).drafts).toHaveLength(1)
  })

  test('when the work stands in a sprint that ends before it; and that answers the question', () => {
    expect(found(work('2027-12-20'), says(ends))).toMatchObject({
      ...{
        drafts: [],
        over: [{ matterId: 'WTL-9', because: 'WTL-9 is in Round 8, which ends before Mon 31 Jan.' }],
      },
    })
  })
})
