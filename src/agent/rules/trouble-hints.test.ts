import { describe, expect, test } from 'vitest'
import type { Person } from '#src/domain/person.ts'
import { troubleOf, troubleOnTicket } from './trouble.ts'

const from = (who: Person['class']) => ({ class: who })

describe('what is wrong without a set phrase is heard by what comes together', () => {
  test.each<[Person['class'], string]>([
    ['stakeholder', 'The nurses refuse to use the tablets until the glove problem is solved.'],
    ['stakeholder', 'Some patients now get two letters for the same appointment.'],
    ['stakeholder', 'Since April the law wants a signature on every handover. Your form has none.'],
    ['external', 'From 1 July we have to charge 14 percent more for the same hours.'],
    ['external', 'We can give you two people instead of four in June.'],
    ['sponsor', 'I have told the mayor that the app will speak Welsh too.'],
    ['team', 'The log files hold full card numbers, everybody can read them.'],
    ['stakeholder', 'Seit heute früh fällt der Server alle zehn Minuten aus, anmelden kann sich niemand.'],
    ['stakeholder', 'No voy a firmar el acta mientras falten las pruebas.'],
    ['stakeholder', 'Depuis hier les étiquettes sortent avec le mauvais prix.'],
  ])('from the %s: "%s"', (who, text) => {
    expect(troubleOf(text, from(who))).toBeDefined()
  })

  test.each<[Person['class'], string]>([
    ['stakeholder', 'The page looks grand, my mother managed it without her glasses. No notes.'],
    ['team', 'All four are in the store since Friday night, no crashes so far.'],
    ['team', 'The importer takes the sample in nine seconds, no rows refused.'],
    ['external', 'Many thanks, we received everything.'],
    ['external', 'The certificate is needed no later than Friday.'],
  ])('and what only sounds so is not, from the %s: "%s"', (who, text) => {
    expect(troubleOf(text, from(who))).toBeUndefined()
  })

  test('on a ticket it takes more, as from the team', () => {
    expect(troubleOnTicket('Not sure about the wording.')).toBeUndefined()
    expect(
      troubleOnTicket('The supplier refuses to send it, and nobody has called since Monday.'),
    ).toBeDefined()
  })
})
