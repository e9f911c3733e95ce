import { isQuestion } from './mail-meaning.ts'
import { remembered } from './remembered.ts'
import { isNotYet, lastClauseOf } from './sentence-turns.ts'
import { phrases } from './trouble-words.ts'

/** What somebody has done about it, or how it is now, in every language at once; and that nobody else need do anything. */
const REMEDY: RegExp[] = [
  // Done to what was wrong.
  phrases(
    "(?<!(?<!\\p{L})(?:to be|will|would|can|could|must|should|needs?|to|be|not|never|n['’]t) (?:\\p{L}+ )?)(?:swapped|replaced|repaired|patched|reboot(?:ed)?|restarted|re-?ran|redone|redid|re-?sent|flashed|re-?printed|rebuilt|rolled (?:it )?back|restored|recovered|worked around|corrected|rectified|re-?ordered|re-?booked|re-?issued|unblocked|put right|cleaned (?:it )?up)|(?:got|found|sent|brought|fitted|lent) (?:us )?(?:a )?(?:new|replacement|spare|another) (?:ones?|\\p{L}+)|(?:i|we)(?:['’]ve| have)? closed (?:it|the ticket|[A-Z]+-\\d+)|^closed [A-Z]+-\\d+",
    '(?:ausgetauscht|getauscht|ersetzt|repariert|behoben|ausgebessert|neu gestartet|nachgezogen|nachgetragen|korrigiert|wiederhergestellt|neu(?:e[nrs]?)? (?:bekommen|bestellt|eingebaut|geholt)|umgebucht)(?! werden)',
    '(?:remplacé|réparé|corrigé|redémarré|rétabli|refait|réimprimé)e?s?|(?:cambiad|reemplazad|reparad|corregid|reiniciad|restablecid|sustituid)[oa]s?|(?:sostituit|riparat|corrett|riavviat|ripristinat)[oaie]|(?:vervangen|gerepareerd|hersteld|verholpen|herstart)|(?:trocad|substituíd|reparad|corrigid|reiniciad)[oa]s?|(?:wymienion|naprawion|poprawion)\\p{L}+|naprawili\\p{L}*|wymienili\\p{L}*',
  ),
  // Without a subject, at the head of a clause: whoever writes did it.
  /(?:^|[,;:] )(?:added|fixed|set|raised|changed|cleared|renewed|extended|removed|updated|applied|installed|reinstalled|adjusted|increased|reduced|switched|upgraded|rewrote|sorted|resolved|solved)(?= |,|\.|$)/i,
  // How it is now.
  phrases(
    "(?<!(?<!\\p{L})(?:not|never|n['’]t) (?:\\p{L}+ )?)(?:(?:is|are|was|were|it['’]s|all(?: \\d+)?|everything|been|and|now) (?:are |is )?(?:now )?(?:running|working|fine|sorted|handled|normal|stable|gone)(?= ?(?:[,.!;]|$|now|again|since|in|on))|(?:is|are) (?:in|there|here|back|up|on|done|set)(?: (?:it|them|place))? now|(?:fine|good|quiet|stable|clean|normal) (?:ever )?since|(?:taken care of|dealt with|handled|under control|out of the way)|with?in (?:the )?(?:spec\\p{L}*|tolerance|limits?))",
    '(?:läuft|laufen|geht|gehen|funktioniert|passt) (?:jetzt|wieder|seither|seitdem)|(?:seither|seitdem) (?:ruhe|stabil|läuft)|sonst (?:ist )?alles (?:grün|gut|ok|in ordnung|bestens)|sonst passt alles|im griff|innerhalb der toleranz',
    'ça (?:re)?marche|tout (?:est )?(?:rentré dans|en) ordre|(?:ya|todo) (?:funciona|anda|marcha|en orden)|ora funziona|tutto (?:a posto|ok)|werkt (?:nu|weer)|weer in orde|já (?:está a funcionar|funciona)|tudo (?:certo|ok|resolvido)|już działa|wszystko (?:działa|w porządku)',
  ),
  // Nobody else need do anything.
  phrases(
    "nothing (?:to do|needed|required|for you)(?:(?! until| before| without).){0,12}(?:from|for|on|by|to do)? ?(?:you|your side|your end)|no (?:action|help|decision) (?:is )?(?:needed|required|necessary)|(?:you )?(?:need(?: not|n['’]t)|don['’]t (?:need|have) to) (?:do|worry|act)|just so (?:that )?you (?:know|have it)|for your (?:information|records) only|(?:we|i)(?:['’]ve| have) got (?:it|this)",
    'nichts zu tun (?:für|von) (?:dich|sie|euch|deiner|ihrer)|(?:du|sie) (?:musst|müssen) nichts|kein handlungsbedarf|nur zur info|rien à faire (?:de ton|de votre|pour)|nada que hacer (?:de|por)|niente da fare (?:da|per)|niets (?:te doen|nodig) (?:van|voor)|nada a fazer (?:da|por)|nic nie musisz',
  ),
]

/** Somebody has seen to it already: said of what was done, or of how it is now; not of what will be. */
export const isRemedy = remembered(
  (sentence): boolean =>
    !isNotYet(sentence) && !isQuestion(sentence) && REMEDY.some((each) => each.test(lastClauseOf(sentence))),
)
