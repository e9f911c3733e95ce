import { hints, type Hint } from './trouble-words.ts'

/** How people say in German that a plan does not hold, that work stands or fails, that harm or money is at stake. */
export const GERMAN_FRAMES: Hint[] = [
  ...hints(
    'slips',
    2,
    '(?:statt|anstatt|anstelle)(?!\\p{L}) .{0,30}\\d|nicht (?:am |zum |im |bis |die |den )?\\d[^.]{0,30} sondern|(?:vereinbart|geplant|zugesagt|abgemacht|vorgesehen|versprochen) (?:war|waren|hatten)(?!\\p{L})|frühestens|(?:kommt|kommen|wird|werden|geht|liefern|erst)(?!\\p{L})[^.]{0,40} erst (?:am|im|in|ab|nach|ende|mitte|anfang|wenn|zum|nächste\\p{L}*|\\d)|erst (?:wieder )?(?:am|nach|nächste\\p{L}*|mitte|ende|anfang|wieder)',
    '(?:verspät|verzöger|verschieb|verschob|verlänger|verpass|versäum|überzieh|überzog)\\p{L}*|rückstand|rückständ\\p{L}*|hinterher|in verzug|lieferengpass|engpass|engpässe|ausverkauft|nicht lieferbar|lieferstopp',
    '(?:länger|später|schwieriger|langsamer|aufwändiger|aufwendiger|teurer|mehr|größer|schlechter) (?:als|dauern|dauert|brauchen)|doppelt so (?:lang|viel|teuer|hoch)\\p{L}*|unterschätzt|verrechnet|verschätzt|zu (?:knapp|spät|wenig|wenige|eng|teuer|langsam|optimistisch|kurz|lang|schwer|groß|klein|laut|heiß|gefährlich)(?!\\p{L})',
    '(?:unmöglich|unrealistisch|utopisch|gefährdet|kippt|wackelt|nicht (?:zu )?(?:machbar|möglich|haltbar|halten|realistisch|einzuhalten|darstellbar|drin|versprechen|zusagen|garantieren|zu schaffen))(?!\\p{L})|(?:klappt|geht|wird|reicht|schaff\\p{L}+|halten|hält|passt|glaube|sehe)(?!\\p{L})[^.]{0,50} nicht(?:s)?(?!\\p{L})',
  ),
  ...hints(
    'stopped',
    2,
    '(?:will|wollen|möchte\\p{L}*)(?!\\p{L})[^.]{0,50} nicht (?:an|unter|ab|über|mit|zu|frei)?\\p{L}{2,}en(?!\\p{L})|(?:haben|habe|hat|mussten)(?!\\p{L})[^.]{0,50} (?:angehalten|gestoppt|abgebrochen|abgeschaltet|stillgelegt)(?!\\p{L})|(?:können|kann) (?:\\p{L}+ ){1,6}vergessen|wir hängen(?!\\p{L})|(?:komm\\p{L}*|geht|gehen|kann|können|konnte\\p{L}*|darf|dürfen)(?!\\p{L})[^.]{0,60} nicht (?:mehr |weiter|ran|rein|an |auf |arbeiten|starten|beginnen|anfangen|testen|zugreifen|anmelden|einloggen|nutzen|benutzen|drucken|buchen|liefern|bauen|öffnen|sehen|finden)',
    '(?:solange|bis|bevor|ehe)(?!\\p{L})[^.]{0,60}(?:entscheid\\p{L}*|unterschr\\p{L}*|freig\\p{L}*|geklärt|klär\\p{L}*|bestätig\\p{L}*|zahl\\p{L}*|sagt|liefert|vorlieg\\p{L}*|da ist|kommt)(?!\\p{L})',
    '(?:steh(?:t|en)|lieg(?:t|en)|häng(?:t|en)|sitz(?:t|en)|wart(?:e|et|en)|ruh(?:t|en)|stock(?:t|en))(?!\\p{L})[^.]{0,50}(?<!\\p{L})(?:still|fest|herum|rum|seit|beim zoll|im zoll|auf eis|auf dem trockenen|bei ihnen|bei euch|auf (?:eine|die|das|den|ihre|eure))(?!\\p{L})|dreh\\p{L}+ (?:uns|mich) im kreis|däumchen|nichts zu tun|nichts anderes mehr|leerlauf|stillstand|lahmgelegt|blockiert|ausgebremst|beschäftigungslos',
    '(?:keinen?|ohne|fehlend\\p{L}*|gesperrt\\p{L}*) (?:\\p{L}+ )?(?:zugang|zugriff|zugänge|antwort|freigabe|unterschrift|rückmeldung|genehmigung|vertrag|auftrag|strom|netz|personal|leute|material|lizenz\\p{L}*|bestellung|ersatz|nachfolger\\p{L}*|vertretung)(?! (?:nötig|erforderlich))|(?:wieder|zurück) (?:mit|auf|zu|zum) (?:\\p{L}+ )?(?:excel|papier|zettel\\p{L}*|stift|fax|hand|alten?)(?!\\p{L})|von hand|händisch|behelfsmäßig|notlösung',
  ),
  ...hints(
    'undecided',
    2,
    '(?:haben|hat|wurde|habe)(?!\\p{L})[^.]{0,40} (?:beschlossen|entschieden)(?!\\p{L})(?! [^.]{0,20}nichts)|(?:muss|müsste|sollte|soll|kann|könnte|möge) (?:\\p{L}+ )*?(?:jemand|einer|wer|mal jemand)(?!\\p{L})|(?:jemand|einer) (?:muss|müsste|sollte|mit befugnis)|(?:weiß|wissen|ist|unklar|klar)(?!\\p{L})[^.]{0,25}(?:nicht,|unklar,?|offen,?)? (?:wer|ob|welche\\p{L}*|wie es|wie wir|was wir|was ich)(?!\\p{L})',
    '(?:brauch\\p{L}*|benötig\\p{L}*|erwart\\p{L}*|bitte um|fehlt)(?!\\p{L})[^.]{0,40}(?:entscheidung|freigabe|unterschrift|ansage|antwort|zusage|okay|klärung|rückmeldung|einschätzung|stellungnahme|votum|weisung)|entweder[^.]{3,80} oder(?!\\p{L})|(?:deine|ihre|eure) entscheidung|entscheide (?:du|bitte)|sag (?:du|mir|uns)|was (?:soll|sollen|tun|machen|mache)(?!\\p{L})|welche\\p{L}* (?:gilt|stimmt|ist (?:richtig|gültig))|wer (?:entscheidet|zahlt|trägt|unterschreibt|übernimmt|ist zuständig)',
    '(?:streit|uneinig\\p{L}*|streiten|schiebt|schieben es|zuständigkeit|im kreis|patt|zankapfel|keiner will|niemand will)(?!\\p{L})',
  ),
  ...hints(
    'clash',
    2,
    '(?:sagt|sagen|meint|meinen|laut|behauptet|schreibt|will|wollen|nennt|steht)(?!\\p{L})[^.]{2,90}(?:,|;|aber|während|und)[^.]{0,50}(?:sagt|sagen|meint|meinen|laut|behauptet|schreibt|will|nennt|steht|so)(?!\\p{L})|widerspr\\p{L}+|passt nicht zusammen|nicht überein|eins von beid\\p{L}*|abweich\\p{L}+|unstimmig\\p{L}*|missverst\\p{L}+|wusste ich nicht|höre ich zum ersten',
  ),
  ...hints(
    'broken',
    2,
    '(?:stürz|bricht|brechen|fällt|fallen|friert|hängt|spinn|streik)\\p{L}*[^.]{0,40} (?:ab|zusammen|aus|ein|sich auf)(?!\\p{L})|abgestürzt|zusammengebrochen|ausgefallen|ausfall|ausfälle|kaputt|defekt\\p{L}*|beschädigt\\p{L}*|falsche?[nrms]?|fehlerhaft\\p{L}*|doppelt (?:\\p{L}+)|leer (?:zurück|geblieben)|verschwunden|verloren (?:gegangen|gehen)?|gelöscht|unlesbar|unbrauchbar|zu langsam|dauert (?:\\p{L}+ )?(?:ewig|minuten|eine minute|\\d)',
    '(?:kunden|patienten|mitarbeiter\\p{L}*|fahrer|kollegen|anwender|nutzer|leute|pflegekräfte|schwestern|mieter|gäste|eltern|lehrer|händler)(?!\\p{L})[^.]{0,70}(?:beschwer\\p{L}*|können nicht|kommen nicht|laufen weg|verlassen|weiger\\p{L}*|sauer|wütend|verärgert|falsch\\p{L}*|doppelt|warten|stehen|ruf\\p{L}* an|gehen wieder|nicht mehr)|beschwerde\\p{L}*|reklamation\\p{L}*|seit (?:dem|der) (?:update|umstellung|letzten|migration|go-?live|wechsel|neuen|neue)',
  ),
  ...hints(
    'unsafe',
    2,
    'unbefugt\\p{L}*|gehackt|angriff\\p{L}*|schadsoftware|datenleck|datenpanne|datenschutz\\p{L}*[^.]{0,60}(?:verstoß|verstößt|beauftragt\\p{L}*|problem|melden|nicht)|(?:mit|samt) (?:klar)?namen|krankheitstage|personalakte\\p{L}*|gehaltsliste\\p{L}*|jeder (?:\\p{L}+ )?(?:kann|sieht|darf)|einsehbar|einsehen|passwort\\p{L}*|unverschlüsselt|echte\\p{L}* (?:kunden|patienten|personen|namen|daten)\\p{L}*',
    'unfall|unfälle|verletz\\p{L}+|verbrannt|gestürzt|beinahe|um ein haar|fast (?:getroffen|umgefahren|verletzt|eingeklemmt|gestürzt)|gefährlich\\p{L}*|gefahr|brandgefahr|rauch\\p{L}*|qualm|funken|stromschlag|notausgang|notaus|schutztür\\p{L}*|überbrückt|einsturz\\p{L}*|asbest|giftig|absperr\\p{L}*|abgesperrt|gesperrt wegen',
    '(?:betriebsrat|personalrat|gewerkschaft|behörde|bauamt|gewerbeaufsicht|aufsicht|tüv|prüfer|brandschutz|datenschützer|denkmalschutz|berufsgenossenschaft|versicherung|rechtsabteilung|juristen|revision|gutachter)\\p{L}*(?!\\p{L})[^.]{0,80}(?:nicht|einspruch|widerspr\\p{L}+|bedenken|untersag\\p{L}*|verlang\\p{L}*|forder\\p{L}*|besteh\\p{L}*|lehn\\p{L}*|abgelehnt|stopp\\p{L}*|stillgelegt|mitbestimm\\p{L}*|erst|beanstand\\p{L}*|mängel)|verstöß\\p{L}*|verstoß\\p{L}*|rechtswidrig|gesetzwidrig|abgelaufen|unzulässig|nicht (?:erlaubt|zulässig|zugelassen|lizenziert)|urheberrecht\\p{L}*|lizenzverletz\\p{L}*|bußgeld',
  ),
  ...hints(
    'threat',
    2,
    'mahnung|mahnungen|anwalt|anwält\\p{L}*|klage|gericht\\p{L}*|vertragsstrafe\\p{L}*|schadenersatz|schadensersatz|kündig\\p{L}+|fristlos|rücktritt vom|zurücktreten|letzte (?:frist|mahnung|warnung)|stellen(?!\\p{L})[^.]{0,60} ein(?!\\p{L})|geduld|eskalier\\p{L}*|andere\\p{L}* (?:anbieter|lieferant\\p{L}*)|so (?:geht|kann) (?:es|das) nicht|nicht länger (?:hin|zu)|inakzeptabel|nicht akzeptabel|unzumutbar|unannehmbar|vorstand persönlich|presse|insolven\\p{L}+|pleite',
  ),
  ...hints(
    'money',
    2,
    '(?:teurer|verteuer\\p{L}+|preiserhöh\\p{L}+|aufpreis|aufschlag|zuschlag|zuschläge|mehrkosten|nachtrag|nachträge|mehrpreis|zusatzkosten|unbezahlt|unbeglichen|überfällig|gekürzt|kürz(?:t|en)|kürzung|kürzungen|gestrichen|sparen|einspar\\p{L}+|haushaltssperre|budgetstopp)(?!\\p{L})|nicht (?:im (?:preis|angebot|budget|pauschalpreis|vertrag)|enthalten|inbegriffen|gedeckt|budgetiert|eingeplant|vorgesehen)|(?:prozent|%) (?:mehr|höher|teurer|weniger)|um \\d+ ?(?:prozent|%)|über (?:dem )?budget|kein geld|nicht bezahlt|keine mittel',
  ),
  ...hints(
    'leaving',
    2,
    'gekündigt|kündigung|verlässt|(?:gehe|geht) (?:zum|ende|mit ende) (?:\\p{L}+)|angebot (?:\\p{L}+ )*angenommen und|verlassen uns|letzter (?:arbeits)?tag|scheide\\p{L}* aus|ausscheid\\p{L}*|neue (?:stelle|aufgabe|position|herausforderung)|wechsel(?:t|e|n)? (?:zu|in|zum|das|die|den)|(?:langfristig|länger|bis auf weiteres) (?:krank|aus)|krankgeschrieben|elternzeit|mutterschutz|abgezogen|abziehen|abgeben|fällt (?:länger|bis|für)|nur (?:er|sie) (?:weiß|kennt|kann)|(?:der|die) einzige\\p{L}*,? (?:der|die)',
  ),
  ...hints(
    'scope',
    2,
    '(?:nehmen|machen|bauen|ziehen|lassen|starten|beginnen|verschieben|streichen|verzichten)(?!\\p{L}) wir[^.]{0,60}|überlegt|umentschieden|anders (?:entschieden|überlegt)|(?:möchte|will|wünsch\\p{L}+|hätte|hätten|wollen|möchten|erwarte|erwarten|verlang\\p{L}+)(?!\\p{L})[^.]{0,70}(?:gern\\p{L}*|noch|auch|zusätzlich|sofort|bis|statt|lieber|doch|vorher|früher|haben|sehen)(?!\\p{L})|bin davon ausgegangen|ging davon aus|gehe davon aus|(?:habe|haben)(?!\\p{L})[^.]{0,60}(?:zugesagt|versprochen|angekündigt|zugesichert)|vorzieh\\p{L}*|vorgezogen|außerdem (?:noch)?|zusätzlich|kurzfristig|(?:bitte )?(?:nichts|nicht) (?:unterschreiben|bestellen|bezahlen|ausliefern|freigeben|veröffentlichen)|auf eis',
  ),
  ...hints(
    'stopped',
    1,
    'leider|bedauer\\p{L}+|trotz|obwohl|angeblich|schon wieder|ständig|immer noch|wochen|dringend|sofort|umgehend|spätestens|problem\\p{L}*|sorgen?|ärger\\p{L}*|schwierig\\p{L}*|mangel|mängel|kosten|preis\\p{L}*|euro|nur noch|gerade mal|bloß|erfahren|festgestellt|stellt sich heraus|aufgefallen|gemerkt|entdeckt|sonst|andernfalls|nachdem',
  ),
]
