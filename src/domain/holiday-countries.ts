import { weekdayOf } from './day.ts'
import { easter, first, last, on, since, type HolidayRule } from './holiday-rules.ts'

/** `next`: a holiday on a weekend is taken on the next working day. `nearest`: Saturday's on Friday, Sunday's on Monday. */
export type Moved = 'next' | 'nearest' | 'never'

/** The days off that a whole country has; `zone` is null where it has several. */
export type Country = { zone: string | null; moved?: Moved; days: HolidayRule[] }

const NEW_YEAR = on('01-01')
const EPIPHANY = on('01-06')
const LABOUR_DAY = on('05-01')
const ASSUMPTION = on('08-15')
const ALL_SAINTS = on('11-01')
const IMMACULATE = on('12-08')
const CHRISTMAS = [on('12-25'), on('12-26')]
const GOOD_FRIDAY = easter(-2)
const EASTER_MONDAY = easter(1)
const ASCENSION = easter(39)
const WHIT_MONDAY = easter(50)
const CORPUS_CHRISTI = easter(60)

/**
 * Of Great Britain those of England and Wales. Compared on 29 November 2026 with date-holidays 3.37.0 for 2024 to 2032: the same,
 * but for the eves that Sweden and Finland keep though no law says so (lag 1977:480 makes them Sundays), the weekday that Ireland
 * and the United States give for a weekend's (Organisation of Working Time Act; 5 U.S.C. 6103), the Dutch 5 May, and the days that
 * not every Swiss canton has. Days of a region alone are not here: see docs/decisions/0026.
 */
export const COUNTRIES: Record<string, Country> = {
  AT: {
    zone: 'Europe/Vienna',
    days: [
      ...[NEW_YEAR, EPIPHANY, EASTER_MONDAY, LABOUR_DAY, ASCENSION, WHIT_MONDAY, CORPUS_CHRISTI, ASSUMPTION],
      ...[on('10-26'), ALL_SAINTS, IMMACULATE, ...CHRISTMAS],
    ],
  },
  BE: {
    zone: 'Europe/Brussels',
    days: [
      ...[NEW_YEAR, EASTER_MONDAY, LABOUR_DAY, ASCENSION, WHIT_MONDAY, on('07-21'), ASSUMPTION, ALL_SAINTS],
      ...[on('11-11'), on('12-25')],
    ],
  },
  // What every canton keeps.
  CH: { zone: 'Europe/Zurich', days: [NEW_YEAR, ASCENSION, on('08-01'), on('12-25')] },
  DE: {
    zone: 'Europe/Berlin',
    days: [
      ...[NEW_YEAR, GOOD_FRIDAY, EASTER_MONDAY, LABOUR_DAY, ASCENSION, WHIT_MONDAY, on('10-03')],
      ...CHRISTMAS,
    ],
  },
  DK: {
    zone: 'Europe/Copenhagen',
    days: [NEW_YEAR, easter(-3), GOOD_FRIDAY, EASTER_MONDAY, ASCENSION, WHIT_MONDAY, ...CHRISTMAS],
  },
  ES: {
    zone: 'Europe/Madrid',
    days: [
      ...[NEW_YEAR, EPIPHANY, GOOD_FRIDAY, LABOUR_DAY, ASSUMPTION, on('10-12'), ALL_SAINTS, on('12-06')],
      ...[IMMACULATE, on('12-25')],
    ],
  },
  FI: {
    zone: 'Europe/Helsinki',
    days: [
      ...[NEW_YEAR, EPIPHANY, GOOD_FRIDAY, EASTER_MONDAY, LABOUR_DAY, ASCENSION, first('fri', '06-19')],
      ...[on('12-06'), on('12-24'), ...CHRISTMAS],
    ],
  },
  FR: {
    zone: 'Europe/Paris',
    days: [
      ...[NEW_YEAR, EASTER_MONDAY, LABOUR_DAY, on('05-08'), ASCENSION, WHIT_MONDAY, on('07-14'), ASSUMPTION],
      ...[ALL_SAINTS, on('11-11'), on('12-25')],
    ],
  },
  GB: {
    zone: 'Europe/London',
    moved: 'next',
    days: [
      ...[NEW_YEAR, GOOD_FRIDAY, EASTER_MONDAY, first('mon', '05-01'), last('mon', '05-31')],
      ...[last('mon', '08-31'), ...CHRISTMAS],
    ],
  },
  IE: {
    zone: 'Europe/Dublin',
    moved: 'next',
    days: [
      ...[NEW_YEAR, since(2023, brigid), on('03-17'), EASTER_MONDAY, first('mon', '05-01')],
      ...[first('mon', '06-01'), first('mon', '08-01'), last('mon', '10-31'), ...CHRISTMAS],
    ],
  },
  IT: {
    zone: 'Europe/Rome',
    days: [
      ...[NEW_YEAR, EPIPHANY, EASTER_MONDAY, on('04-25'), LABOUR_DAY, on('06-02'), ASSUMPTION],
      ...[since(2026, on('10-04')), ALL_SAINTS, IMMACULATE, ...CHRISTMAS],
    ],
  },
  NL: {
    zone: 'Europe/Amsterdam',
    days: [NEW_YEAR, EASTER_MONDAY, kingsDay, liberation, ASCENSION, WHIT_MONDAY, ...CHRISTMAS],
  },
  NO: {
    zone: 'Europe/Oslo',
    days: [
      ...[NEW_YEAR, easter(-3), GOOD_FRIDAY, EASTER_MONDAY, LABOUR_DAY, on('05-17'), ASCENSION, WHIT_MONDAY],
      ...CHRISTMAS,
    ],
  },
  PL: {
    zone: 'Europe/Warsaw',
    days: [
      ...[NEW_YEAR, EPIPHANY, EASTER_MONDAY, LABOUR_DAY, on('05-03'), CORPUS_CHRISTI, ASSUMPTION],
      ...[ALL_SAINTS, on('11-11'), since(2025, on('12-24')), ...CHRISTMAS],
    ],
  },
  PT: {
    zone: 'Europe/Lisbon',
    days: [
      ...[NEW_YEAR, GOOD_FRIDAY, on('04-25'), LABOUR_DAY, CORPUS_CHRISTI, on('06-10'), ASSUMPTION],
      ...[on('10-05'), ALL_SAINTS, on('12-01'), IMMACULATE, on('12-25')],
    ],
  },
  SE: {
    zone: 'Europe/Stockholm',
    days: [
      ...[NEW_YEAR, EPIPHANY, GOOD_FRIDAY, EASTER_MONDAY, LABOUR_DAY, ASCENSION, on('06-06')],
      ...[first('fri', '06-19'), first('sat', '10-31'), on('12-24'), ...CHRISTMAS, on('12-31')],
    ],
  },
  US: {
    zone: null,
    moved: 'nearest',
    days: [
      ...[NEW_YEAR, first('mon', '01-15'), first('mon', '02-15'), last('mon', '05-31')],
      ...[since(2021, on('06-19')), on('07-04'), first('mon', '09-01'), first('mon', '10-08')],
      ...[on('11-11'), first('thu', '11-22'), on('12-25')],
    ],
  },
}

/** St Brigid's: the first Monday of February, or its first day where that is a Friday. */
function brigid(year: number): string | null {
  const begins = `${year}-02-01`
  return weekdayOf(begins) === 'fri' ? begins : first('mon', '02-01')(year)
}

function kingsDay(year: number): string {
  return weekdayOf(`${year}-04-27`) === 'sun' ? `${year}-04-26` : `${year}-04-27`
}

/** A day off every fifth year. */
function liberation(year: number): string | null {
  return year % 5 === 0 ? `${year}-05-05` : null
}
