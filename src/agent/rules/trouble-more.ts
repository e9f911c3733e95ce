import { phrases, type Troubles } from './trouble-words.ts'

const GIORNI = '(?:giorni|giorno|settiman[ae]|mes[ei])'
const DAGEN = '(?:dagen|dag|weken|week|maanden|maand)'

/** Languages that are met more seldom: what most people would say, not all that can be said. */
export const ITALIAN: Partial<Troubles> = {
  slips: phrases(
    `(?:slitt|ritard|rimand|rinvi|postic)\\p{L}*(?!\\p{L}).{0,50}(?:${GIORNI}|\\d|al|fino|lunedì|martedì|mercoledì|giovedì|venerdì)|(?:in|di|un) ritardo|non (?:ce la|ci) (?:facciamo|faremo|faccio)|non (?:riusc|far|arriv|consegn|sar|rispett)\\p{L}*(?!\\p{L}).{0,50}(?:\\d|entro|prima|tempo|per (?:il|lunedì|martedì)|pront)|(?:non|nulla|niente) (?:\\p{L}+ )?prima (?:del|di)|${GIORNI} (?:in più|di ritardo)|un['’]altra settimana|nuova data|al più presto il`,
    `(?:non|mai) (?:è |sarà )?(?:più )?(?:possibile|realistic\\p{L}+|fattibile)|a rischio|(?:serve|servono|occorre|occorrono|ci vuole|ci vogliono) (?:\\p{L}+ )?(?:un['’]altra|altre|altri|ancora) (?:\\p{L}+ )?(?:settiman|giorn|mes)\\p{L}*|più (?:tempo )?del previsto|dubito`,
  ),
  stopped: phrases(
    'ferm[oaie] (?:al?|all[aeo]?|in|da|per|a)(?!\\p{L})|(?:è|sono|siamo|rest\\p{L}*) (?:tutt[oi] )?(?:ferm[oaie]|bloccat[oaie])(?!\\p{L})|ancora (?:niente|nulla|nessun\\p{L}*|in attesa|aspett\\p{L}*)|aspett(?:o|iamo) (?:ancora|da)|senza .{1,50}non (?:si|poss|part|riesc)\\p{L}*|manca(?:no)? (?:ancora )?(?:la|il|le|i|un)|nessuno (?:l|se ne|ha|risponde|la|lo|ci)|non (?:è|sono|ha|hanno) (?:ancora )?(?:arrivat|consegnat|rispost|firmat|iniziat)\\p{L}*|in sciopero|in dogana',
    `non (?:risponde|rispondono|richiama|si fa sentire)|(?:server|sistema|ambiente) (?:è )?(?:giù|fermo|fuori uso)|(?:fantastico|ottimo|bravi|complimenti|perfetto)(?!\\p{L})[^.?!]{0,20}[,.!:;](?!\\p{L}).{0,60}(?:altra|senza|di nuovo|ancora|terza)|(?:settimana|giorno|mese) senza|(?:richiesta|permesso|domanda) (?:\\p{L}+ )?(?:respint|negat|rifiutat)\\p{L}*`,
    `(?:purtroppo|brutte notizie|abbiamo un problema)(?!\\p{L})|rifiut\\p{L}+ di|solo \\d+ (?:di|su)`,
  ),
  undecided: phrases(
    'chi (?:firma|decide|approva|paga|sostituisce|la sostituisce|lo sostituisce|se ne occupa|autorizza|deve|è responsabile)|nessuno (?:sa|decide|firma|vuole)|(?:sì o no|o no\\?|lo facciamo|procediamo|cosa (?:dico|faccio|facciamo|rispondo)|posso (?:confermare|procedere|dire))|(?:serve|servono|manca|attesa di|aspett\\p{L}+|bisogno di) (?:\\p{L}+ ){0,4}?(?:decisione|firma|approvazione|conferma|autorizzazione|via libera|risposta)|devo (?:dirlo|rispondere|saperlo) .{0,40}(?:entro|domani|oggi)',
    `(?:andiamo|procediamo|continuiamo|teniamo|facciamo|ordiniamo)(?!\\p{L}).{0,30}(?<!\\p{L})o(?!\\p{L}).{1,40}\\?|non (?:è chiaro|si sa) chi`,
  ),
  broken: phrases(
    'si (?:blocca|è bloccat\\p{L}+|rompe|è rott\\p{L}+)|non funziona (?:più)?|addebitat\\p{L}+ due volte|(?:seconda|terza|quarta) volta|(?:clienti|utenti|pazienti)(?!\\p{L}).{0,40}(?:lament|arrabbi|protest|non possono|non riescono)\\p{L}*|reclam[oi]',
  ),
  unsafe: phrases(
    '(?:password|dati (?:personali|dei clienti))(?!\\p{L}).{0,40}(?:pubblic|espost|rubat)\\p{L}*|incidente|infortunio|ferit[oaie]|illegale|non conforme|scadut[oaie]',
  ),
  threat: phrases(
    '(?:rescind|recedere|annull|disd)\\p{L}*(?!\\p{L}).{0,30}(?:contratto|ordine|accordo)|penal[ei]|avvocat[oi]|altro fornitore|sospender\\p{L}*|(?:persa|perso|perdendo) la (?:pazienza|fiducia)',
    `se (?:succede|capita|non|continua)(?!\\p{L}).{2,60}(?:cambi|annull|disdi|rescind|sospend|rivolg)\\p{L}*|inaccettabile|(?:molto|davvero) (?:delus|scontent|preoccupat)\\p{L}*|cambi\\p{L}+ fornitore`,
  ),
  money: phrases(
    '(?:preventivo|prezzo|costo|fattura|budget|importo)(?!\\p{L}).{0,50}(?:superior|più alto|aument|super|oltre|non pagat|insolut)\\p{L}*|[\\d.]+ ?(?:euro|€)(?!\\p{L}).{0,20}(?:in più|oltre)|cost[oi] extra',
    `sforat\\p{L}*|fuori budget|(?:prezzo|costo|preventivo)(?!\\p{L}).{0,20}(?:raddoppiat|salit|cresciut)\\p{L}*`,
  ),
  leaving: phrases(
    'mi sono licenziat[oa]|ho dato le dimissioni|(?:il )?mio ultimo giorno|in malattia (?:fino|per)|ricoverat[oa]|lascio (?:l|il)',
  ),
  scope: phrases(
    "(?:l['’]|lo |non )?avevamo (?:già )?(?:scartat|tolt|eliminat|cancellat|esclus)\\p{L}*|(?:pensavo|credevo) .{0,40}(?:scartat|cancellat|eliminat|tolt)\\p{L}*|fuori (?:dal )?(?:contratto|perimetro|ambito|preventivo)|non era (?:previsto|nel)|nessuno (?:l['’]ha|ha) (?:chiest|ordinat)\\p{L}*|vorrebb\\p{L}+ .{0,40}(?:anche|anticipare)",
  ),
  clash: phrases('si contraddic\\p{L}+|non (?:torna|coincid|corrispond)\\p{L}*|uno dei due (?:si )?sbaglia'),
  calm: phrases(
    "(?:l['’]anno|il mese|la volta) scors[oa]|ti ricordi|una volta|anni fa|nel 20\\d\\d|vecchio progetto|(?:nessun|senza|zero) (?:\\p{L}+ )?(?:problem|ritard|reclam|scart|intopp)\\p{L}*|(?:è|sono|stato|stata) (?:\\p{L}+ )?(?:risolt|sistemat|riparat)\\p{L}*|tutto (?:bene|ok|liscio|in ordine|a posto)|come (?:previsto|d['’]accordo|concordato|da accordi)|se un giorno|sarebbe bello|non (?:è )?(?:il nostro|urgente)|altro progetto|per (?:tua|sua) informazione|senza fretta|per ridere|scherzo",
    `(?:riunione|chiamata|appuntamento)(?!\\p{L}).{0,30}alle \\d+|in ferie`,
  ),
}

export const DUTCH: Partial<Troubles> = {
  slips: phrases(
    `(?:schuif|schuiven|schuift|verschuif|verschuiven|verschuift|uitgesteld|verlaat|vertraagd|loopt uit|uitlopen)(?!\\p{L}).{0,50}(?:${DAGEN}|\\d|naar|tot|op)|vertraging (?:van|bij|met|in)|(?:halen|haal|redden|red|lukt|lukken|gaat|kunnen|kan)(?!\\p{L}).{0,50}(?<!\\p{L})niet(?!\\p{L}).{0,20}(?:meer|lukken|halen|redden|op tijd|voor|$|[.,])|niet (?:halen|redden|lukken|op tijd|klaar|haalbaar)|${DAGEN} (?:later|te laat|extra|langer)|niet (?:voor|eerder dan) (?:de )?(?:\\d|\\p{L}+dag)|op zijn vroegst|nieuwe (?:lever)?datum|lopen achter`,
    `(?:komt|komen|klaar|leveren|wordt)(?!\\p{L}).{0,20}pas (?:op |de |in |over |na )?(?:de )?(?:\\d|volgende|\\p{L}+week|week)|(?:lopen|loop|liggen|zitten)(?!\\p{L}).{0,20}(?:achter|uit)(?!\\p{L})|nog (?:een|twee|drie|\\d+) (?:\\p{L}+ )?(?:weken|week|dagen|maand) nodig|(?:in gevaar|onhaalbaar|niet haalbaar|van de baan|twijfel of)(?!\\p{L})|duurt (?:\\p{L}+ )?langer|langer dan (?:gepland|verwacht|gedacht)`,
  ),
  stopped: phrases(
    'ligt (?:nog |al )?(?:steeds )?(?:bij|stil|vast)|(?:nog|al) (?:steeds|weken|dagen) .{0,30}(?:wacht\\p{L}*|geen|niets|niet)|zonder .{1,50}(?:geen|niet|kan|kunnen)|(?:kan|kunnen) (?:\\p{L}+ ){0,3}niet (?:verder|door|beginnen|starten|testen)|niemand (?:heeft|pakt|doet|reageert|neemt|is)|geen (?:reactie|antwoord|bericht|toegang|levering)|(?:zit|zitten|loop|lopen) vast|staat stil|niet (?:aangekomen|geleverd|gekomen|opgepakt)|(?:ontbreekt|ontbreken)|(?:server|systeem|omgeving)(?!\\p{L}).{0,20}(?:plat|down|eruit)|staking',
    `(?:reageert|antwoordt|reageren|belt) (?:niet|nooit|nergens)|(?:mooi|fijn|geweldig|lekker|gefeliciteerd|top|bravo)(?!\\p{L})[^.?!]{0,20}[,.!:;](?!\\p{L}).{0,60}(?:weer|zonder|nog een|derde)|(?:week|dag|maand) zonder|bij de douane|zonder (?:toegang|sleutel|akkoord|server|gegevens)|(?:aanvraag|vergunning)(?!\\p{L}).{0,20}(?:afgewezen|geweigerd)`,
    `(?:helaas|slecht nieuws|we hebben een probleem)(?!\\p{L})|weiger\\p{L}+|maar \\d+ van de`,
  ),
  undecided: phrases(
    'wie (?:tekent|beslist|betaalt|schrijft|gaat|doet|keurt|neemt|moet|is .{0,20}verantwoordelijk|heeft .{0,30}(?:goedgekeurd|besloten)|pakt|regelt)(?!\\p{L}).{0,80}\\?|niemand (?:weet|beslist|tekent|wil)|(?:ja of nee|of niet\\?|wel of niet)|(?:mag|kan|moet) ik .{0,40}(?:bevestigen|toezeggen|zeggen|bestellen)|wat (?:zeg|moet|doen) (?:ik|we)|(?:wacht\\p{L}* op|nodig|ontbreekt) (?:\\p{L}+ ){0,4}?(?:besluit|akkoord|handtekening|goedkeuring|toestemming|antwoord)|(?:besluit|akkoord|handtekening) (?:nodig|ontbreekt)',
    `(?:gaan|doen|stoppen|kopen|houden|bestellen) we(?!\\p{L}).{0,30}of(?!\\p{L}).{1,40}\\?|onduidelijk wie|geen besluit`,
  ),
  broken: phrases(
    'dubbel (?:afgeschreven|gefactureerd)|(?:vastgelopen|ligt eruit|crasht|plat)(?!\\p{L})|(?:tweede|derde|vierde) keer|alweer|(?:klanten|bewoners|inwoners|patiënten|gebruikers)(?!\\p{L}).{0,40}(?:klagen|boos|kunnen niet|staan)|klachten|werkt niet meer',
    `(?:ligt|liggen|lag) er (?:weer |opnieuw )?uit|(?:weer|opnieuw) (?:stuk|kapot|vast|plat)`,
  ),
  unsafe: phrases(
    '(?:wachtwoord|klantgegevens|persoonsgegevens)\\p{L}*(?!\\p{L}).{0,40}(?:openbaar|gelekt|zichtbaar|gestolen)|datalek|gehackt|ongeluk|gewond|niet toegestaan|in strijd met|verlopen (?:certificaat|vergunning)',
  ),
  threat: phrases(
    '(?:contract|opdracht|overeenkomst)(?!\\p{L}).{0,30}(?:opzeggen|beëindigen|heroverwegen|ontbinden)|advocaat|boete|ingebrekestelling|andere (?:leverancier|partij)|(?:geduld|vertrouwen) .{0,20}(?:op|kwijt|verloren)|laatste waarschuwing',
    `als (?:dit|het|dat|u|jullie)(?!\\p{L}).{2,50}(?:stappen|zoeken|stoppen|beëindigen|overstappen|opzeggen)|onacceptabel|(?:zeer|erg) (?:teleurgesteld|ontevreden|bezorgd)`,
  ),
  money: phrases(
    '(?:prijs|offerte|kosten|factuur|budget|bedrag)(?!\\p{L}).{0,50}(?:hoger|duurder|overschreden|boven|op|onbetaald|gestegen)|meerkosten|meerwerk|[\\d.]+ ?(?:euro|€)(?!\\p{L}).{0,20}(?:meer|extra|hoger)',
    `(?:over|boven|door) het budget|budget (?:is )?(?:op|overschreden)|(?:prijs|offerte)(?!\\p{L}).{0,20}(?:verdubbeld|omhoog)`,
  ),
  leaving: phrases(
    'ontslag genomen|mijn laatste (?:werk)?dag|ga weg bij|ziek gemeld|langdurig ziek|in het ziekenhuis|van het project gehaald',
  ),
  scope: phrases(
    '(?:hadden|hebben) we .{0,30}(?:geschrapt|laten vallen|afgesproken|afgeblazen)|dacht .{0,40}(?:geschrapt|van de baan|vervallen)|(?:buiten|niet in) (?:de )?(?:scope|opdracht|offerte|planning)|niemand .{0,15}(?:gevraagd|besteld)|wil(?:len)? .{0,40}(?:ook nog|erbij|eerder)',
    `(?:zat|zit|stond|staat|was|is) (?:nooit |niet )+(?:in|bij|onderdeel)|(?:wil|willen|vraagt) (?:\\p{L}+ )?(?:nu|opeens|ineens|ook)(?!\\p{L})`,
  ),
  clash: phrases('spre(?:ekt|ken) elkaar tegen|klopt niet met|een van beiden|niet (?:de )?\\d+.{0,10}maar'),
  calm: phrases(
    'vorig(?:e)? (?:jaar|keer|maand)|destijds|vroeger|jaren geleden|in 20\\d\\d|weet je nog|(?:geen|zonder|niet meer) (?:\\p{L}+ )?(?:vertraging|problemen|klachten|geblokkeerd)|(?:is|zijn) (?:\\p{L}+ )?(?:opgelost|hersteld|geregeld|gehaald|verholpen)|alles (?:goed|in orde|op schema)|op schema|volgens (?:plan|afspraak)|zoals (?:gepland|afgesproken)|ooit|stel dat|zou (?:leuk|mooi)|niet ons project|ander project|ter info(?:rmatie)?|geen haast|grapje',
    `(?:vergadering|overleg|afspraak)(?!\\p{L}).{0,30}naar \\d+|op vakantie`,
  ),
}
