import { phrases } from './trouble-words.ts'

const NUM =
  '(?:\\d[\\d.,]*|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|ein(?:e[nm]?)?|zwei|drei|vier|fünf|sechs|acht|zehn|deux|trois|quatre|cinq|dos|tres|cuatro|due|tre|quattro|twee|drie|vier|dois|duas|três|dwa|dwie|trzy)'

/** Small words that any trade uses, by what they do in a sentence: a language has few of them, and they do not change. */
export const SMALL_WORDS = {
  /** It is not. */
  denies: phrases(
    "not|cannot|\\p{L}+n['’]t|never|nobody|no ?one|none|nothing|neither|nor|no|hardly|without|nowhere",
    'nicht|nichts|nie|niemals|niemand|keiner?|keine[mnrs]?|kaum|ohne|weder|nirgends',
    "pas|jamais|personne|rien|aucune?|sans|ne \\p{L}+ plus|n['’]\\p{L}+ plus|nadie|nunca|ningun[oa]?|ningún|nada|sin|tampoco",
    'non|nessun[oa]?|niente|nulla|senza|mai|niet|niets|niemand|geen|nooit|zonder|não|ninguém|nenhuma?|sem|nem|nie|nikt|nic|żad\\p{L}+|bez',
  ),
  /** Less, or other, than there should be. */
  limits: phrases(
    'only|just (?:one|two|\\d)|instead|any ?more|no longer|too (?!often)\\p{L}+|at most|at best|less|fewer|rather than|the wrong|the old|half (?:of|the)|short(?! notes)|missing|except|apart from',
    'nur|bloß|lediglich|statt|anstatt|nicht mehr|zu (?:wenig|viel|spät|lang|kurz|groß|klein|teuer|hoch|schwer)|höchstens|weniger|falsch\\p{L}*|alten?|fehl\\p{L}+|außer',
    'seulement|au lieu|trop|moins|sauf|mauvais\\p{L}*|manque\\p{L}*|sólo|solo|solamente|en vez|en lugar|demasiad\\p{L}+|menos|falta[n]?|soltanto|invece|troppo|meno|manca\\p{L}*|slechts|alleen|te (?:laat|weinig|veel|lang|duur)|minder|ontbre\\p{L}+|apenas|em vez|demasiad\\p{L}+|falta[m]?|tylko|zamiast|zbyt|mniej|brakuje',
  ),
  /** It turns. */
  turns: phrases(
    'but|however|although|though|yet|whereas|while|still|again|after all|actually|even so|otherwise|unless|until',
    'aber|jedoch|obwohl|trotzdem|dagegen|während|wieder|doch|eigentlich|allerdings|sonst|bevor|solange|erst',
    'mais|pourtant|cependant|toujours|encore|sinon|tant que|pero|aunque|sin embargo|todavía|sigue[n]?|hasta que|però|tuttavia|ancora|finché|maar|toch|nog steeds|weer|totdat|mas|porém|ainda|até que|ale|jednak|nadal|znowu|dopóki',
  ),
  /** Whoever writes is sorry. */
  regrets: phrases(
    "(?:i|we)(?:['’]m| am|['’]re| are)(?: \\p{L}+)? (?:afraid|sorry|worried)|afraid|unfortunately|regret\\p{L}*|honestly|to be honest|frankly|sadly|i hate to|sorry (?:to|about|for this)|(?:do not|don['’]t) want to be|have to (?:tell|share|say|admit)|wanted you to hear|between us|bad news|must (?:tell|inform) you|uneasy|(?:not|n['’]t) (?:\\p{L}+ )?(?:comfortable|happy|sure|convinced)|nervous",
    'leider|bedaure\\p{L}*|tut mir leid|ehrlich gesagt|muss (?:ihnen|dir|euch|ich) .{0,20}(?:sagen|mitteilen|gestehen)|bauchschmerzen|unwohl|sorgen?|ungern',
    'malheureusement|hélas|désolée?|je crains|je regrette|lamentablemente|desgraciadamente|me temo|lo siento|lamento|purtroppo|mi dispiace|temo|helaas|jammer genoeg|het spijt|infelizmente|lamento|receio|niestety|przykro|obawiam',
  ),
  /** Somebody else says, wants, does. */
  others: phrases(
    '(?:they|he|she|somebody|someone|nobody)(?! (?:both )?(?:all )?(?:love|like|liked|loved|passed))|who(?:ever)?|whose|their|(?<!(?<!\\p{L})(?:i|we|you) )(?:has|have) (?:not )?\\p{L}+(?:ed|en)|(?:says?|said|told|wants?|asks?|asked|thinks?|insists?|claims?|counted?|demands?|expects?|refuses?|has (?:decided|taken|closed|changed)|came back|sent (?:it|us|them) back)',
    '(?:sagt|sagen|meint|will|wollen|verlangt|verlangen|fordert|behauptet|besteht|weigert|lehnt|schreibt)|angeblich|jemand|einer|wer|niemand|keiner',
    'on (?:me|nous) (?:dit|demande)|(?:dit|disent|veut|veulent|demande|exige|refuse)|(?:dice|dicen|quiere|quieren|pide|exige)|(?:dice|dicono|vuole|vogliono|chiede|chiedono)|(?:zegt|zeggen|wil|willen|eist|vraagt)|(?:diz|dizem|quer|querem|pede|exige)|(?:mówi|mówią|chce|chcą|żąda|twierdzi)',
  ),
  /** It has only now come to light. */
  discovers: phrases(
    'noticed|found out|found (?:that|our|old|two|three)|turns? out|turned out|it seems|seems to|apparently|looks like|(?:i|we) (?:just |only )?(?:hear|heard|learn\\p{L}*|saw|see now|read)|only now|now see|just (?:seen|heard|read|learn\\p{L}*|noticed|been told)|first time|came to (?:me|us)|suddenly|all of a sudden|out of the blue|nobody (?:asked|told)|without (?:telling|asking)|not on (?:any|the) (?:drawing|plan|list)s?|have (?:had another|been through)|had another look',
    'gemerkt|festgestellt|feststellen|aufgefallen|herausgestellt|stellt sich heraus|anscheinend|offenbar|angeblich|höre ich|habe? ich (?:gehört|erfahren|gelesen)|erst heute|gerade (?:gesagt|gesehen|erfahren)|zum ersten mal|plötzlich|auf einmal|jetzt doch',
    "on s['’]est aperçu|il paraît|apparemment|je viens d['’]apprendre|tout à coup|resulta que|parece que|me (?:dicen|he enterado)|de repente|pare che|risulta|ho saputo|all['’]improvviso|blijkt|blijkbaar|hoor net|ineens|parece que|soube|de repente|okazał\\p{L}*|podobno|nagle|dowiedział\\p{L}*",
  ),
  /** It takes, or has taken, long. */
  lasts: phrases(
    `(?:in|for|since|takes?|about|another|at least|of|after|the next|within|until|before|over) (?:\\p{L}+ )?${NUM} (?:full |working |more )?(?:months?|weeks?|days)|${NUM} (?:more |full |working )?(?:weeks?|months?)|(?:weeks|months|days) (?:ago|now|late)|(?:for|in) (?:days|weeks|months|ages)|for the (?:second|third|fourth|fifth)|(?:second|third|fourth) (?:time|\\p{L}+day)|not (?:before|until)|frühestens|at the earliest|earliest|since (?:\\p{L}+day|last|january|february|march|april|may|june|july|august|september|october|november|december)`,
    `(?:in|seit|erst in|noch|etwa|vor|dauert) (?:\\p{L}+ )?${NUM} (?:monat\\p{L}*|woche\\p{L}*|tag\\p{L}*)|seit (?:\\p{L}+tag|letzte\\p{L}*|wochen|monaten|tagen)|zum (?:zweiten|dritten|vierten) mal`,
    `depuis|(?:dans|pendant) ${NUM} (?:mois|semaines?|jours)|desde hace|hace ${NUM}|dentro de ${NUM}|da (?:settimane|giorni|mesi|${NUM})|(?:fra|tra) ${NUM}|(?:al|over|sinds) ${NUM} (?:maand\\p{L}*|we\\p{L}+|dag\\p{L}*)|há ${NUM}|od ${NUM}|za ${NUM}`,
  ),
  /** Whoever reads is to answer, choose or say. */
  turnsToReader: phrases(
    'let me know|tell me|tell us|advise|say how|(?:please|kindly|could you|can you|would you|will you) (?:\\p{L}+ )?(?:confirm|decide|choose|tell|say|advise|approve|sign|call|talk|give|explain)|how (?:do|would|should|shall) (?:you|we)|what (?:do|would|should|shall) (?:you|we|i)|which (?:shall|should|one|do)|shall (?:we|i)|should (?:we|i)|do(?:es)? (?:you|that|this) (?:want|suit|work)|talk to me|give (?:me|us) a (?:shout|ring|call)|would be glad to talk|you (?:had|promised|said|told)|your side|up to you|your call|i need',
    'sagen sie|sag mir|geben sie|gib mir|was (?:machen|sollen|tun|meinst|meinen)|wie (?:machen|sollen|wollen|möchten) |sollen wir|soll ich|melden sie sich|ruf(?:en)? (?:mich|sie)|bitte um|wissen sie|ich brauche|wo sind wir',
    'dites-moi|dis-moi|que (?:fait-on|faisons|dois-je)|merci de (?:me|nous)|díg\\p{L}+|dime|qué (?:hacemos|hago)|necesito|mi dica|dimmi|che (?:facciamo|faccio)|laat (?:me|het|maar)|wat (?:doen|moeten|wil)|diga-me|o que (?:fazemos|faço)|preciso|proszę o (?:decyzję|odpowiedź)|co (?:robimy|mam)',
  ),
  /** Something can go wrong, hurt, cost or be taken away. */
  costs: phrases(
    'lose|losing|lost|cost|costs|pay|paid|paying|bill|extra|over(?: on)?|expensive|strike|police|solicitor|lawyer|claim|stop(?:s|ped)?|stopped|stand(?:s|ing)? (?:still|idle|in)|left|leave|leaving|gone|cancel\\p{L}*|closed?|refus\\p{L}+|reject\\p{L}*|fail\\p{L}*|wrong|crack\\p{L}*|broken|damaged?|soaked|danger\\p{L}*|risk\\p{L}*|drop(?:ped|s)?|dropped|taken|back to|gave up|scrap\\p{L}*|off (?:sick|the)|unable',
    'verlier\\p{L}+|kost(?:et|en)|zahl\\p{L}+|teuer|streik|anwalt|klag\\p{L}+|steh(?:t|en)|stopp\\p{L}*|gekündigt|weg|abgesagt|geschlossen|abgelehnt|kaputt|gefahr|risiko|unfall|krank',
    'perd\\p{L}+|coûte\\p{L}*|grève|avocat|arrêt\\p{L}*|refus\\p{L}*|cassé\\p{L}*|cuesta\\p{L}*|huelga|abogad\\p{L}+|cancel\\p{L}*|rechaz\\p{L}+|rot[oa]s?|costa\\p{L}*|sciopero|avvocato|rifiut\\p{L}+|rott[oaie]|verlie\\p{L}+|kost|staking|advocaat|geweiger\\p{L}*|kapot|custa\\p{L}*|greve|advogad\\p{L}+|recus\\p{L}+|kosztuje|strajk|odmów\\p{L}+',
  ),
  /** Done, or further on. */
  finishes: phrases(
    '(?:is|are|was|were|got|all|both|now|came) (?:\\p{L}+ )?(?:up|in|on|over|down and|through|done|fixed|live|signed|back|here|gone up|set)(?=[,.;:!]|$| (?:and|now|too|again|already|yesterday|today|since|on (?:the|all)))|finished|done|passed|works|worked|working (?:now|again)|uploaded|arrived|installed|merged|loaded|copied|proofread|posted|printed|delivered|written|closed off|moving on|pass now|to go',
    'fertig|erledigt|durch|läuft|laufen|steh(?:t|en)(?=[,.])|drin|montiert|eingebaut|hochgeladen|angekommen|geliefert|getestet|bestanden|klappt|unterschrieben|eingetragen|zugestimmt|genehmigt|aufgesetzt',
    'terminée?s?|fini\\p{L}*|posée?s?|installée?s?|livrée?s?|testée?s?|marche|fonctionne|terminad\\p{L}+|list[oa]s?|instalad\\p{L}+|entregad\\p{L}+|funciona|finit[oaie]|pront[oaie]|installat[oaie]|consegnat[oaie]|funziona|klaar|geplaatst|geleverd|getest|werkt|pronto|concluíd\\p{L}+|entregue|gotow\\p{L}+|zrobion\\p{L}+|działa',
  ),
  /** Well, agreed, or as it was planned. */
  pleases: phrases(
    '(?:is|are|was|were|all|both|now) (?:\\p{L}+ )?(?:clear|green|fine|healthy)|attached|booked|confirmed|ordered|happy|fine|good|no (?:surprises|hiccups|blockers|issues|problems|alarms)|nothing (?:to worry|to report|lost)|on (?:track|time|plan|schedule)|as (?:planned|agreed|drawn|discussed)|smooth\\p{L}*|quick|plenty|well below|ahead|(?:nearly|almost|getting) there|thank(?:s| you)',
    'gebucht|bestätigt|passt|gut|besser|super|prima|toll|perfekt|bestens|brauchbar|sauber|in ordnung|wie (?:geplant|besprochen|vereinbart)|keine (?:probleme|fehler)|danke|comme prévu|como estaba|volgens plan|zgodnie z',
  ),
  /** The next step of whoever writes. */
  plansOn: phrases(
    "(?:tomorrow|tonight|next|then|after lunch|this afternoon|the rest|\\p{L}+day)(?=[,.;!]|$)|(?:starts?|next|two|three|four|rest|done|fix|connection|the rest|hopefully|planned|from|on) (?:\\p{L}+ )?(?:tomorrow|tonight|on \\p{L}+day|from \\p{L}+day|\\p{L}+day)|i(?:['’]ll| will| start| do| then)|(?:two|three|four|five) (?:more )?(?:to go|left)|started on|half (?:of )?the \\p{L}+ (?:are|is) (?:in|done|through)|still to do",
    '(?:morgen|heute|dann|danach|übermorgen|\\p{L}+tag)(?: \\p{L}+){0,3}(?=[,.;!]|$)|(?:kommt|kommen|folgt|folgen) (?:am|morgen|noch|dazu)|(?:morgen|danach) (?:die|der|das|spielen|machen|geht)',
    'demain|mañana|domani|morgen|amanhã|jutro',
  ),
}

export type SmallWord = keyof typeof SMALL_WORDS
