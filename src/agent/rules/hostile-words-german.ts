/** German sentences that give orders to software or ask for secrets, as pieces of expressions. Source: product.md, law 9. */
const ORDER =
  '(?:setze|schließe|lösche|ändere|leite|sende|schicke|genehmige|bestätige|antworte|erteile|deaktiviere|veröffentliche|weise|markiere|gib|verschiebe|überweise)'
const MACHINE =
  '(?:KI|künstliche Intelligenz|Sprachmodelle?|(?:KI-|E-?Mail-|automatisch\\w* )?(?:Assistent(?:en|in)?|Agent(?:en)?|Bots?|System(?:e|en)?)|Chatbots?)'

export const GERMAN_ORDERS = [
  '(?<!\\p{L})(?:ignorier\\w*|vergiss|vergessen sie|missachte\\w*|verwirf|übergehe|umgehe)(?!\\p{L}).{0,50}(?:Anweisung\\w*|Regeln|Vorgaben|Richtlinien|Instruktion\\w*|Prompts?|Schutz\\w*)',
  `(?:an (?:die|den|das|alle)|hinweis für|nachricht an|wenn du (?:eine?|die|der)) .{0,20}${MACHINE}(?!\\p{L})`,
  `(?:^|[.!?\\n]\\s*)${MACHINE}\\s*[:,–-]\\s*(?:bitte )?${ORDER}(?!\\p{L})`,
  '(?<!\\p{L})du bist (?:jetzt|nun|ab sofort) (?:eine?|der|die|das) ',
  '(?:alle|sämtliche|gesamte\\w*) (?:E-?Mails?|Mails?|Nachrichten|Tickets?|Daten|Kontakte|Dokumente).{0,60}(?:an|nach) [\\w.+-]+@',
  '(?:neue|geheime|echte|eigentliche) (?:Anweisung|Aufgabe|Instruktion)(?:en)?\\s*(?::|lautet|ist|für)',
]

export const GERMAN_SECRETS =
  '(?:bitte|sende|schicke|senden sie|schicken sie|nennen sie|gib|geben sie|bestätigen sie).{0,50}(?:Passw(?:o|ö)rt(?:er|e)?|Kennw(?:o|ö)rt(?:er|e)?|Zugangsdaten|Anmeldedaten|PIN|TAN|Sicherheitscode)(?!\\p{L})(?!-)'

export const GERMAN_MONEY =
  '(?:neue|geänderte)[nr]? (?:Bankverbindung|Kontoverbindung|IBAN|Bankdaten)|(?:Bankverbindung|Kontoverbindung|IBAN|Bankdaten) .{0,30}(?:geändert|gewechselt)'
