import { describe, expect, test } from 'vitest'
import * as meaning from './mail-meaning.ts'

describe('what a sentence does', () => {
  test.each<[keyof typeof meaning, string]>([
    ['ends', 'Der Zugang wird zum 30.11. abgeschaltet.'],
    ['ends', 'We phase out the old gateway; phasing out starts in May.'],
    ['asks', 'Schaffen wir die Freigabe am 4. Dezember'],
    ['asks', 'Bitte schicken Sie uns die Liste.'],
    ['orElse', 'Sonst vergeben wir den Termin anderweitig.'],
    ['isDuty', 'Das ist gesetzlich vorgeschrieben.'],
    ['chases', 'Wir haben noch keine Antwort.'],
    ['chases', 'Any news on the list?'],
    ['chases', 'Thursday has come and gone.'],
    ['promises', 'Ich schicke es bis Freitag.'],
    ['mayWait', 'Das kann warten.'],
    ['saysNotSo', 'Die Anmeldung funktioniert bei Firmenkonten nicht.'],
    ['saysNotSo', 'It is marked Live but I can book the slot twice.'],
    ['saysNotSo', 'New riders tell me the code never arrives.'],
    ['saysNotSo', 'ARC-4 was closed yesterday but it leaks.'],
    ['saysNotSo', 'The fire door does not shut.'],
    ['saysNotSo', 'We are still getting wrong balances.'],
    ['promises', 'Let me get back to you with the text by Thursday.'],
    ['chases', 'Following up on this: I did not get the text.'],
    ['mayWait', 'It is not urgent at all.'],
    ['promises', 'Doe ik, je hebt hem woensdag.'],
    ['promises', 'Envio o arquivo até quinta.'],
    ['promises', 'Prześlę umowę do piątku.'],
    ['isMissing', 'Ainda não chegou nada.'],
    ['settles', 'Dziękuję, wszystko mam.'],
    ['saysDone', 'All 60 buses are fitted, you can close BUS-1.'],
    ['isSmallTalk', 'Are you coming to the Christmas party?'],
    ['settles', 'Vielen Dank!'],
  ])('%s: "%s"', (deed, text) => {
    const does = meaning[deed]
    expect(does(text)).toBe(true)
  })

  test.each<[keyof typeof meaning, string]>([
    ['chases', 'Die Preisliste liegt bei.'],
    ['saysNotSo', 'Alles läuft, danke.'],
    ['saysNotSo', 'It is marked Live and works.'],
    ['saysNotSo', 'It does not matter.'],
    ['isSmallTalk', 'Will ward three open in January?'],
    ['isSmallTalk', 'Will the third party deliver lunch tickets by Friday?'],
    ['isSmallTalk', 'Kann der Partner bis Freitag liefern?'],
    ['isDuty', 'Die Liste liegt zur Prüfung bei.'],
    ['mayWait', 'Die Geräte kommen später als zugesagt.'],
    ['ends', 'Die Schaltfläche ist grün.'],
  ])('not %s: "%s"', (deed, text) => {
    const does = meaning[deed]
    expect(does(text)).toBe(false)
  })
})

test.each<[string, string[]]>([
  ['Off on 30.11. Move before that.', ['Off on 30.11.', 'Move before that.']],
  ['Er wird zum 30.11. abgeschaltet. Danke!', ['Er wird zum 30.11. abgeschaltet.', 'Danke!']],
  ['Am 4. Dezember? Ja.', ['Am 4. Dezember?', 'Ja.']],
  [
    'See wattle.example/a.b, e.g. this. Version 4.2. Done',
    ['See wattle.example/a.b, e.g. this.', 'Version 4.2.', 'Done'],
  ],
  ['One\nTwo', ['One', 'Two']],
])('sentences of "%s"', (text, sentences) => {
  expect(meaning.sentencesOf(text)).toEqual(sentences)
})

test('a mail opens with what it says after its greeting, or with its only words', () => {
  expect(meaning.openingOf('Morgan,\n\nWednesday has passed. Rosters close on the 29th.')).toEqual([
    'Wednesday has passed.',
    'Rosters close on the 29th.',
  ])
  expect(meaning.openingOf('Dates?')).toEqual(['Dates?'])
  expect(meaning.openingOf('')).toEqual([])
})
