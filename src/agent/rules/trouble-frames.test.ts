import { describe, expect, test } from 'vitest'
import type { Person } from '#src/domain/person.ts'
import { bringsGood, isGood, isOffer } from './mail-good.ts'
import { isFalseAlarm, isLight } from './mail-light.ts'
import { hintsFor } from './tongues.ts'
import { troubleOf } from './trouble.ts'

const from = (who: Person['class']) => ({ class: who })

describe('frames, not set phrases, say what is wrong', () => {
  test.each<[Person['class'], string]>([
    ['external', 'The looms come on 4 March and not 9 February.'],
    ['stakeholder', 'The archive hall is out of bounds, part of the ceiling came loose.'],
    ['stakeholder', 'Our dispatchers are back on paper since the switch.'],
    ['stakeholder', 'Finance claims it is a licence, while Purchasing insists it is a service.'],
    ['stakeholder', 'I do not know whether we may still invite the second group.'],
    ['external', 'We reserve the right to claim damages.'],
    ['external', 'The copper surcharge is not included.'],
    ['sponsor', 'On reflection let us start with the northern depots.'],
    ['sponsor', 'I have told the chamber of commerce that it would be free.'],
    ['stakeholder', 'Dr Hale is stepping down, there is no successor.'],
    ['external', 'Der Estrich ist noch feucht, verlegen können wir frühestens Mitte Mai.'],
    ['stakeholder', 'Der Notausgang im Lager ist mit Paletten verstellt.'],
    ['stakeholder', 'La sortie de secours est condamnée depuis le déménagement.'],
    ['external', 'Le transporteur est en grève, rien ne partira.'],
    ['stakeholder', 'Los auditores exigen otro informe y no lo tenemos.'],
    ['external', 'Il corriere è in sciopero.'],
    ['stakeholder', 'De kassa loopt steeds vast en klanten lopen weg.'],
    ['external', 'O navio está retido no porto.'],
    ['external', 'Prom się zepsuł i stoi w porcie.'],
  ])('from the %s: "%s"', (who, text) => {
    expect(troubleOf(text, from(who))).toBeDefined()
  })

  test.each<[Person['class'], string]>([
    ['external', 'All nine pumps are installed, two days early and without a single leak.'],
    ['stakeholder', 'No injuries and no damage in the drill.'],
    ['team', 'The smoke tests are green.'],
    ['stakeholder', 'The auditor asked a lot and went away happy.'],
    ['external', 'Please find our quote for the extra looms, 3,200 euros, valid for four weeks.'],
    ['external', 'The looms arrived today as agreed.'],
  ])('and what goes well says nothing of it, from the %s: "%s"', (who, text) => {
    expect(troubleOf(text, from(who))).toBeUndefined()
  })

  test('the same words count once, however many families they are of', () => {
    expect(troubleOf('There is nothing.', from('stakeholder'))).toBeUndefined()
  })

  test('the hints of the language that a text is mostly in are looked for', () => {
    expect(hintsFor('No, the crates are here with me.')).toEqual(hintsFor('The crates are on the quay.'))
    expect(hintsFor('Die Kisten sind noch am Kai.')).not.toEqual(hintsFor('The crates are on the quay.'))
  })
})

test.each([
  'The trustees said yes to the annex.',
  'Die Stadt hat den Anbau genehmigt.',
  'Le jury a validé le dossier.',
  'La carga de los planos está terminada.',
  'Il collaudo è concluso con successo.',
  'De oven is opgeleverd.',
  'A câmara aprovou o projeto.',
  'Wniosek został zatwierdzony.',
  'The kiln is nine per cent cheaper than thought, with no rejects.',
])('good news: "%s"', (text) => {
  expect(bringsGood(text)).toBe(true)
})

test('as planned is no trouble, and no news either', () => {
  expect(isGood('We start on Monday as planned.')).toBe(true)
  expect(bringsGood('We start on Monday as planned.')).toBe(false)
})

test.each(['Our quotation for the second kiln, valid until June.', 'Unser Angebot für den Ofen.'])(
  'an offer: "%s"',
  (text) => {
    expect(isOffer(text)).toBe(true)
  },
)

test.each([
  'The choir meets on Tuesday.',
  'Am Freitag ist Sommerfest.',
  'Joyeux anniversaire !',
  'Boas festas a todos.',
  'Wszystkiego najlepszego!',
  'Time sheets are in the folder.',
  'A silly idea, purely cosmetic.',
])('light: "%s"', (text) => {
  expect(isLight(text)).toBe(true)
})

test.each(['False alarm, it was my cable.', 'Entwarnung, nur ein Fehlalarm.', 'Falsa alarma.'])(
  'it was nothing: "%s"',
  (text) => {
    expect(isFalseAlarm(text)).toBe(true)
    expect(troubleOf(`The gate is broken. ${text}`, from('stakeholder'))).toBeUndefined()
  },
)
