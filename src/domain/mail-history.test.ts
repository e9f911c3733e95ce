import { describe, expect, test } from 'vitest'
import { historyStart } from './mail-history.ts'

const headers = ['Date: Monday', 'Subject: Gates']

describe('what a mail client puts above the mail that is answered', () => {
  test.each([
    ...['-----Original Message-----', '--Original Appointment--', '   ----- forwarded message -----   '],
    ...['---------------------- Forwarded by Ann Lee on 12/10/2026 ---------------------------'],
    ...['-----Ursprüngliche Nachricht-----', '---------- Weitergeleitete Nachricht ---------'],
    ...[
      "-----Message d'origine-----",
      '-----Message d’origine-----',
      '---------- Message transféré ---------',
    ],
    ...['-----Mensaje original-----', '-----Messaggio originale-----', '-----Mensagem original-----'],
    ...['-----Oorspronkelijk bericht-----', '-----Neges wreiddiol-----'],
    ...[
      'Begin forwarded message:',
      '  Anfang der weitergeleiteten Nachricht:  ',
      'Début du message réexpédié:',
    ],
  ])('%s', (line) => {
    expect(historyStart(['Yes.', line, 'anything'], 1)).toBe('rest')
  })

  test.each([
    ...['See -----Original Message-----', '-----Original Message----- is what it said'],
    ...['-Original Message-', '-----Original Massage-----', 'Original Message'],
    ...['Please begin forwarded message:', 'Begin forwarded message: like this', 'Begin forwarded message'],
  ])('%s: is what somebody says', (line) => {
    expect(historyStart([line, 'anything'], 0)).toBe('no')
  })
})

describe('the headers of the mail that is answered', () => {
  test.each([
    ['From: Ann', 'Sent: Monday', 'To: Morgan'],
    ['from:Ann', 'cc: Tom', 'subject:'],
    ['*From:* Ann', '*Sent:* Monday', '*Subject:* Gates'],
    ['  From : Ann', '  Date : Monday', '  To : Morgan'],
    ['Von: Ann', 'Gesendet: Montag', 'Betreff: Tore'],
    ['Von: Ann', 'Datum: Montag', 'An: Morgan'],
    ['De : Ann', 'Envoyé : lundi', 'À : Morgan'],
    ['De : Ann', 'Objet : portes', 'À : Morgan'],
    ['De: Ann', 'Enviado: lunes', 'Para: Morgan'],
    ['De: Ann', 'Asunto: puertas', 'Para: Morgan'],
    ['De: Ann', 'Assunto: portas', 'Para: Morgan'],
    ['Da: Ann', 'Inviato: lunedì', 'A: Morgan'],
    ['Da: Ann', 'Oggetto: porte', 'A: Morgan'],
    ['Van: Ann', 'Verzonden: maandag', 'Aan: Morgan'],
    ['Van: Ann', 'Onderwerp: poorten', 'Aan: Morgan'],
    ['Oddi wrth: Ann', 'Anfonwyd: dydd Llun', 'At: Morgan'],
    ['Oddi wrth: Ann', 'Pwnc: gatiau', 'At: Morgan'],
    ['Od: Ann', 'Date: pon', 'To: Morgan'],
    ['Fra: Ann', 'Date: man', 'To: Morgan'],
    ['Från: Ann', 'Date: mån', 'To: Morgan'],
  ])('%s, %s, %s', (...lines) => {
    expect(historyStart(['Yes.', ...lines], 1)).toBe('rest')
  })

  test.each([
    ['no sender in the line that names one', ['From:', ...headers]],
    ['the sender in the middle of a sentence', ['Away from: Ann', ...headers]],
    ['one header more, and no second', ['From: Ann', 'Date: Monday', 'and nothing else']],
    ['headers in the middle of a sentence', ['From: Ann', 'The date: Monday', 'My subject: Gates']],
    ['words that run into the colon', ['From: Ann', 'Date:Monday', 'Subject:Gates']],
    ['headers too far below it', ['From: Ann', 'a', 'b', 'c', 'd', 'Date: Monday', 'e', 'Subject: Gates']],
    ['nothing at all', ['', '', 'From: Ann', ...headers]],
  ])('not with %s', (_, lines) => {
    expect(historyStart(lines, 0)).toBe('no')
  })

  test('may have others among them, six lines in all', () => {
    const spread = ['From: Ann', 'a', 'b', 'c', 'd', ...headers]
    expect(historyStart(spread, 0)).toBe('rest')
    expect(historyStart(['Yes.', '', ...spread], 1)).toBe('rest')
  })

  test('stand below the sender: what is above does not count', () => {
    expect(historyStart(['Date: Monday', 'From: Ann', 'Subject: Gates', 'To be decided'], 1)).toBe('no')
    expect(historyStart(['From: Ann', '', '', ...headers], 1)).toBe('no')
  })

  test('begin at the blank line above them, even of spaces', () => {
    expect(historyStart(['Yes.', 'No.', '  ', 'From: Ann', ...headers], 2)).toBe('rest')
  })
})

describe('a rule across the page', () => {
  const block = ['From: Ann', ...headers]

  test.each(['_'.repeat(10), ` ${'_'.repeat(32)} `])('%s begins it above headers', (rule) => {
    expect(historyStart([rule, ...block], 0)).toBe('rest')
    expect(historyStart(['Yes.', rule, '', ...block], 1)).toBe('rest')
  })

  test.each([
    ['with nothing below it', ['_'.repeat(32), 'and more of the same']],
    ['too short for one', ['_'.repeat(9), ...block]],
    ['that is a line to sign on', [`Signed: ${'_'.repeat(32)}`, ...block]],
    ['with a word after it', [`${'_'.repeat(32)} here`, ...block]],
  ])('is none %s', (_, lines) => {
    expect(historyStart(lines, 0)).toBe('no')
  })
})

describe('an introduction', () => {
  test.each([
    'On Mon, 12 Oct 2026 at 08:20, Ann Lee wrote:',
    '  On 12 October Ann Lee wrote:  ',
    'Am 12.10.2026 um 08:20 schrieb Ann Lee <ann@x.example>:',
    'Am 12. Oktober schrieb:',
    'Le lun. 12 oct. 2026 à 08:20, Ann Lee a écrit :',
    'El lun, 12 oct 2026 a las 8:20, Ann Lee escribió:',
    'Il giorno lun 12 ott 2026 Ann Lee ha scritto:',
    'Em seg, 12 de out de 2026, Ann Lee escreveu:',
    'Op ma 12 okt 2026 schreef Ann Lee <ann@x.example>:',
    'Ar 12 Hydref ysgrifennodd Ann Lee:',
    'Den mån 12 okt 2026 skrev Ann Lee <ann@x.example>:',
  ])('%s', (line) => {
    expect(historyStart([line, 'old'], 0)).toBe('rest')
    expect(historyStart([line, '> old'], 0)).toEqual({ lines: 1 })
  })

  test.each([
    'Later on 12 October Ann Lee wrote:',
    'Onward: 12 October Ann Lee wrote:',
    'Monday 12 October Ann Lee wrote:',
    'On 12 October Ann Lee wrote: nothing',
    'On 12 October Ann Lee wrote',
    'On 12 October Ann Lee rewrote:',
    `Am 12. Oktober schrieb ${'a'.repeat(121)}:`,
    'On Monday Ann Lee wrote:',
  ])('%s: is what somebody says', (line) => {
    expect(historyStart([line, 'old'], 0)).toBe('no')
  })

  test.each([
    ['', ['', '> old']],
    ['of spaces', ['  ', '  > old']],
  ])('belongs to the quoted lines below it, over a blank line %s', (_, below) => {
    expect(historyStart(['Yes.', 'On 12 October', 'Ann wrote:', ...below], 1)).toEqual({ lines: 2 })
  })

  test('may be wrapped over three lines, and over no blank one', () => {
    const wrapped = ['On Monday,', '12 October', 'Ann wrote:']
    expect(historyStart([...wrapped, '> old'], 0)).toEqual({ lines: 3 })
    expect(historyStart(['On Monday,', '12', 'October', 'Ann wrote:', '> old'], 0)).toBe('no')
    for (const blank of ['', ' '])
      expect(historyStart(['On 12 October', blank, 'Ann wrote:', '> old'], 0)).toBe('no')
  })

  test('has at most 400 characters: a paragraph is none', () => {
    const saying = (length: number) => `On 1 ${'a'.repeat(length - 12)} wrote:`
    expect(saying(400)).toHaveLength(400)
    expect(historyStart([saying(400), '> old'], 0)).toEqual({ lines: 1 })
    expect(historyStart([saying(401), '> old'], 0)).toBe('no')
  })
})
