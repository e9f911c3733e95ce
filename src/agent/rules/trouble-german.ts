import { phrases, type Troubles } from './trouble-words.ts'

const SPAN = '(?:tage?n?|wochen?|monate?n?)'
const COUNT = '(?:eine?n?|einer|zwei|drei|vier|fünf|sechs|acht|zehn|weitere|einige|mehrere|\\d+)'
const NOBODY = '(?:niemand|keiner|keine von uns)'

/** As it is said from Kiel to Vienna and Zurich. */
export const GERMAN: Troubles = {
  slips: phrases(
    `(?:geht|gehen|ging|gehe|ausgehen)(?: es)? (?:sich )?.{0,40}nicht (?:mehr )?(?:aus|auf)|nicht (?:mehr )?ausgehen|(?:nicht|nie|kaum) (?:mehr )?(?:\\p{L}+ ){0,3}?(?:schaffen|halten|einhalten|erreichen|fertig|liefern|klappen|zu schaffen|zu halten|machbar|rechtzeitig|pünktlich)`,
    `(?:schaffe|schaffen|halten|halte|packen|erreichen|liefern|schafft)(?!\\p{L}) (?:wir|ich|sie|das|es|den|er).{0,40}(?<!\\p{L})(?:nicht|nie|kaum)|(?:reißen|verpassen|verfehlen) (?:wir|den|die)|(?:wird|werden|klappt|wirds) (?:das |es |der |die )?.{0,40}nichts?(?: mehr)?(?: bis| zum| am| vor| rechtzeitig|[.,]|$)`,
    `(?:verschieb|verzöger|verspät|rutsch|schieb)\\p{L}*(?!\\p{L}).{0,50}(?:${SPAN}|nach hinten|auf (?:den|die|nächst|mitte|ende|anfang)|um |bis )|(?:in|im) (?:verzug|rückstand|hintertreffen)|hinken? .{0,20}hinterher|${COUNT} ${SPAN} (?:später|zu spät|verspätet|hinter|länger|verzug)|(?:brauch|benötig)\\p{L}* (?:\\p{L}+ )?(?:noch |mindestens )?${COUNT} (?:weitere |zusätzliche )?${SPAN}`,
    `(?:nicht|keinesfalls|erst|frühestens) (?:vor|nach|ab|im|in der|am|mitte|ende|anfang|ende) (?:dem |der |den )?(?:\\d|\\p{L}*(?:woche|monat|tag|mittwoch)|januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|mitte|ende|kw)|vor (?:dem )?\\d+\\.?(?: \\p{L}+)? .{0,30}(?:nicht|kein\\p{L}*)(?!\\p{L})|die woche (?:darauf|danach)|neuer (?:liefer)?termin|(?:liefer)?termin .{0,30}(?:nicht|unmöglich|verschoben|gekippt|wackelt)|zu knapp|läuft uns die zeit davon`,
    `(?:kommt|kommen|liefern|fertig|erst|verfügbar)(?!\\p{L}).{0,30}(?:erst|frühestens) (?:in |im |am |ab |ende |anfang |mitte )?(?:kw ?\\d|\\d|nächste|\\p{L}*woche|\\p{L}*monat)|(?:sehe|seh) (?:\\p{L}+ )?schwarz|(?:vertröstet|vertrösten|hingehalten)(?!\\p{L})|(?:nicht|kaum|unmöglich|keinesfalls) (?:mehr )?(?:zu (?:halten|schaffen|machen)|realistisch|drin)|(?:ist|sind|wäre) (?:\\p{L}+ )?(?:unrealistisch|illusorisch|geplatzt|vom tisch|nicht mehr drin)|(?:in gefahr|gefährdet|auf der kippe)(?!\\p{L})|dauert (?:\\p{L}+ )?länger|länger als (?:geplant|gedacht|erwartet)`,
  ),
  stopped: phrases(
    `(?:hängt|hängen|steckt|stecken|klemmt)(?!\\p{L}).{0,40}(?:seit|beim?|bei (?:der|den|dem)|in der|im|noch|fest)|(?:kommt|kam|höre|hören|gibt es|bekomme) .{0,30}nichts (?:zurück|mehr|von)|(?:keine|ohne) (?:antwort|rückmeldung|reaktion|nachricht|auskunft|freigabe|zusage|unterschrift|lieferung|bestätigung|zugang)`,
    `ohne (?:\\p{L}+ ){1,4}(?:darf|kann|können|dürfen|geht|gehen|wird|machen|fangen|starten|bleibt|ist).{0,60}(?:nicht|kein\\p{L}*|nichts|schluss)|(?:kann|können|darf|dürfen|geht|gehen)(?!\\p{L}).{0,40}(?:nicht|nichts|kein\\p{L}*) .{0,50}(?:solange|bevor|ohne|bis (?:jemand|sie|du|das|die|der))|(?:solange|bevor) .{0,60}(?:nicht|kein\\p{L}*)`,
    `${NOBODY} .{0,40}(?:kümmert|übernommen|angefangen|angefasst|daran|dran|da|begonnen|bearbeitet|geschaut|geht ran|erreichbar|zuständig|hingeschaut)|nicht (?:vergeben|zugewiesen|angefangen|begonnen|erreichbar)|(?:wart|warte|warten|wartet)(?!\\p{L}).{0,20}(?:noch|immer|seit|weiter|vergeblich)|(?:noch|immer noch|weiterhin|seit) .{0,30}(?:warte|warten|wartet)|blockiert|komm\\p{L}* .{0,20}nicht (?:weiter|voran)|steht (?:alles )?still|stillstand|lahmgelegt|(?:ist|sind) .{0,20}(?:ausgefallen|down|offline|gesperrt)|fehlt (?:noch |uns |mir |immer noch )?(?:die|der|das|ein)|nicht (?:angekommen|eingetroffen|geliefert|gekommen|aufgetaucht|erschienen)|streik\\p{L}*`,
    `(?:na toll|super|großartig|herrlich|prima|klasse|wunderbar|glückwunsch|bravo)(?!\\p{L})[^.?!]{0,20}[,.!:;](?!\\p{L}).{0,60}(?:ohne|wieder|noch eine|dritte|zweite|natürlich)|(?:tag|tage|woche|wochen|monat) ohne|drehe mich im kreis|nicht abgenommen|(?:antrag|genehmigung|visum|zulassung|prüfung|bescheid)(?!\\p{L}).{0,30}(?:abgelehnt|verweigert|verwehrt|zurückgewiesen)|(?:falsche[nrs]?|defekte?[nrs]?|beschädigte?[nrs]?) (?:ware|teile?|lieferung|ersatzteile?|größe|version)|(?:antwortet|reagiert|meldet sich|erreichbar)(?!\\p{L}).{0,20}nicht|hebt niemand ab`,
    `(?:leider|bedauerlicherweise|schlechte nachrichten?|wir haben ein (?:\\p{L}+ )?problem)(?!\\p{L})|(?:rückt|rücken|gibt|geben|lässt|lassen)(?!\\p{L}).{0,50}nicht (?:raus|heraus|her|frei|rein|hinein)|(?:weigert|weigern|verweigert|verweigern|sperrt|sperren) (?:sich|\\p{L}+)|(?:liegt|liegen|steht|stehen)(?!\\p{L}).{0,30}(?:seit|fest|still|immer noch|noch immer|schreibtisch|stapel|rechtsabteilung|im zoll|beim zoll|im einkauf|beim einkauf)(?!\\p{L})|nur \\d+ (?:von|statt)(?!\\p{L})|(?:durchgefallen|abgelehnt|zurückgewiesen|insolvent|pleite|gesperrt|doppelt gebucht|abgesagt)(?!\\p{L})`,
    `weder(?!\\p{L}).{1,40}(?<!\\p{L})noch(?!\\p{L})`,
  ),
  undecided: phrases(
    'wer (?:nimmt|entscheidet|unterschreibt|zahlt|bezahlt|übernimmt|macht|kümmert|gibt|genehmigt|verantwortet|ist .{0,20}(?:zuständig|verantwortlich)|darf|soll|schreibt|sagt|trägt|hat .{0,30}(?:genehmigt|entschieden|freigegeben))(?!\\p{L}).{0,80}\\?',
    `(?:${NOBODY}|auch niemand) .{0,40}(?:weiß|entscheidet|unterschreibt|zuständig|verantwortlich|fühlt|genehmigt|traut|will)|unterschreibt .{0,20}niemand|nicht (?:meine|seine|ihre|unsere) (?:sache|aufgabe|baustelle)|(?:jeder|alle) (?:verweist|zeigt|verweisen|zeigen|schiebt) .{0,20}auf`,
    '(?:sollen|dürfen|können|soll|darf|kann|machen|gehen|nehmen|wollen|starten) (?:wir|ich)(?!\\p{L}).{0,80}(?:oder).{0,60}\\?|ja oder nein|oder nicht\\?|(?:was|wem) (?:soll|sollen|sage|sagen|darf) (?:ich|wir)|(?:kann|darf|soll) ich .{0,50}(?:zusagen|bestätigen|versprechen|bestellen|freigeben|beauftragen|unterschreiben)',
    '(?:brauch|benötig|wart)\\p{L}* (?:\\p{L}+ ){0,5}?(?:entscheidung|freigabe|zusage|unterschrift|zustimmung|genehmigung|abnahme|bestätigung|rückmeldung|ja)(?!\\p{L})|(?:entscheidung|freigabe|unterschrift|zusage) (?:fehlt|steht (?:noch )?aus|offen|bis)|(?:muss|müssen|sollte) .{0,30}(?:entschieden|geklärt|entscheiden) (?:werden)?|wir müssen uns entscheiden|ohne ihre (?:zusage|freigabe|entscheidung)|(?:freihalten|reservieren|halten) .{0,40}(?:danach|sonst|dann)|danach .{0,40}(?:verplant|vergeben|weg)',
    `wer (?:gibt|macht|kümmert|übernimmt|hat|steht)(?!\\p{L}).{0,60}(?:frei|ab|sich|verantwortung|hut auf)|(?:verantwortung|zuständigkeit)(?!\\p{L}).{0,40}(?:niemand|unklar|offen|ungeklärt|keiner)|(?:unklar|ungeklärt|offen), (?:wer|ob|was)|keine entscheidung`,
    `müssen wir (?:\\p{L}+ )?(?:schieben|absagen|verschieben|warten|bezahlen|kündigen)`,
  ),
  broken: phrases(
    '(?:doppelt|zweimal) (?:abgebucht|berechnet|gebucht|verschickt)|(?:stürzt|stürzen|abgestürzt|eingefroren|friert|ausgefallen|zusammengebrochen)(?!\\p{L})|(?:schon wieder|zum (?:zweiten|dritten|vierten|x-ten) mal)|(?:kunden|patienten|fahrer|nutzer|gäste|bürger|mitarbeiter|leute)(?!\\p{L}).{0,40}(?:beschwer\\p{L}*|sauer|können nicht|kommen nicht|wütend|verärgert|warten)|beschwerden?|nichts geht mehr|(?:geht|funktioniert|läuft) (?:gar |überhaupt )?nicht mehr',
    `(?:standen|stehen|stauten|stauen|warteten|warten)(?!\\p{L}).{0,40}(?:bis zur|bis an|bis auf|schlange|stundenlang|vor der tür|draußen)`,
  ),
  unsafe: phrases(
    '(?:passwort|kennwort|zugangsdaten|kundendaten|patientendaten|personendaten)(?!\\p{L}).{0,50}(?:öffentlich|geleakt|sichtbar|gestohlen|einsehbar|im netz)|datenpanne|datenleck|gehackt|(?:unfall|verletzt|beinahe-?unfall|brandgefahr|rückruf)(?!\\p{L})|(?:gesetzlich|rechtlich) (?:nicht|unzulässig)|nicht zulässig|verstößt gegen|(?:behörde|aufsicht|datenschutz)\\p{L}* .{0,40}(?:untersagt|verlangt|abgelehnt|beanstandet|stoppt)|(?:frist|zulassung|zertifikat|prüfung) .{0,30}(?:abgelaufen|versäumt|durchgefallen|nicht bestanden)',
    `(?:ging|gingen|geschickt|verschickt|gesendet|versendet)(?!\\p{L}).{0,30}(?:an alle|an die falsche|an falsche|an den falschen)|(?:prüfer|tüv|gutachter|brandschutz|behörde|amt)(?!\\p{L}).{0,40}(?:nicht abgenommen|beanstandet|verweigert|abgelehnt|gesperrt|stillgelegt)|stromschlag|gestürzt|gestohlen`,
  ),
  threat: phrases(
    '(?:vertrag|auftrag|zusammenarbeit).{0,40}(?:kündigen|überdenken|beenden|stornieren|infrage|in frage|zurückziehen)|(?:anwalt|anwälte|rechtsanwalt|vertragsstrafe|pönale|schadenersatz|schadensersatz|mahnung|inkasso)(?!\\p{L})|(?:anderen|andere|anderem|anderer) (?:anbieter|lieferanten|kunden|auftrag|projekt)(?!\\p{L}).{0,30}(?:vergeben|verplant|wechseln|abgezogen|suchen|gehen)|(?:geduld|vertrauen) .{0,20}(?:ende|verloren|erschöpft|am ende)|letzte (?:mahnung|warnung|chance|frist)|(?:presse|zeitung|bürgermeister|betriebsrat|gewerkschaft) .{0,30}(?:ruft|rief|fragt|angerufen|schreibt)',
    `(?:wenn|falls|sollte)(?!\\p{L}).{3,60}(?:sehen wir uns|suchen wir|wechseln wir|kündigen wir|müssen wir|ziehen wir|steigen wir|gehen wir)|so geht (?:das|es) nicht (?:weiter|mehr)|(?:inakzeptabel|nicht akzeptabel|unzumutbar|untragbar|frechheit|unverschämt|sehr (?:enttäuscht|verärgert|unzufrieden))(?!\\p{L})|uns (?:nach )?(?:einem|einen|nach) anderen`,
    `noch (?:so )?ein(?:e|en|mal)?(?!\\p{L}).{0,30}(?<!\\p{L})und (?:ich|wir)(?!\\p{L})`,
  ),
  money: phrases(
    '(?:betrag|preis|angebot|kosten|rechnung|budget|summe|aufwand)(?!\\p{L}).{0,60}(?:über dem|über der|höher|teurer|mehr als|überschritten|gestiegen|erschöpft|aufgebraucht|überzogen|verdoppelt)|(?:mehrkosten|zusatzkosten|nachtrag|nachforderung|budgetüberschreitung)(?!\\p{L})|[\\d.]+ ?(?:euro|€|eur|franken|chf)(?!\\p{L}).{0,30}(?:mehr|teurer|über|zusätzlich|höher)|(?:rechnung) .{0,30}(?:offen|unbezahlt|nicht bezahlt|überfällig)',
  ),
  leaving: phrases(
    '(?:habe|hat|hab) (?:heute |gestern )?gekündigt|mein letzter (?:tag|arbeitstag)|verlasse .{0,20}(?:firma|unternehmen|team|projekt)|(?:abgezogen|versetzt|abgeordnet)|(?:krank(?:geschrieben)?|fällt aus|ausfallen|falle aus) .{0,20}(?:bis|für|auf unbestimmte|mehrere)|im krankenhaus|auf unbestimmte zeit',
    `(?:habe|hat|hab)(?!\\p{L}).{0,30}gekündigt|(?:fällt|falle|fallen)(?!\\p{L}).{0,40}(?:wochen|monate|länger|zeit|bis)(?!\\p{L}).{0,10}aus`,
  ),
  scope: phrases(
    '(?:hatten|haben) wir .{0,30}(?:doch )?(?:gestrichen|verworfen|abgesagt|gecancelt|herausgenommen|rausgenommen|beschlossen)|(?:dachte|dachten) .{0,40}(?:gestrichen|vom tisch|erledigt|verworfen|raus)|nicht (?:bestellt|beauftragt|vereinbart|besprochen|teil des|im (?:umfang|auftrag|vertrag|angebot|plan))|(?:niemand|wer) .{0,15}(?:bestellt|beauftragt|gewollt)|(?:hätte|hätten|möchte|möchten|will|wollen) .{0,40}(?:zusätzlich|auch noch|noch dazu|vorgezogen|früher)',
    `(?:nie|nicht|niemals) (?:\\p{L}+ )?(?:teil|bestandteil|inhalt) (?:des|der|vom|von)|(?:dachte|meinte|glaubte)(?!\\p{L}).{0,40}(?:gestrichen|verworfen|abgesagt|erledigt|raus|weggelassen|gekippt)|(?:will|wollen|möchte|möchten|verlangt|fordert|wünscht)(?!\\p{L}) (?:\\p{L}+ )?(?:jetzt|nun|auf einmal|plötzlich|zusätzlich|auch)(?!\\p{L})`,
  ),
  clash: phrases(
    'widersp(?:richt|rechen|rüchlich)\\p{L}*|(?:passt|passen|stimmt|stimmen) (?:nicht zusammen|nicht überein)|einer von (?:beiden|uns) (?:irrt|täuscht|liegt falsch)|beides kann nicht|kann nicht beides|(?:uns|mir) .{0,20}(?:etwas anderes|anderes) (?:gesagt|genannt)|nicht (?:der |am |den )?\\d+\\.?.{0,20}sondern',
  ),
  calm: phrases(
    '(?:letztes|voriges|vergangenes|vorletztes|letzten|vorigen) (?:jahr|mal|monat|winter|sommer|projekt)|damals|früher (?:war|hatten|mal)|vor (?:jahren|\\p{L}+ jahren|monaten)|im jahr 20\\d\\d|weißt du noch|(?:nicht|kein\\p{L}*|nichts|ohne) (?:mehr )?(?:blockiert|verzögerung\\p{L}*|verspätung\\p{L}*|problem\\p{L}*|beschwerden?|dringend|auffällig\\p{L}*)|alles (?:gut|bestens|im plan|klar|in ordnung|läuft)|(?:ist|sind|wurde|wieder) .{0,20}(?:behoben|gelöst|geklärt|repariert|wiederhergestellt|freigegeben|ausgebessert)|im (?:plan|zeitplan)|wie (?:geplant|vereinbart|besprochen|abgemacht)|soweit (?:alles )?gut$|falls (?:wir|es) (?:mal|einmal|irgendwann)|wenn (?:es|wir|ihr) (?:mal|einmal|irgendwann)|irgendwann|theoretisch|angenommen|wäre (?:schön|nett)|nicht (?:unser|mein|euer) (?:projekt|problem|thema)|anderes projekt|hat nichts mit uns|zur info|keine eile|eilt nicht|hat sich erledigt|fehlalarm|scherz',
    `(?:besprechung|termin|meeting|call|sitzung|treffen|jour fixe)(?!\\p{L}).{0,30}(?:auf|um) \\d+(?::\\d+)? uhr|(?:im|in) urlaub|gut im plan|keine auffälligkeiten|vertritt mich`,
    `nicht zum (?:essen|treffen|kaffee|mittag)`,
  ),
}
