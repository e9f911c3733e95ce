import { GERMAN_MONEY, GERMAN_ORDERS, GERMAN_SECRETS } from './hostile-words-german.ts'

/** What a hostile sentence tries; `grave`: from a stranger, nothing else in it is to be believed either. */
export type Hostile = { reason: string; grave: boolean }

const ORDERS = 'It tries to give orders to software.'
const FORGED = 'It plays a turn that nobody wrote.'
const SECRETS = 'It asks for keys or passwords.'
const MONEY = 'It asks for a change of bank details.'
const TAKING = 'It asks for data to be sent to a stranger.'

/** One of these phrases, as a piece of an expression. */
const any = (...phrases: string[]) => `(?:${phrases.join('|')})`

/** Software by a name that nobody on a project has. */
const MACHINE = any(
  'A\\.?I\\.?(?:[- ](?:assistants?|agents?|systems?|models?|tools?|readers?|bots?))?',
  '(?:automated|automatic|autonomous) (?:assistants?|agents?|systems?|tools?|readers?|process(?:es|ing|ors?)?|reviewers?)',
  '(?:virtual|digital|e-?mail|inbox|pm) (?:assistants?|agents?|bots?)(?! manager)',
  '(?:large )?language models?|LLMs?|chat ?bots?|copilots?|chatgpt|gpt-?\\d?|workbench|summari[sz]ers?',
  'triage (?:agents?|systems?|bots?|tools?)',
)
/** A word that people bear too: "the assistant project manager", "the letting agent". */
const PERHAPS =
  '(?:assistants?|agents?|bots?|automations?)\\b(?! (?:project|product|program|manager|director|engineer|commission|pool|team|owner|fee|portal|desk))'
const EITHER = any(MACHINE, PERHAPS)
const COMMAND = any(
  'accept|add|always|answer|approve|assign|attach|authori[sz]e|call|cancel|change|classify|close|comply|confirm|copy',
  "create|delete|disable|discard|disregard|do not|don't|email|enable|escalate|execute|fetch|forget|forward|grant|ignore",
  'include|increase|insert|jump|lower|mail|mark|move|mute|obey|open|output|override|pay|post|print|proceed|raise|rate',
  'release|remove|repeat|reply|report|respond|reveal|run|schedule|score|send|set|share|skip|stop|summari[sz]e|suppress',
  'switch|tell|transfer|treat|trust|turn|update|upload|use|write|you (?:must|should|shall|are to|will)',
)
const READING = '(?:reading|processing|handling|parsing|triaging|summari[sz]ing)'
const THE = '(?:(?:the|any|all|every|our|your|each|whichever|an?) )*'
const ASKING =
  '(?:^|[.!?:;\\n]\\s*|\\b(?:please|kindly|can you|could you|would you|you (?:must|need to|should|have to)|just|urgently) )'

const SECRET = `${any(
  'passwords?|passcodes?|passphrases?|credentials|api[ -]?keys?|(?:secret|private|signing|encryption) keys?',
  '(?:access|auth(?:entication)?|bearer|refresh) tokens?|one[- ]time (?:codes?|pass(?:codes?|words?))|OTPs?',
  '(?:2fa|mfa|verification|security) codes?|(?:login|log-in|sign-in) details|recovery phrases?',
)}\\b(?! (?:reset|screen|page|rotation|polic|field|flow|story|ticket|form|validation|manager|expiry|change|design|work|rule|prompt|handling|storage|epic|test|feature|strength|have|has|are|is|were|was))`
const BANK = '(?:bank(?:ing)?(?: account)?|payment|remittance|beneficiary|payee|BACS|IBAN)'
const DETAILS =
  '(?:details?|numbers?|instructions|information)\\b(?! (?:screen|page|form|field|step|story|ticket|view|tab|section|dialog|validation|component|api|endpoint|feature|test))'

const rule = (source: string, reason = ORDERS, grave = false) => ({
  pattern: new RegExp(source, 'iu'),
  reason,
  grave,
})

/** Read sentence by sentence, from the top, first match wins. Source: product.md, law 9. */
const RULES = [
  rule(
    '\\b(?:ignore|disregard|forget|override|bypass|discard)\\b.{0,40}\\b(?:previous|prior|above|earlier|preceding|existing|all|any|your|system)\\b.{0,30}\\b(?:instructions?|prompts?|rules|guidelines|directions|directives|guardrails?|safeguards?|programming|training)\\b',
  ),
  rule(
    `\\b(?:new|updated|revised|real|actual|additional|special|hidden)\\b.{0,12}\\b(?:system |developer |operator )?(?:instructions?|directives?|prompt)\\s*(?:follow|:|for (?:you|the ${EITHER}))`,
  ),
  rule(
    '\\byour (?:new|real|actual|only|true) (?:task|instructions?|role|goal|objective|purpose) (?:is|are)\\b',
  ),
  rule(`\\byou are (?:now |no longer |henceforth )?(?:an? |the )?${MACHINE}\\b`),
  rule(
    `\\byou are (?:now |no longer |henceforth )(?:(?:an? |the )?${PERHAPS}|in .{0,20}\\bmode\\b|an? unrestricted)`,
  ),
  rule(`\\b(?:if|as|since|when|because) (?:an? |the )?${MACHINE}\\b.{0,60}\\b${COMMAND}\\b`),
  rule(`\\b(?:if|as|since|when|because) you(?:'re| are) (?:an? |the )?${EITHER}`),
  rule(
    `\\b(?:note|notice|attention|attn|message|instructions?|directives?|memo|reminder|request|command|order|information|hint)\\b.{0,12}\\b(?:to|for)\\b ${THE}${MACHINE}\\b`,
  ),
  rule(
    `\\b(?:note|notice|attention|message|instructions?|directives?|memo|command|order)\\b.{0,12}\\b(?:to|for)\\b ${THE}${PERHAPS}\\s*(?:[:,;.—–-]|${READING}\\b)`,
  ),
  rule(
    `(?:^|[.!?\\n>*"(]\\s*)(?:(?:dear|hey|hi|hello|attention|ok|okay|@)[ ,]*)?(?:the )?${EITHER}\\s*[:,;—–-]+\\s*(?:please |kindly |now |you |immediately |just )*${COMMAND}\\b`,
  ),
  rule(
    `\\b${MACHINE}\\b.{0,40}\\b(?:must|shall|should|has to|have to|(?:is|are) (?:hereby )?(?:to|authori[sz]ed|instructed|required|permitted))\\b.{0,20}\\b${COMMAND}\\b.{0,30}\\b(?:this|these) (?:e-?mail|mail|message|ticket|thread|comment|request|decision|act|draft)s?\\b`,
  ),
  rule(`\\b${EITHER} (?:that (?:is|are) |who (?:is|are) )?${READING} th(?:is|ese)\\b`),
  rule(
    '\\b(?:raise|lower|set|change|turn|switch|move|bump|increase|reduce|disable)\\b.{0,25}\\b(?:(?:the |your |its )dial(?![- ]?(?:in|up|tone|ing))|autonomy (?:level|setting|dial)|autopilot|guardrails?|kill switch)\\b',
  ),
  rule(
    '<\\s*/?\\s*(?:system|assistant|instructions?|prompt|untrusted)\\w*[^>]*>|\\[/?(?:INST|SYS(?:TEM)?)\\]|<\\|[a-z_]+\\|>|<<\\s*/?SYS\\s*>>|^#{2,}\\s*(?:system|instructions?|assistant|new task)\\b',
  ),
  rule(
    '"role"\\s*:\\s*"(?:system|assistant|developer|tool)"|\\b(?:reveal|print|show|repeat|output|your)\\b.{0,20}\\b(?:system|developer) prompt\\b|\\bsystem prompt\\s*:|\\b(?:begin|end|start) of (?:the )?(?:system|untrusted|prompt|instructions?)\\b',
  ),
  rule('["\'](?:importance|recommendation|optionId|complexity|setAside)["\']\\s*:'),
  rule(
    '\\b(?:classify|label|rate|score|sort|mark|tag|treat) (?:this|it|these|the (?:above|following)|all)\\b.{0,30}\\bas ["\']?(?:noise|safe|trusted|harmless|benign|legitimate|pre-?approved|authori[sz]ed)\\b',
  ),
  rule(
    "\\b(?:do not|don't|never|no need to|without) (?:escalat|flag|report|show|alert|inform|tell|mention|notify|ask|involv)\\w*\\b.{0,25}\\bhumans?\\b",
  ),
  rule(
    '\\b(?:approved|authori[sz]ed|cleared)\\b.{0,60}\\b(?:without (?:asking|confirmation|review)|skip (?:the )?(?:approval|review|confirmation|hold)|automatically (?:send|apply|close|proceed))',
  ),
  rule(
    `^\\s*[>*#_ ]*(?:assistant|AI|human|agent|bot)\\s*[>:]\\s*["']?(?:sure|ok(?:ay)?|yes|understood|done|certainly|of course|approved|confirmed|noted|I\\b|we have|${COMMAND})`,
    FORGED,
  ),
  rule(
    `^\\s*[>*#_ ]*system(?: message| notice| override)?\\s*[>:]\\s*["']?(?:approved|confirmed|override|you\\b|the (?:pm|project manager)|${COMMAND})`,
    FORGED,
  ),
  rule('^\\s*>.*\\b(?:approved?|go ahead|authori[sz]ed?|signed off|confirmed)\\b', FORGED),
  rule(
    `${ASKING}(?:send|share|give|provide|reply with|tell me|confirm|forward|e-?mail|text|disclose|reveal|hand over|let me have)\\b(?:\\W+[\\p{L}'-]+){0,5}?\\W+${SECRET}`,
    SECRETS,
    true,
  ),
  rule(
    `${ASKING}(?:verify|validate|re-?activate|unlock|confirm) your (?:account|identity|mailbox|login)\\b`,
    SECRETS,
    true,
  ),
  rule(
    `\\b${BANK} ${DETAILS}\\b.{0,40}\\b(?:ha(?:ve|s) (?:been )?(?:changed|updated|moved|switched|amended)|(?:were|was|are being|is being) (?:changed|updated|amended))`,
    MONEY,
    true,
  ),
  rule(
    `\\b(?:update|change|amend|replace|use|switch to)\\b.{0,25}\\b(?:our|the|my|these|this|new|following|below)\\b.{0,20}\\b${BANK} ${DETAILS}\\b`,
    MONEY,
    true,
  ),
  rule(
    '\\b(?:pay|transfer|remit|wire|settle|send)\\b.{0,60}\\b(?:[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,}|to (?:the|our|this|a|my) new (?:bank )?account)\\b',
    MONEY,
    true,
  ),
  ...GERMAN_ORDERS.map((source) => rule(source)),
  rule(GERMAN_SECRETS, SECRETS, true),
  rule(GERMAN_MONEY, MONEY, true),
]

const LEAK =
  /\b(?:forward|send|copy|e-?mail|export|upload|post|bcc|share|cc)\b.{0,60}\b(?:all|every|entire|whole|full|complete|each)\b.{0,60}\b(?:e-?mails?|mails?|inbox|mailbox|contacts?|tickets?|backlog|register|data(?:base)?|history|correspondence|documents?)\b.{0,60}\bto\b.{0,40}?[\w.+-]+@([\w.-]+)/iu

/** What is wrong with a sentence, if anything. `isKnown` tells the project's own and its partners' domains. */
export function hostileIn(sentence: string, isKnown: (domain: string) => boolean): Hostile | undefined {
  const plain = unveiled(sentence)
  if (/[\u{E0000}-\u{E007F}]/u.test(sentence)) return { reason: 'It has hidden characters.', grave: true }
  const found = RULES.find(({ pattern }) => pattern.test(plain))
  if (found) return { reason: found.reason, grave: found.grave }
  const stranger = LEAK.exec(plain)?.[1]
  return stranger !== undefined && !isKnown(stranger.toLowerCase())
    ? { reason: TAKING, grave: true }
    : undefined
}

/** Whether a text asks for anything at all: of a text that its reader does not see, that is enough. */
export function commands(text: string): boolean {
  const plain = unveiled(text)
  return (
    new RegExp(String.raw`(?:^|[.!?:;,\n]\s*|\bplease )${COMMAND}\b`, 'iu').test(plain) ||
    RULES.some(({ pattern }) => pattern.test(plain))
  )
}

const CYRILLIC = 'аеорсухіАВЕКМНОРСТХ'
const LATIN = 'aeopcyxiABEKMHOPCTX'

/** As it reads: without characters of no width, look-alike letters and letters set apart by blanks. */
function unveiled(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/(?<=[a-z])[аеорсухі]+|[аеорсухіАВЕКМНОРСТХ]+(?=[a-z])/gi, (run) =>
      run.replace(/./gu, (letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter),
    )
    .replace(/\b(?:\p{L} ){4,}\p{L}\b/gu, (word) => word.replaceAll(' ', ''))
}
