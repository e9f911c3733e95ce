/** Words that every office text has, and that therefore tie nothing to anything. */
const COMMON = new Set(
  `about above after again against also always another around because been before being below between both cannot could
  does doing done down during each either else even ever every everybody from further getting given goes going have having
  hello here hers hours into issue itself just kind know last later least less like list look made make makes many maybe
  mean might more most much must need needs never next nothing once only open other otherwise ours over page part people
  please point points project really regards right said same says seen send sent shall should since some somebody something
  soon sprint still story such sure take task team tell than thank thanks that their them then there these they thing things
  think this those though through ticket today tomorrow told under until update updated upon used using very wait want wants
  week weeks well were what when where whether which while will with within without work working would write wrote year
  yesterday your yours best bring cheers dear done first good great happy help kind mail monday tuesday wednesday thursday
  friday saturday sunday january february march april june july august september october november december morning afternoon
  error fail failed feature review test tests testing user users page button screen brought forward quick question urgent
  aber alle allem allen alles also auch beim bereits bitte danke dann dass dein dem denn dies diese diesem diesen dieser dieses
  doch eine einem einen einer eines erst etwas euch euer frau freitag freundliche freundlichen für gehen geehrte geehrter gibt
  grüße grüßen grüsse gute guten haben hallo hatte heute herr herrn hier hiermit ihnen ihre ihrem ihren ihrer immer jetzt kann
  kein keine können leider machen mehr mein meine mich mittwoch montag morgen moin muss nach nicht nichts noch nochmal nur oder
  ohne samstag schon sehr sein seine seit sich sind sollte sonntag über und uns unser unsere vielen viele vom von vor wann warum
  was weil wenn werden wieder wird wäre wurde zum zur donnerstag dienstag liebe lieber soweit
  avec avez aussi autre avant bien bonjour cela cette ceux chez comme cordialement dans depuis deux donc elle elles encore entre
  être faire fait jeudi jour jours lundi madame mais mardi merci mercredi mois monsieur même nous notre nos par pas peut plus pour
  pouvez quand quel quelle rien salut samedi sans semaine sera sont sous sur toujours tous tout toute toutes très vendredi vers
  votre vous
  ahora algo antes aquí buenas buenos como cómo con cosa cuando desde días dijo donde ella ellos entonces entre esta está están
  este esto estoy gracias hacer hasta hola jueves lunes luego martes más miércoles mucho muchas muchos nada nosotros otra otro para
  pero poco podemos por porque puede pues que quien saludo saludos según semana señora siempre siguen sin sobre también tanto tarde
  tiene todavía todo todos usted ustedes viernes`.split(/\s+/),
)

/** Letters, digits and what stands inside names of things: `v3`, `4.2`, `check-in`. */
const TOKEN = /[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu

/** The words of a text by which things are told apart: lower case, singular, without everyday words; each once. */
export function wordsOf(text: string): string[] {
  const found = text.toLowerCase().match(TOKEN) ?? []
  return [...new Set(found.map(stem).filter(isTelling))]
}

function isTelling(word: string): boolean {
  if (COMMON.has(word) || /^\d+$/.test(word)) return false
  return word.length >= 4 || /^(?=.*\d)(?=.*\p{L}|.*\.)/u.test(word)
}

/** Plurals and possessives read as one word; more would join what is not the same. */
function stem(word: string): string {
  const bare = word.replace(/['’]s$/, '')
  if (/(ss|us|is)$/.test(bare) || bare.length < 5) return bare
  return bare.replace(/ies$/, 'y').replace(/s$/, '')
}
