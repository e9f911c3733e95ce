import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at } from '../../../tests/fixtures/pictures.ts'
import { datesIn } from './dates.ts'

const zone = 'Australia/Melbourne'
const monday = at('2027-12-13 09:00')
const dates = (text: string, writtenAt = monday) => datesIn(text, writtenAt, zone).map(({ date }) => date)

describe('the days that a text written on Monday 13 December 2027 speaks of', () => {
  test.each<[string, string[]]>([
    ['by 31 December', ['2027-12-31']],
    ['au plus tard le vendredi 14 janvier', ['2028-01-14']],
    ['d’ici jeudi', ['2027-12-16']],
    ['antes del 3 de enero de 2028', ['2028-01-03']],
    ['el próximo miércoles', ['2027-12-15']],
    ['entro venerdì, uiterlijk 5 maart', ['2027-12-17', '2028-03-05']],
    ['arrivo previsto il 20.', ['2027-12-20']],
    ['vor dem 20. kann es nicht kommen', ['2027-12-20']],
    ['zum 3. Mal, al 40 % y 24/7', []],
    ['naar de 21e, voor de 2e keer', ['2027-12-21']],
    ['é 22 de janeiro, najpóźniej 5 stycznia', ['2028-01-22', '2028-01-05']],
    ['on 3 January', ['2028-01-03']],
    ['January 3rd at the latest', ['2028-01-03']],
    ['Jan. 3', ['2028-01-03']],
    ['the 3rd of January, 2029', ['2029-01-03']],
    ['on 17 Dec 2027', ['2027-12-17']],
    ['since 15 June', ['2027-06-15']],
    ['on 10 June', ['2028-06-10']],
    ['on 29 February', ['2028-02-29']],
    ['on 30 February', []],
    ['from 2028-01-15 to 2028-02-01', ['2028-01-15', '2028-02-01']],
    ['15.01.2028, or 16/1/2028', ['2028-01-15', '2028-01-16']],
    ['on 31/02/2028', []],
    ['on the 20th', ['2027-12-20']],
    ['on the 13th', ['2027-12-13']],
    ['on the 10th', ['2028-01-10']],
    ['by Wednesday', ['2027-12-15']],
    ['by Monday', ['2027-12-20']],
    ['next Friday', ['2027-12-17']],
    ['It closes Sunday.', ['2027-12-19']],
    ['on Friday 28 January', ['2028-01-28']],
    ['Friday, the 28th of January', ['2028-01-28']],
    ['28 January (a Friday)', ['2028-01-28', '2027-12-17']],
    ['28 January (Friday)', ['2028-01-28']],
    ['On Thursday, or by 5 January, or the 7th', ['2027-12-16', '2028-01-05', '2028-01-07']],
    ['For the 2nd time on the 5th floor, version 4.12, 30 minutes, Q1', []],
    ['WTL-1 may wait, WTL-12 March reads badly', []],
    ['Option 2 may help, it may 5 times', []],
    ['on 2 May, or the 3rd of may', ['2028-05-02', '2028-05-03']],
    ['', []],
    ['I will send it tomorrow', ['2027-12-14']],
    ['by end of this week, or end of next week', ['2027-12-17', '2027-12-24']],
    ['by the end of the month, or at the end of next month', ['2027-12-31', '2028-01-31']],
    ['Thursday week', ['2027-12-23']],
    ['in two weeks, within 5 working days, in 3 days', ['2027-12-27', '2027-12-20', '2027-12-16']],
    ['last Friday, every Tuesday, and Wednesday has passed', []],
    ['on 30.12., by 3/1 at the latest', ['2027-12-30', '2028-01-03']],
    ['open 24/7, version 4.2, 1/2 of it, on 4.2.1', []],
    ['am 4. Januar, bis zum 30.12. oder bis Freitag', ['2028-01-04', '2027-12-30', '2027-12-17']],
    ['bis morgen, übermorgen, Ende der Woche', ['2027-12-14', '2027-12-15', '2027-12-17']],
    ['Guten Morgen', []],
    ['12/30/27', ['2027-12-30']],
  ])('"%s"', (text, named) => {
    expect(dates(text)).toEqual(named)
  })

  test.each([
    ['the 31st', '2028-02-05', '2028-03-31'],
    ['the 31st', '2028-04-30', '2028-05-31'],
    ['the 30th', '2028-01-31', '2028-03-30'],
    ['the 29th', '2028-01-30', '2028-02-29'],
    ['the 31st', '2027-12-31', '2027-12-31'],
    ['the 1st', '2027-12-31', '2028-01-01'],
  ])('"%s", written on %s, is %s', (text, written, date) => {
    expect(dates(text, at(`${written} 12:00`))).toEqual([date])
  })

  test('have the month first where people write it so', () => {
    const inNewYork = (text: string) => datesIn(text, monday, 'America/New_York').map(({ date }) => date)
    expect(inNewYork('01/03/2028, by 2/5')).toEqual(['2028-01-03', '2028-02-05'])
    expect(dates('01/03/2028, by 2/5')).toEqual(['2028-03-01', '2028-05-02'])
  })

  test('are counted from the writer’s own day: after midnight in Melbourne it is the 14th', () => {
    expect(dates('the 14th', '2027-12-13T14:00:00.000Z')).toEqual(['2027-12-14'])
    expect(dates('by Tuesday', '2027-12-13T14:00:00.000Z')).toEqual(['2027-12-21'])
  })

  test('are given with the words that say them, as they stand, in their order, none within another', () => {
    const piece = fc.constantFrom(
      'Friday ',
      '28 January',
      ', ',
      'the 3rd ',
      '2028-01-15',
      'May 5',
      ' or ',
      'WTL-3 ',
      '30 ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 6 }))), (pieces) => {
        const text = pieces.join('')
        let from = 0
        for (const { date, words, index } of datesIn(text, monday, zone)) {
          expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date)
          expect(text.slice(index, index + words.length)).toBe(words)
          expect(index).toBeGreaterThanOrEqual(from)
          from = index + words.length
        }
      }),
    )
  })
})
