import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escalationDraft } from '#src/domain/escalation.ts'
import { documentUpdate, suggestedAct } from '#src/domain/proposal.ts'
import {
  aChange,
  aLetter,
  aMilestone,
  aPicture,
  aSprint,
  aThread,
  aTicketMatter,
  at,
  noDocuments,
  standsIn,
} from '../../../tests/fixtures/pictures.ts'
import { beatrix, ivo, karim, mei, noa } from '../../../tests/fixtures/people.ts'
import type { Picture } from './picture.ts'
import { consult } from './playbooks.ts'

type Words = { title: string; said: string; subject: string; name: string; status: string }

/** A project in which every playbook has something to say, in words that people chose. */
function aBusyPicture({ title, said, subject, name, status }: Words): Picture {
  const round = aSprint('7', '2027-12-06', { name })
  const live = aMilestone(name, '2027-12-17')
  const mei1 = { accountId: 'm', name: mei.name, email: mei.id }
  const letter = (text: string, thread: string, over: Parameters<typeof aLetter>[1] = {}) =>
    aThread(aLetter(`${said}\n${text} ${said}`, { from: karim, thread, title: subject, ...over }))
  const done = (id: string, start: string) =>
    aTicketMatter(id, {
      title,
      ticket: { statusCategory: 'done', points: 20, sprints: [aSprint(id, start)] },
    })
  const flag = aChange('WTL-4', 'flag', { after: 'Impediment' })
  const talk = aChange('WTL-4', 'comment', { text: said, occurredAt: at('2027-12-07 10:00') })
  const begun = aChange('WTL-4', 'status', { before: status, after: 'In Progress' })
  const closed = aChange('WTL-6', 'status', { before: status, after: 'Done' })
  const late = { ...round, joinedAt: at('2027-12-08 10:00') }
  return aPicture([
    done('WTL-51', '2027-11-08'),
    done('WTL-52', '2027-11-22'),
    aTicketMatter('WTL-4', {
      title,
      briefs: [begun, flag, talk],
      unownedSince: at('2027-12-08 10:00'),
      ticket: { flagged: true, points: 30, versions: [live], blocks: ['WTL-6'] },
    }),
    aTicketMatter('WTL-5', {
      title,
      ticket: {
        assignee: mei1,
        changedAt: at('2027-11-12 09:00'),
        points: 30,
        sprints: [round],
        versions: [live],
      },
    }),
    aTicketMatter('WTL-6', { title, briefs: [closed], ticket: { statusCategory: 'done', status } }),
    aTicketMatter('WTL-8', {
      title,
      unownedSince: at('2027-12-12 10:00'),
      briefs: [aChange('WTL-8', 'status', { before: 'To Do', after: 'Doing' })],
      ticket: { status: 'Doing', points: 40, sprints: [late], hasCriteria: false, dueDateMoves: 2 },
    }),
    letter('The interface will be switched off on 28 December.', 'end', { from: ivo }),
    letter('WTL-4: without a name by Friday the visit goes to another clinic.', 'visit', { from: ivo }),
    letter('Will it open?', 'ask', { from: beatrix }),
    letter('When can WTL-5 be there?', 'stale'),
    letter('WTL-6 is not working.', 'broken'),
    letter('The law says: WTL-8 must be required by law.', 'law'),
    letter('You will have it by 9 December.', 'rota', {
      from: noa,
      to: [karim],
      sent: true,
      occurredAt: at('2027-12-06 10:00'),
    }),
    letter('The day has passed.', 'rota'),
  ])
}

const plain: Words = {
  title: 'Label printer',
  said: 'Good day.',
  subject: 'Ward three',
  name: 'Ward three',
  status: 'To Do',
}
const words = fc.string({ unit: 'grapheme', maxLength: 400 })
const some = fc.oneof(
  words,
  fc.constantFrom(
    'WTL-4',
    'by 31 December',
    '…',
    '\u{1F9EA}'.repeat(90),
    'a'.repeat(200),
    '. . .',
    '\n\n',
    'must be. '.repeat(40),
  ),
)
/** Jira names a sprint, a version and a status with something. */
const named = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })

describe('all playbooks together', () => {
  test('in plain words each of them speaks, and none stumbles', () => {
    const { findings, problems } = consult(aBusyPicture(plain), noDocuments)
    expect(problems).toEqual([])
    expect(findings.drafts.map(({ rule }) => rule.split('@')[0]).sort()).toEqual([
      ...['blocked-without-owner', 'milestone-slip', 'outside-deadline', 'promise-past', 'scope-in-sprint'],
      ...['sources-contradict', 'sponsor-question'],
    ])
    expect(findings.acts.map(({ rule }) => rule.split('@')[0]).sort()).toEqual([
      'stale-and-asked',
      'started-without-owner',
    ])
    expect(new Set(findings.updates.map(({ artefactType }) => artefactType))).toEqual(
      new Set(['raid_log', 'delivery_state', 'backlog_summary']),
    )
  })

  test('whatever people call and write things, what they draft fits the schema, is well formed, and its quotes stand', () => {
    fc.assert(
      fc.property(
        fc.record({ title: some, said: some, subject: some, name: named, status: named }),
        (said) => {
          const picture = aBusyPicture(said)
          const { findings, problems } = consult(picture, noDocuments)
          expect(problems).toEqual([])
          for (const draft of findings.drafts) {
            expect(escalationDraft.safeParse(draft).error, draft.rule).toBeUndefined()
            standsIn(picture, draft.facts)
          }
          for (const act of findings.acts) expect(suggestedAct.safeParse(act).error, act.rule).toBeUndefined()
          for (const update of findings.updates)
            expect(documentUpdate.safeParse(update).error, update.rule).toBeUndefined()
          standsIn(
            picture,
            findings.acts.flatMap(({ evidence }) => evidence),
          )
          standsIn(
            picture,
            findings.updates.flatMap(({ changes }) => changes.flatMap(({ evidence }) => evidence)),
          )
          expect(JSON.stringify(findings).isWellFormed()).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  }, 30_000)

  test('asked twice about the same picture, they say the same', () => {
    expect(consult(aBusyPicture(plain), noDocuments)).toEqual(consult(aBusyPicture(plain), noDocuments))
  })

  test('mail only goes to people of the register, whatever addresses stand in texts', () => {
    const picture = aBusyPicture({
      ...plain,
      said: 'Write to board@wattle-hr.example and eve@labline-billing.example.',
    })
    const { findings } = consult(picture, noDocuments)
    const acts = [
      ...findings.drafts.flatMap(({ options }) => options.flatMap((each) => each.acts)),
      ...findings.acts,
    ]
    const to = acts.flatMap(({ payload }) => ('to' in payload ? [...payload.to, ...payload.cc] : []))
    expect(to.length).toBeGreaterThan(4)
    expect(to.filter((id) => !picture.people.some((person) => person.id === id))).toEqual([])
  })

  test('an empty project says nothing at all', () => {
    expect(consult(aPicture([]), noDocuments)).toEqual({
      findings: { drafts: [], over: [], acts: [], updates: [] },
      problems: [],
    })
  })

  test('one that cannot cope is named, and the others go on', () => {
    const picture = aBusyPicture(plain)
    const workingHours = { ...picture.desk.workingHours, from: '22:00', to: '06:00' }
    const desk = { ...picture.desk, workingHours }
    const { problems, findings } = consult({ ...picture, desk }, noDocuments)
    expect(problems).toContainEqual(
      expect.stringMatching(/^blocked without owner: No \d+ working minutes|working/),
    )
    expect(findings.updates.length).toBeGreaterThan(0)
  })

  test('what can not be stored is left out and named, and the rest goes on', () => {
    const before = consult(aBusyPicture(plain), noDocuments).findings.drafts.length
    const { matters, ...picture } = aBusyPicture(plain)
    const oddly = { from: ivo, thread: 'odd', occurredAt: '2027-12-12T10:00:00+01:00' }
    const odd = aThread(aLetter('The printers will not be here before the 24th.', oddly))
    const { problems, findings } = consult({ ...picture, matters: [...matters, odd] }, noDocuments)
    expect(problems).toEqual([expect.stringMatching(/^trouble that is told: [^]*Invalid/)])
    expect(findings.drafts).toHaveLength(before)
  })
})
