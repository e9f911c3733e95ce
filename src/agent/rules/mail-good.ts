import { sentencesOf } from './mail-meaning.ts'
import { remembered } from './remembered.ts'
import { saidIn } from './sentence-turns.ts'
import { phrases } from './trouble-words.ts'

const GOOD: RegExp[] = [
  // Approved, granted, agreed.
  phrases(
    '(?:approved|renewed|certified|won the|extended (?:the|our) (?:contract|licen[cs]e)|came through|come through|agreed to (?:fund|pay|extend|join)|is (?:yours|ours)|go for it|endorsed|ratified|adopted|granted|awarded|countersigned|unanimous\\p{L}*|in favour)|(?<!(?<!\\p{L})(?:i|we) (?:\\p{L}+ ){0,4})(?:said|says|voted) yes|(?:gave|given|have|got|has) (?:\\p{L}+ )?(?:the |their |its |his |her )?(?:green light|go-ahead|nod|blessing|all-clear)|accepted (?:\\p{L}+ ){0,4}(?:report|delivery|work|result|result|offer|plan|phase)|(?:has |have |was |been )?(?:issued|released) (?:the|our|your|its)|without (?:any )?(?:comments?|changes|conditions|objections?|reservations|findings|remarks)|no (?:changes|conditions|comments|objections|reservations|findings|remarks)(?: wanted| needed)?|signed (?:it|off|the contract|the order|yesterday|today|this morning)|off you go|(?:full|whole) amount',
    '(?:bewilligt|genehmigt|zugestimmt|freigegeben|erteilt|unterschrieben|angenommen|grünes licht|einstimmig|abgesegnet|ohne (?:abstriche|auflagen|einwände|beanstandung\\p{L}*|mängel))',
    `(?:validé|approuvé|accepté|accordé|délivré|signé|adopté|obtenu|retenu)e?s?|feu vert|à l['’]unanimité|sans (?:réserve|remarque|condition|observation)s?|donné (?:son|leur) accord`,
    'aprob(?:ó|ado|ada|aron|ados)|autoriz(?:ó|ado|aron)|conced(?:ió|ido|ida)|firm(?:ó|ado|ada|aron)|visto bueno|luz verde|por unanimidad|sin (?:observaciones|condiciones|reparos|objeciones)',
    'approvat[oaie]|firmat[oaie]|concess[oaie]|rilasciat[oaie]|via libera|senza (?:riserve|osservazioni)|goedgekeurd|akkoord|ondertekend|verleend|groen licht|zonder (?:opmerkingen|voorwaarden)|aprovad[oa]s?|aprovou|concedid[oa]s?|assinad[oa]s?|luz verde|sem (?:condicionantes|ressalvas|reservas|observações)|zatwierdz(?:on|ił)\\p{L}*|zaakceptowa\\p{L}*|podpisan\\p{L}+|podpisał\\p{L}*|zgodę dostali\\p{L}*|bez (?:uwag|zastrzeżeń)',
  ),
  // Done, arrived, further on.
  phrases(
    `(?:finished|completed?|halfway|received (?:the|your) payment|paid in full|arrived (?:safely|complete|intact|today|this|yesterday|on)|merged|deployed|migrated|commissioned|poured|handed over|recruited|on board|up and running|in production|sailed|embarked|unloaded)|(?:are|is|was|were|been|got|all|both) (?:\\p{L}+ )?(?:through|done|delivered|installed|trained|loaded|tested|passed|shipped|laid|wired|fitted|filled|hired|sealed|assembled|painted|connected|printed|built|welded|calibrated|mapped|reviewed|translated|in the ground|in place)(?! (?:the|with|a) )|(?:we|i|they)(?:['’]ve| have)? (?:now )?(?:finished|completed|got through|delivered|installed|trained|loaded|tested|passed|shipped|filled|hired|found and fixed|closed|wrapped up)|left (?:port|\\p{L}+ (?:this|on|yesterday|today|as))|(?:checks?|cases?|tests?) passed|reporting`,
    '(?:ist|sind|war|waren|alle\\p{L}*) (?:\\p{L}+ )*?(?:durch|fertig|abgeschlossen|erledigt|geliefert|angekommen|eingebaut|montiert|geschult|umgezogen|übertragen|in betrieb|grün|live)|abgeschlossen|fertiggestellt|in betrieb genommen|bestanden|abgenommen|ausgeliefert|verladen|erfolgreich\\p{L}*',
    `(?:terminé|achevé|livré|installé|formé|testé|migré|posé|réceptionné|embarqué|mis en service|bouclé|finalisé|recruté)e?s?|s['’]est (?:bien|très bien) (?:passée?|déroulée?)|avec succès`,
    '(?:terminad|concluid|entregad|instalad|cargad|probad|migrad|montad|finalizad|completad|embarcad)[oa]s?|terminamos|hemos (?:terminado|acabado|cerrado|completado|entregado)|salieron bien|salió bien|con éxito',
    '(?:conclus|complet(?:at|)|terminat|consegnat|installat|collaudat|caricat|finit)[oaie]|con successo|(?:afgerond|opgeleverd|geslaagd|geïnstalleerd|voltooid|geleverd|afgebouwd|klaar)|(?:concluíd|entregue|instalad|terminad|carregad)[oa]?s?|correu bem|com sucesso|(?:zakończ|ukończ|dostarcz|zainstal|przeszkol|wdroż|uruchom|zamkn)\\p{L}*(?:on|ęt|ył|ił)\\p{L}*|pomyślnie',
  ),
  // Better than was thought, or just as it was.
  phrases(
    '(?:better|faster|improved?|adoption|satisfaction|savings?|up (?:by|from) \\d|quicker|cheaper|lower|smoother|earlier|fewer|less|shorter) than(?! (?:we need|needed|half))|ahead of|(?:slightly |well |just )?(?:under|below|above|beyond) (?:what|budget|the (?:budget|target|plan|limit|agreed|required|threshold)|target|spec|plan)|(?:\\p{L}+|\\d+) (?:days?|weeks?|hours?|months?) (?:early|ahead|sooner)|down from|to spare|(?:no|zero|without|not a single|without a single) (?:\\p{L}+ )?(?:rejects?|errors?|defects?|leaks?|failures?|loss(?:es)?|incidents?|faults?|critical|rejections?|downtime|mistakes?|deviations?|dropouts?|warnings?)|all green|tests? green|flat for|(?:works|worked) (?:on|for|in|with) (?:every|all|the)|(?:no|zero|without|nobody|no one) (?:\\p{L}+ )?(?:injur|accident|surprise|note|damage|worr|fuss|drama|hiccup|outage|casualt)\\p{L}*|nothing (?:in our way|to worry|broken|lost|to report|serious|unusual|changes|for you to do)|not (?:\\p{L}+ )?after all|(?:nobody|no ?one) (?:has |was |even )*(?:complain(?:ed|s)|notic(?:ed|es)|mind(?:ed|s)|object(?:ed|s)|hurt|miss(?:ed|es))|a record|impressed|proud|thrilled',
    'room to|for once helps|good news|happy to (?:report|say|confirm|tell)|pleased to|delighted|glad to (?:report|say|tell)|(?:liked|loved) (?:it|them|the) (?:a lot|very)|went (?:\\p{L}+ )?(?:well|smoothly)|(?:is|are|was|were|been|went home|went away|left) (?:\\p{L}+ )?(?:happy|satisfied|pleased|content|calm)|(?:liked|loved|welcomed) (?:it|them|the)|(?:all|everything) (?:\\p{L}+ )?within|(?:under|within|below) (?:the|its|our|all) (?:\\p{L}+ )?(?:limits?|thresholds?|bounds)|good idea|well done|content (?:for|with)|positive|match(?:es)? on|well argued|carry on|continue as',
    'besser als|schneller als|früher als|günstiger als|vor dem (?:plan|zeitplan)|(?:tage|wochen) (?:früher|eher)|ohne (?:fehler|ausfälle|zwischenfälle|verluste)|fehlerfrei|reibungslos|gute nachricht\\p{L}*|weiter wie|keine (?:fehler|mängel|ausfälle|kritischen)',
    'mieux que|plus vite que|en avance|sans (?:incident|erreur|rejet|perte|accroc)s?|bonne nouvelle|aucun(?:e)? (?:rejet|erreur|incident|défaut|anomalie)|zéro (?:défaut|erreur)|vous continuez',
    'mejor (?:que|de lo)|por encima de lo (?:pactado|previsto|exigido)|antes de lo previsto|sin (?:un solo )?(?:rechazos?|errores|incidencias|fallos|fugas|pérdidas)|ningun[oa]? (?:fuga|error|rechazo|incidencia|fallo)|buenas? noticias?|en plazo',
    'in anticipo|senza (?:errori|scarti|problemi)|buon[ae] notizi[ae]|zonder (?:fouten|problemen)|goed nieuws|mooi werk|sem (?:erros|rejeições|incidentes|falhas)|boas? notícias?|bez (?:błędów|usterek|awarii)|dobr[ea] wiadomoś\\p{L}+',
  ),
]
/** As it was planned: no trouble, and no news by itself. */
const AS_PLANNED = phrases(
  `(?:as|according to|per) (?:planned|scheduled|plan|schedule|agreed|promised|expected)|on (?:schedule|time|track|plan|budget|course)|as (?:usual|always|ever)|(?:been|is|was|are|were|still|already) in the plan|where we (?:wanted|want|should|planned) to be|remains? (?:the|as|on|un)|unchanged|by the agreed`,
  'wie (?:geplant|vereinbart|vorgesehen|verabredet)|planmäßig|im (?:plan|zeitplan|budget)|comme (?:prévu|convenu)|dans les temps|según lo (?:previsto|planeado|acordado)|como estaba previsto',
  'come da (?:programma|piano|accordi)|come previsto|volgens (?:plan|planning|schema|afspraak)|zoals (?:gepland|afgesproken)|conforme (?:previsto|planeado|planejado|combinado)|dentro do prazo|zgodnie z (?:planem|harmonogramem|umową)',
)
const OFFER = phrases(
  '(?:our|my|an|the) (?:\\p{L}+ )?(?:offer|quote|quotation|proposal|estimate|bid|tender)(?! (?:elsewhere|from))|offer for|valid (?:for|until|through|till)',
  '(?:unser|mein|das|ein) (?:\\p{L}+ )?angebot|angebot für|gültig bis|bindefrist|notre (?:offre|proposition|devis)|devis (?:pour|ci)|valable (?:jusqu|pendant|\\d)|nuestra (?:oferta|propuesta|cotización)|(?:oferta|presupuesto|cotización) (?:para|por|de)|válid[oa] (?:hasta|por|durante)',
  '(?:nostra|nostro) (?:offerta|preventivo|proposta)|valid[oa] fino|onze offerte|offerte voor|geldig tot|(?:nossa|a) (?:proposta|cotação)|orçamento para|nasz[aą] (?:ofert|wycen)\\p{L}*|ważna do',
)

const said = (pattern: RegExp) => remembered((text) => pattern.test(text))

/** An offer or a price has come. */
export const isOffer = said(OFFER)
/** Something is granted, done, or better than was thought. */
export const bringsGood = remembered((text): boolean =>
  GOOD.some((each) => sentencesOf(text).some((one) => saidIn(one, each) !== undefined)),
)
const isAsPlanned = said(AS_PLANNED)
/** It brings good news, or all goes as planned. */
export const isGood = (text: string) => bringsGood(text) || isAsPlanned(text)
