import { bareSubject } from './mail-meaning.ts'
import { remembered } from './remembered.ts'
import { phrases } from './trouble-words.ts'

/** Life beside the work, of which nothing follows for it, in every language at once. */
const LIGHT: RegExp[] = [
  // Parties, sport, food and the calendar of the heart.
  phrases(
    `bowling|fancy dress|talent show|book club|five-a-side|darts|table football|marathon|charity|cookbook|recipe|chilli|curry|tapas|oysters|karaoke|biscuit tin|vending machine|kettle|mugs?|goldfish|office (?:plants?|dog|cat)|houseplants?|toner|air ?con(?:ditioning)?|too (?:cold|hot|warm) in (?:here|the office)|heating in|thermostat|swivel chairs?|crisis averted|croissants?|pub quiz|quiz night|escape room|raffle|sweepstake|tombola|choir|yoga|potluck|bake sale|barbecue|bbq|picnic|charity run|fun run|five-a-side|football (?:match|on)|pizza|ice cream|soy milk|oat milk|biscuits?|cookies?|chocolates?|mince pies?|secret santa|advent|easter eggs?|pumpkin|baby shower|it['’]s a (?:girl|boy)|newborn|wedding|congratulations|congrats|happy (?:birthday|new year|holidays|anniversary|easter)|season['’]s greetings|merry christmas|best wishes|warmest wishes|get well|years (?:with us|of service|in the company)|collection for|card for|(?:excellent|lovely|nice|great|delicious) (?:pie|lunch|dinner|meal|evening|cake|coffee)|(?:summer|christmas|winter|leaving|office|garden) (?:party|do|fete)|partners welcome|boat trip|team (?:outing|building|day|lunch|dinner)`,
    'kuchen|torte|grillen|grillabend|weihnachtsfeier|sommerfest|betriebsausflug|kegeln|tippspiel|wichteln|glückwunsch|glückwünsche|herzlichen dank für|frohe (?:weihnachten|ostern|festtage)|alles gute (?:zum|zur)|guten rutsch|geburtstag|hochzeit|nachwuchs|umtrunk|mittagessen|feierabendbier|eis für alle',
    `galette|pot de (?:départ|l['’]amitié)|joyeux (?:noël|anniversaire)|bonne (?:année|fête)s?|bonnes fêtes|meilleurs vœux|félicitations|apéro|croissants?|gâteau|raclette|barbecue|repas de (?:noël|service)|tournoi|felices fiestas|feliz (?:navidad|año|cumpleaños)|próspero año|enhorabuena|felicidades|cumpleaños|paella|pastel|tarta|tortilla|asado|churrasco|comida de (?:navidad|empresa)`,
    'auguri|buon (?:compleanno|natale|anno)|buone feste|torta|aperitivo|grigliata|taart|gebak|borrel|gefeliciteerd|verjaardag|fijne (?:feestdagen|vakantie)|parabéns|feliz natal|boas festas|aniversário|bolo|churrasco|wesołych świąt|wszystkiego najlepszego|gratulacje z okazji|urodzin\\p{L}*|ciasto|tort|imienin\\p{L}*',
  ),
  // The body, the way to work, the hours, the house.
  phrases(
    `dentist|physio|vet|annual leave|half day|working from home|wfh|from home (?:today|tomorrow|on)|holds? the fort|holding the fort|minding the shop|fully briefed|has (?:all )?my (?:notes|files|folder)|laptop stays|phone (?:stays|will be off)|on the beach|dial-in|agenda for|dress code|visitor badges?|hotel|taxis?|shuttle bus|projector|seating plan|wi-?fi password|office (?:is )?clos\\p{L}+|opening hours|new (?:phone|mobile) number|moved offices?|change of address|town hall|all-hands|staff survey|gp appointment|doctor['’]s appointment|optician|haircut|boiler man|plumber|school run|parents['’] evening|time ?sheets?|payslips?|expenses claim|parking (?:space|permit|spot)|car park|bike (?:shed|rack)s?|lost property|umbrella|found (?:a|some) (?:key|glove|scarf|ring|earring)s?|lights? (?:is|are|were) (?:still )?on in|headlights|fire drill|assembly point|window cleaners?|desk move|(?:new|window) desks?|facilities (?:will|is|are|swaps?|moves?)|room \\d+ (?:is|will)|meeting room|flu jab|blood donation|first aid course|coffee (?:machine|beans)|dishwasher|fridge|microwave|printer paper|front desk closes|office (?:hours|closed)|mandatory (?:\\p{L}+ ){0,6}(?:course|training|e-?learning)|make (?:the time|it|up the time) up|training certificate|headshots?|badge photo`,
    'zahnarzt|arzttermin|handwerker|stundenzettel|zeiterfassung|parkplatz|parkdeck|tiefgarage|markierungsarbeiten|feueralarmübung|feueralarm-probe|räumungsübung|kaffeemaschine|kühlschrank|spülmaschine|fundsache|raumtausch|umzugskartons|putzkolonne|pflichtschulung|betriebsarzt|grippeimpfung|urlaub',
    `dentiste|médecin|feuilles? d['’]heures|parking|machine à café|frigo|exercice (?:incendie|d['’]évacuation)|objets? trouvés?|salle de réunion|changement de salle|en congés?|dentista|médico|hoja de horas|aparcamiento|cafetera|nevera|simulacro|sala de reuniones|objetos? perdidos?|café|tandarts|urenstaat|parkeer\\p{L}+|koffie\\p{L}*|koelkast|ontruimingsoefening|ferie|vacanze|macchina del caffè|sala riunioni|parcheggio|sala de reuniões|sala \\d+|estacionamento|férias|dentysta|urlop\\p{L}*|parking\\p{L}*|ekspres\\p{L}* do kawy|lodówk\\p{L}+|sala konferencyjna`,
  ),
  // Thought aloud, read, remembered, wished for one day.
  phrases(
    `dreaming|thinking out loud|crazy idea|wild idea|silly idea|daft idea|brainwave|shower thought|food for thought|just a thought|in a perfect world|down the (?:road|line)|back burner|next version|version (?:two|three|2|3)|could be fun|would be (?:fun|cool|neat)|purely cosmetic|bit of fun|pet peeve|when you(?:['’]re| are) bored|if we (?:ever|get bored|had nothing)|some day|one day|not (?:this|for this) year|for (?:a rainy|the weekend|your amusement|later)|(?:interesting|nice|good) (?:read|article|podcast|book)|article (?:on|about)|made me (?:chuckle|laugh|smile)|purely subjective|totally subjective|matter of taste|if at all|no (?:hurry|rush) whatsoever|might be (?:something|nice|an idea)|brochure|webinar|summit|early bird|newsletter|save the date|remember (?:20|19)\\d\\d|a decade ago|in the (?:eighties|nineties)|at my (?:old|last|previous)|nostalgi\\p{L}+|reminded me|the good old|when i (?:was|worked) at|old photos|cleaning out|how young|fair in|blog post|conference talk|video (?:of|from|about)`,
    'lesetipp|nur so (?:eine idee|gedacht)|spinnerei|hirngespinst|geschmackssache|irgendwann mal|artikel über|messe in|newsletter|alte fotos|pour (?:le plaisir|la culture)|idée en l|article sur|vieilles photos|para leer|artículo sobre|fotos viejas|solo una idea|articolo su|leesvoer|artikel over|artigo sobre|artykuł o',
  ),
  // Greetings, thanks and papers for the file.
  phrases(
    'thanks? (?:you )?(?:so much |again |very much )?for (?:the|your|having|showing|a) (?:\\p{L}+ )?(?:tour|visit|pie|lunch|dinner|welcome|hospitality|time|day|kind|chat|evening|flowers|coffee)|got it,? thanks|received,? (?:with )?thanks|noted,? thanks|(?:please find attached|attached is|attached you will find|enclosed is) (?:our|the|your) (?:\\p{L}+ )?(?:invoice|receipt|time ?sheets?|credit note|statement|delivery note)',
    '(?:im anhang|anbei|beiliegend) (?:die|der|das|unsere) (?:\\p{L}+ )?(?:rechnung|lieferschein|protokoll|gutschrift|quittung)|ci-joint (?:la|le|notre) (?:facture|relevé|bon|compte)|adjunto (?:la|el|nuestra) (?:factura|albarán|acta)|in allegato (?:la|il) (?:fattura|verbale)|in de bijlage (?:de|onze) factuur|bijgaand (?:de|onze) factuur|em anexo (?:a|o) (?:fatura|nota|recibo)|w załączniku faktura',
    `(?:dank(?:e)? für (?:den|die|das) (?:\\p{L}+ )?(?:besuch|führung|essen|abend|gespräch|blumen|tag)|merci pour (?:la visite|le déjeuner|l['’]accueil|ce moment)|gracias por (?:la visita|la comida|la acogida|todo)|recibido, (?:muchas )?gracias|grazie (?:per|della) (?:visita|cena|pranzo|accoglienza)|bedankt voor (?:de|het) (?:\\p{L}+ )?(?:rondleiding|lunch|bezoek|ontvangst|gesprek)|obrigad[oa] pel[oa] (?:visita|almoço|receção|jantar)|dziękuj\\p{L}+ za (?:\\p{L}+ )?(?:spotkanie|wizytę|obiad|gościnę|kolację))`,
  ),
]

const NOTHING = phrases(
  `false alarm|turned out to be (?:nothing|fine|harmless|me|mine|my)|(?:solved|sorted|fixed|resolved) itself|as you were|stand down|forget (?:it|what i|my)|user error|wrong (?:button|cable|plug|screen)|unplugged|all clear|crisis averted|phew|scratch that|disregard|please ignore|(?:fine|up|running|back) again|did the trick|(?:correct|right|green|online|well) again|no action (?:is )?(?:needed|required)|no downtime|found it|turned up (?:again|in)|different project|sister project|doesn['’]t (?:affect|concern|touch) (?:us|you|yours|ours)|does not (?:affect|concern|touch) (?:us|you|yours|ours)|not (?:ours|yours)|unrelated to|couldn['’]t have done it|without your help|hat sich (?:geklärt|gefunden|von selbst)|wieder (?:da|gefunden|alles)|läuft wieder|geht wieder|betrifft (?:uns|euch|sie) nicht|anderes projekt|ce n['’]est pas (?:nous|le nôtre)|(?:tout )?(?:est )?rentré dans l['’]ordre|ça (?:re)?marche|résolu|autre projet|ya (?:funciona|está|va)|no (?:nos|os|les) afecta|otro proyecto|ya apareció|never mind|caps lock|my (?:own )?(?:mistake|fault|bad|typo)|typo of mine|green again|up again|back to normal|storm in a teacup|ignore (?:my|the|that|this) (?:last|previous|earlier|automatic|mail|message|alert)|sorry for the (?:noise|shouting|fuss|spam|panic|alarm)|panic over|wasn['’]t us|was(?: not|n['’]t) ours|nothing (?:happened|further open)|no one (?:else )?(?:was )?(?:hurt|affected)|nobody else (?:was )?affected|only half joking|closing the loop|is not being (?:cancelled|stopped|closed|cut)|whatever (?:they|people|you) (?:say|hear)|no bearing on|has nothing to do with|['’]s baby|half joking`,
  'entwarnung|fehlalarm|falscher alarm|hat sich erledigt|mein fehler|nichts passiert|schon erledigt|lag an mir|war nur|tippfehler von mir|vergesst es|nicht weiter schlimm',
  `fausse alerte|désolée? pour (?:le bruit|le dérangement)|c['’]était (?:mon|moi|ma)|oubliez|rien de grave|falsa alarma|era (?:mi|cosa mía|yo)|perdón por (?:el ruido|la alarma)|olvídalo|no pasó nada|falso allarme|era il mio|scusate|vals alarm|was mijn|foutje van mij|falso alarme|foi engano|fałszywy alarm|moja wina|już działa`,
)

/** Subjects under which people write about life, whatever words the mail itself has. */
const BESIDE = phrases(
  'lunch|dinner|drinks|cakes?|doughnuts?|birthday|coffee machine|photos?|pictures?|films?|movies?|(?:running|cycling|chess|book) club|football|soccer|tennis|padel|snacks?|stapler|old stor(?:y|ies)|histor(?:y|ies)|anecdotes?|memories|holidays?|christmas|weekend|weather|lost and found|podcasts?|jokes?',
  'fotos?|bilder|fundbüro|fußball|kino|wochenende|feier|souvenirs?|foot|vieille histoire|fútbol|calcetto|saluti|voetbal|futebol|saudações|podziękowania|zdjęcia|piłka',
)
/** A subject is made of few words: in a longer one such a word may be what the work is about. */
const SUBJECT_WORDS = 3
export const isBesideWork = remembered(
  (subject): boolean =>
    bareSubject(subject).split(/\s+/).length <= SUBJECT_WORDS &&
    (LIGHT[0]?.test(subject) === true || BESIDE.test(subject)),
)

const PRAISE =
  /^(?:(?:re|aw|fw|fwd|wg|sv): ?)*(?:many |huge |big )?(?:thanks?(?: you)?|thx|cheers|kudos|well done|great (?:job|work)|congrat\w*|bravo|danke(?: schön)?|merci|gracias|grazie|bedankt|obrigad[oa]|dzięki|dziękuję)[!. :)]*$/i
/** A subject that says no more than thanks or praise. */
export const isPraiseSubject = (subject: string): boolean => PRAISE.test(subject.trim())

/** How light a text is: of how many kinds of what nothing follows from for the work. */
export const isLight = remembered((text): boolean => [...LIGHT, NOTHING].some((each) => each.test(text)))

/** It was nothing: what sounded like trouble is none. */
export const isFalseAlarm = remembered((text): boolean => NOTHING.test(text))
