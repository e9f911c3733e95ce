import { describe, expect, test } from 'vitest'
import type { Person } from '#src/domain/person.ts'
import { heavyComment, heavyMail } from './weighing.ts'

const mail = (text: string, title = 'Kiln') => ({ title, text })
const from = (who: Person['class']) => ({ class: who })

describe('small words together weigh what no phrase says', () => {
  test.each<[Person['class'], string]>([
    [
      'external',
      'We are not quite happy with the glaze. They would rather keep the pots, but that is up to you.',
    ],
    ['external', 'Leider nimmt die Töpferei nur noch kleine Posten an. Wie machen wir weiter?'],
    [
      'stakeholder',
      'Honestly, nobody has asked the potters. They still fire by hand, but the old kiln has cracked.',
    ],
    ['team', 'I am afraid the kiln still only reaches 900, but they told us 1200 and nobody knows how.'],
  ])('in a mail from the %s: "%s"', (who, text) => {
    expect(heavyMail(mail(text), from(who))).toBeDefined()
  })

  test.each<[Person['class'], string]>([
    ['external', 'The kiln arrived and is up. Thank you, all good.'],
    ['stakeholder', 'The potters are happy with the glaze.'],
    ['team', 'Kiln two is not lit yet, tomorrow then.'],
    ['team', 'They want it in this sprint, but nobody has asked us and I am afraid they still will not.'],
  ])('not in a mail from the %s: "%s"', (who, text) => {
    expect(heavyMail(mail(text), from(who))).toBeUndefined()
  })

  test('a long mail is not the heavier for its length, and what goes well takes from it', () => {
    const sad = 'Honestly, they still want it without glaze, but nobody says why.'
    const well = 'The kiln is up. The clay has arrived and all is fine.'
    expect(heavyMail(mail(sad), from('external'))).toBeDefined()
    expect(heavyMail(mail(`${sad} ${well}`), from('external'))).toBeUndefined()
  })

  test('the team weighs less where it answers, and nothing where it speaks of the plan', () => {
    const text = 'They still want blue, but nobody says why.'
    expect(heavyMail(mail(text), from('team'))).toBeDefined()
    expect(heavyMail(mail(text, 'Re: Kiln'), from('team'))).toBeUndefined()
    expect(heavyMail(mail(text, 'Sprint 4 plan'), from('team'))).toBeUndefined()
  })

  test('it quotes the sentence that says most, and the kind is what hints say, or that an answer is wanted', () => {
    const text = 'Greetings from the pottery. They do not want the blue one, but nobody says why. See you.'
    expect(heavyMail(mail(text), from('external'))).toMatchObject({
      sentence: 'They do not want the blue one, but nobody says why.',
    })
  })
})

describe('on a ticket', () => {
  const text = 'The pottery says the glaze is not theirs.'
  test('it takes less where the work is urgent, and more where it is not', () => {
    expect(heavyComment(text, 'High')).toBeDefined()
    expect(heavyComment(text, 'Low')).toBeUndefined()
  })

  test.each(['I will send the glaze tomorrow, they do not want it before.', `${text} No rush.`])(
    'what is promised or can wait does not weigh: "%s"',
    (calm) => {
      expect(heavyComment(calm, 'High')).toBeUndefined()
    },
  )

  test.each([
    'Two shelves are up, the third tomorrow.',
    'Glaze mixed and tested.',
    'Regal steht, morgen die Türen.',
  ])('progress is light: "%s"', (calm) => {
    expect(heavyComment(calm, 'High')).toBeUndefined()
  })
})
