/** How months are written, January first: English, German, French, Spanish, Italian, Dutch. */
export const MONTH_NAMES = [
  'january januar janvier enero gennaio januari jan',
  'february februar février fevrier febrero febbraio februari feb févr',
  'march märz mars marzo maart mar mrz',
  'april avril abril aprile apr avr',
  'may mai mayo maggio mei',
  'june juni juin junio giugno jun',
  'july juli juillet julio luglio jul juil',
  'august août aout agosto augustus aug',
  'september septembre septiembre settembre sept sep',
  'october oktober octobre octubre ottobre oct okt',
  'november novembre noviembre nov',
  'december dezember décembre decembre diciembre dicembre dec dez déc',
].map((each) => each.split(' '))

/** How days of the week are written, Sunday first: the same languages. */
export const WEEKDAY_NAMES = [
  'sunday sonntag dimanche domingo domenica zondag',
  'monday montag lundi lunes lunedì maandag',
  'tuesday dienstag mardi martes martedì dinsdag',
  'wednesday mittwoch mercredi miércoles mercoledì woensdag',
  'thursday donnerstag jeudi jueves giovedì donderdag',
  'friday freitag vendredi viernes venerdì vrijdag',
  'saturday samstag samedi sábado sabato zaterdag',
].map((each) => each.split(' '))

/** Any of these names, the longest first, so that no name is read as the head of another. */
export function anyOf(names: string[][]): string {
  const all = names.flat().sort((a, b) => b.length - a.length)
  return `(?<!\\p{L})(${all.join('|')})(?!\\p{L})`
}

/** Which of them it is, from zero; -1: none. */
export function indexOfName(names: string[][], name: string): number {
  return names.findIndex((each) => each.includes(name.toLowerCase()))
}
