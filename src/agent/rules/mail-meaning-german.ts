import { words, type Deeds } from './mail-phrases.ts'

/** What a sentence of a German mail does, as German offices write it. */
export const GERMAN: Deeds = {
  asks: words(
    'bitte|könn(?:en|t|ten) (?:sie|ihr|wir)|kannst du|könntest du|würde[nt]?(?:st)? (?:sie|ihr|du)',
    'ich (?:brauche|benötige)|wir (?:brauchen|benötigen)|schaffen wir|wer (?:ist|kann|macht)|wann (?:wird|kommt|kann|ist|können)',
    'gib(?:t)? (?:mir|uns) bescheid|geben sie (?:mir|uns) bescheid|sag(?:t|en sie)? (?:mir|uns)',
  ),
  ends: words(
    '(?:ab|aus)geschaltet|schalte[nt]? .{0,60} (?:ab|aus)|ein(?:ge)?stell(?:t|en)|stell(?:t|en) .{0,80} ein|gekündigt|kündigen|läuft .{0,40}aus|laufen .{0,40}aus|ausläuft',
    'abgekündigt|endet|enden|ende des supports|nicht (?:mehr|länger) (?:unterstützt|verfügbar|angeboten|gewartet|betrieben)|außer betrieb|erlischt|wegfallen|fällt weg|verlier(?:t|en) .{0,40}(?:gültigkeit)|(?:wird|werden) ungültig|nimmt .{0,40}keine .{0,40}mehr an|stellen .{0,60}um',
  ),
  limits: words(
    'spätestens|bis (?:zum )?letzten|stichtag|frist|deadline|letzter (?:tag|termin)|nicht später als|muss .{0,40}(?:vorliegen|da sein|eingehen)',
  ),
  moves: words(
    'vorgezogen|vorverlegt|verschoben|verschiebt|statt|anstatt|ursprünglich|bisher (?:war|hieß)|früher als|später als|verzöger\\w+|geplant war|vorgesehen',
  ),
  isMissing: words(
    'weder .{0,60}noch|(?:noch|bisher|bislang|bis heute|bis jetzt|immer noch) .{0,30}(?:nichts|keine?n?|nicht)|nichts (?:angekommen|gekommen|eingegangen|erhalten|da)|ist (?:noch )?nicht (?:da|gekommen|angekommen|eingetroffen)|fehl(?:t|en) (?:noch|immer|uns|mir)',
  ),
  isStuck: words(
    'blockiert|kann ich .{0,40}nicht (?:prüfen|testen|fertigstellen|abschließen)|komme .{0,20}nicht weiter|kommen .{0,20}nicht weiter|hängt|steht still|stillstand|wart(?:e|en|et) auf|niemand|keiner|jemand .{0,40}muss|muss .{0,20}jemand|ich bin raus|ruht',
  ),
  saysDone: words(
    '(?:ist|sind|wurde|wurden) .{0,30}(?:geliefert|versandt|installiert|fertig|erledigt|abgeschlossen|behoben|live|umgesetzt)|kann geschlossen werden',
  ),
  presumes: words(
    '(?:ich|wir) gehe?n? davon aus|nehme an|ich setze voraus|(?:sie|du) (?:bestätigen|bestätigst)|bestätigen sie|(?:wenn|falls) ich nichts (?:anderes )?höre|ich (?:möchte|will) wissen|kann ich .{0,40}(?:sagen|zusagen|melden)',
  ),
  contrasts: words('nicht|aber|sondern|statt|anstatt|jedoch|obwohl|dagegen|beide'),
  isSocial: words(
    "wie geht['’]?s|mittagessen|kaffee|kuchen|weihnachtsfeier|geburtstag|feierabend|schönes wochenende",
  ),
  orElse: words(
    'ansonsten|andernfalls|sonst|es sei denn|letzte (?:chance|mahnung|frist)|(?:müssen|werden) wir .{0,60}(?:vergeben|kündigen|berechnen|abbrechen)|verfällt|verfallen|danach|sonst geht',
  ),
  isDuty: words(
    'gesetz(?:lich\\w*|es)?|vorschrift(?:en)?|vertrag(?:lich\\w*)?|verpflicht\\w+|pflicht|zwingend|datenschutz\\w*|dsgvo|behörde|wirtschaftsprüfer|lizenz',
  ),
  chases: words(
    'erinnerung|nachfassen|nachfrage|noch (?:keine|nichts|immer)|(?:bisher|bislang) (?:keine|nichts)|überfällig|zum (?:zweiten|dritten|vierten) mal|schon wieder|ich warte|wir warten|gibt es (?:schon )?(?:etwas )?neu(?:es|igkeiten)|war (?:für|bis) .{0,30}(?:zugesagt|versprochen)|zugesagt|versprochen',
  ),
  promises: words(
    '(?:ich|wir) (?:werde[n]?|schicke[n]?|sende[n]?|liefere?n?|melde[n]?|kläre?n?|gebe[n]?|mache[n]?|kümmere?n?|reiche[n]? .{0,40}nach)',
    '(?:schicke|sende|liefere|melde|gebe) ich|(?:schicken|senden|liefern|melden|geben) wir|(?:bekommst|bekommen|erhältst|erhalten) (?:du|sie|ihr)|(?:du|sie|ihr) (?:bekommst|bekommen|bekommt|erhältst|erhalten|erhaltet)',
  ),
  mayWait: words(
    'kann warten|können warten|hat zeit|eilt nicht|keine eile|nach (?:dem|der) (?:start|livegang|go-live|einführung|freigabe)|auch später|später reicht|in (?:der )?zweiten (?:welle|phase|stufe)|wäre schön',
  ),
  noRush: words(
    'eilt nicht|keine eile|hat zeit|nicht dringend|zur (?:info|information|kenntnis)|nur zur info|bei gelegenheit',
  ),
  saysNotSo: words(
    'funktionier(?:t|en) .{0,60}nicht|(?:geht|gehen|läuft|laufen|klappt|klappen) .{0,60}nicht|(?:ist|sind) .{0,30}nicht (?:fertig|erledigt|behoben|gelöst|live|bereit)|noch nicht (?:fertig|erledigt|behoben|gelöst|live)',
    'immer noch .{0,60}(?:fehler\\w*|kaputt|defekt)|tritt .{0,40}(?:wieder|weiterhin|noch) auf|weiterhin (?:fehler\\w*|defekt)',
  ),
  settles: words('danke|vielen dank|passt|alles gut|erledigt|einverstanden|bestätigt|super|prima'),
}
