/** What a sentence of a German mail does: the same deeds as in `mail-meaning.ts`, as German offices write them. */

/** Whole words, with umlauts as letters. */
const german = (...phrases: string[]) => new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'iu')

export const GERMAN = {
  asks: german(
    'bitte|könn(?:en|t|ten) (?:sie|ihr|wir)|kannst du|könntest du|würde[nt]?(?:st)? (?:sie|ihr|du)',
    'ich (?:brauche|benötige)|wir (?:brauchen|benötigen)|schaffen wir|wer (?:ist|kann|macht)|wann (?:wird|kommt|kann|ist|können)',
    'gib(?:t)? (?:mir|uns) bescheid|geben sie (?:mir|uns) bescheid|sag(?:t|en sie)? (?:mir|uns)',
  ),
  ends: german(
    '(?:ab|aus)geschaltet|schalte[nt]? .{0,60} (?:ab|aus)|ein(?:ge)?stell(?:t|en)|stell(?:t|en) .{0,80} ein|gekündigt|kündigen|läuft .{0,40}aus|laufen .{0,40}aus|ausläuft',
    'abgekündigt|endet|enden|ende des supports|nicht (?:mehr|länger) (?:unterstützt|verfügbar|angeboten|gewartet|betrieben)|außer betrieb|erlischt|wegfallen|fällt weg',
  ),
  orElse: german(
    'ansonsten|andernfalls|sonst|es sei denn|letzte (?:chance|mahnung|frist)|(?:müssen|werden) wir .{0,60}(?:vergeben|kündigen|berechnen|abbrechen)|verfällt|verfallen',
  ),
  isDuty: german(
    'gesetz(?:lich\\w*|es)?|vorschrift(?:en)?|vertrag(?:lich\\w*)?|verpflicht\\w+|pflicht|zwingend|datenschutz\\w*|dsgvo|behörde|wirtschaftsprüfer|lizenz',
  ),
  chases: german(
    'erinnerung|nachfassen|nachfrage|noch (?:keine|nichts|immer)|(?:bisher|bislang) (?:keine|nichts)|überfällig|zum (?:zweiten|dritten|vierten) mal|schon wieder|ich warte|wir warten|gibt es (?:schon )?(?:etwas )?neu(?:es|igkeiten)|war (?:für|bis) .{0,30}(?:zugesagt|versprochen)|zugesagt|versprochen',
  ),
  promises: german(
    '(?:ich|wir) (?:werde[n]?|schicke[n]?|sende[n]?|liefere?n?|melde[n]?|kläre?n?|gebe[n]?|mache[n]?|kümmere?n?|reiche[n]? .{0,40}nach)',
    '(?:schicke|sende|liefere|melde|gebe) ich|(?:schicken|senden|liefern|melden|geben) wir|(?:bekommst|bekommen|erhältst|erhalten) (?:du|sie|ihr)|(?:du|sie|ihr) (?:bekommst|bekommen|bekommt|erhältst|erhalten|erhaltet)',
  ),
  mayWait: german(
    'kann warten|können warten|hat zeit|eilt nicht|keine eile|nach (?:dem|der) (?:start|livegang|go-live|einführung|freigabe)|auch später|später reicht|in (?:der )?zweiten (?:welle|phase|stufe)|wäre schön',
  ),
  saysNotSo: german(
    'funktionier(?:t|en) .{0,60}nicht|(?:geht|gehen|läuft|laufen|klappt|klappen) .{0,60}nicht|(?:ist|sind) .{0,30}nicht (?:fertig|erledigt|behoben|gelöst|live|bereit)|noch nicht (?:fertig|erledigt|behoben|gelöst|live)',
    'immer noch .{0,60}(?:fehler\\w*|kaputt|defekt)|tritt .{0,40}(?:wieder|weiterhin|noch) auf|weiterhin (?:fehler\\w*|defekt)',
  ),
  settles: german('danke|vielen dank|passt|alles gut|erledigt|einverstanden|bestätigt|super|prima'),
}
