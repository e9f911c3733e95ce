/** How months are written, January first: English, German, French, Spanish, Italian, Dutch, Portuguese, Polish. */
export const MONTH_NAMES = [
  'january januar janvier enero gennaio januari jan janeiro stycznia',
  'february februar février fevrier febrero febbraio februari feb févr fevereiro lutego',
  'march märz mars marzo maart mar mrz março marca',
  'april avril abril aprile apr avr kwietnia',
  'may mai mayo maggio mei maio maja',
  'june juni juin junio giugno jun junho czerwca',
  'july juli juillet julio luglio jul juil julho lipca',
  'august août aout agosto augustus aug sierpnia',
  'september septembre septiembre settembre sept sep setembro września',
  'october oktober octobre octubre ottobre oct okt outubro października',
  'november novembre noviembre nov novembro listopada',
  'december dezember décembre decembre diciembre dicembre dec dez déc dezembro grudnia',
].map((each) => each.split(' '))

/** How days of the week are written, Sunday first: the same languages. */
export const WEEKDAY_NAMES = [
  'sunday sonntag dimanche domingo domenica zondag niedziela niedzielę',
  'monday montag lundi lunes lunedì maandag segunda-feira poniedziałek poniedziałku',
  'tuesday dienstag mardi martes martedì dinsdag terça-feira wtorek wtorku',
  'wednesday mittwoch mercredi miércoles mercoledì woensdag quarta-feira środa środę środy',
  'thursday donnerstag jeudi jueves giovedì donderdag quinta-feira czwartek czwartku',
  'friday freitag vendredi viernes venerdì vrijdag sexta-feira piątek piątku',
  'saturday samstag samedi sábado sabato zaterdag sobota sobotę',
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
