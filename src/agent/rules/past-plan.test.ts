import { describe, expect, test } from 'vitest'
import { aMilestone, aTicketMatter } from '../../../tests/fixtures/pictures.ts'
import { laterThanPlanned, namesNearDays } from './past-plan.ts'

const AT = '2027-12-06T08:00:00.000Z'
const planned = aTicketMatter('WTL-4', {
  ticket: { dueDate: '2027-12-10', versions: [aMilestone('Live', '2028-01-10')] },
})
const late = (text: string, ticket = planned) => laterThanPlanned({ text, at: AT }, ticket, 'UTC')

describe('a day after the planned one', () => {
  test('is told by the sentence that names it', () => {
    expect(late('The city has answered. We are welcome from Monday 20 December.')).toBe(
      'We are welcome from Monday 20 December.',
    )
  })

  test.each([
    ['it is planned for the milestone', 'We meet on 10 January.'],
    ['it is a day or two later', 'We come on 11 December.'],
    ['it is far off', 'The next fair is on 20 June 2028.'],
    ['it is asked', 'Would 20 December suit you?'],
    ['it is told as done', 'All of it was delivered on 20 December.'],
    ['it is how long there is time', 'All has to be closed by 20 December.'],
    ['it is before', 'We come on 8 December.'],
  ])('not where %s', (_, text) => {
    expect(late(text)).toBeUndefined()
  })

  test('what begins before the planned day and lasts beyond it is in the way', () => {
    expect(late('Our assessor is on leave from 8 until 20 December.')).toBeDefined()
  })

  test('a day later is one where a milestone lies between', () => {
    const near = aTicketMatter('WTL-4', {
      ticket: { dueDate: '2027-12-10', versions: [aMilestone('Live', '2027-12-10')] },
    })
    expect(late('We come on 11 December.', near)).toBeDefined()
  })

  test('what has no day of its own is held against its milestone, and what has none against nothing', () => {
    const free = aTicketMatter('WTL-4', { ticket: { dueDate: null, versions: [] } })
    const ofMilestone = aTicketMatter('WTL-4', {
      ticket: { dueDate: null, versions: [aMilestone('Live', '2027-12-15')] },
    })
    expect(late('We come on 20 December.', ofMilestone)).toBeDefined()
    expect(late('We come on 20 December.', free)).toBeUndefined()
  })
})

test('one day for the next is no slip', () => {
  expect(namesNearDays('I need until Thursday rather than Wednesday.', AT, 'UTC')).toBe(true)
  expect(namesNearDays('It comes on 20 December, not on the 10th.', AT, 'UTC')).toBe(false)
  expect(namesNearDays('It comes on Thursday.', AT, 'UTC')).toBe(false)
})
