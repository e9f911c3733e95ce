import { hints, type Hint } from './trouble-words.ts'

const DATA =
  '(?:card|phone|account|bank|passport|insurance) (?:numbers?|details)|birthdays?|dates of birth|(?:names|addresses) (?:and|of) (?:\\p{L}+ )?(?:addresses|birthdays|children|patients|donors|customers)|passwords?|(?:customer|patient|donor|member|client) (?:list|records?|files?)'
const WATCHER =
  '(?:legal|the law|compliance|works council|union|auditors?|regulator|inspector|data protection|security|insurance|fire brigade)'
const FEW = '(?:one|two|three|four|five|half|\\d+)'

/** What is wrong need not be said in any set phrase: these are its families of words, weighed together. */
export const ENGLISH_HINTS: Hint[] = [
  ...hints(
    'stopped',
    2,
    '(?<!no \\p{L}+ )refus(?:e|es|ed|ing)',
    `(?:can(?:no|['’])t|cannot|could not|couldn['’]t|unable to) (?:\\p{L}+ )?(?:start|begin|go on|continue|proceed|test|work|build|finish|advance|move|do) (?:on|it|this|that|any\\p{L}*|without|until|till|because|with)`,
    'still nothing|locked door|twiddling|wanted to come back to me|(?:was|were) (?:sent|turned) away',
    'not on (?:our|the|any) approved list',
  ),
  ...hints(
    'undecided',
    2,
    '(?:somebody|someone|you) (?:has|have|needs?) to (?:say|decide|tell|choose)',
    'nobody can (?:tell|say|explain)|which (?:one |version |of \\p{L}+ )?(?:counts|applies|is (?:valid|right|the valid))',
    "(?:can(?:no|['’])t|cannot|won['’]t|will not|not (?:going to|able to)) (?:sign|accept|approve|release)",
    'please explain|find another way|what (?:do|shall|should) we leave out|tell me by|tell me what we',
    'how (?:that|this|it) (?:came about|could happen|has happened|happened)',
    'who is (?:going|supposed|meant) to|who (?:will|shall) (?:look after|run|pay|maintain)',
  ),
  ...hints(
    'undecided',
    1,
    'which(?: of)?(?: the)?(?: two| \\p{L}+)?(?! is).{0,60}\\?',
    'waits? for (?:it|that|this|an answer)',
  ),
  ...hints(
    'money',
    2,
    '(?:has|have|had|been|was|were) (?:cut|reduced)(?! down to size)|cuts? (?:us|our budget)',
    '(?:\\d+|\\p{L}+) ?(?:%|per ?cent) (?:more|higher|dearer)|charge (?:you |us )?.{0,20}(?:more|extra)',
    '(?:bills?|invoices?) (?:is|are) (?:still )?(?:open|unpaid|overdue)|comes to .{0,20}instead of',
  ),
  ...hints(
    'leaving',
    2,
    '(?:has|have) left us|accepted an? (?:offer|job|position)|my contract ends|goes? to the \\p{L}+ (?:project|team) from',
    '(?:leaving|leaves|gone|go) at the end of',
    'not (?:going to be|be) (?:approved|hired|replaced|filled)',
  ),
  ...hints(
    'unsafe',
    2,
    'break-in|broke in(?:to)?|burgl\\p{L}+|nearly (?:fell|hit|hurt|caught)|fell over|(?:was|were) copied',
    `${WATCHER} (?:\\p{L}+ )?(?:says? no|wants?|demands?|objects?|requires?|insists?|refuses?|forbids?|rules? (?:it|this|that) out|has concerns|have concerns)`,
    'rules? (?:it|this|that|them) out|may not go live|not allowed|forbidden',
  ),
  ...hints(
    'unsafe',
    1,
    DATA,
    'log files?|(?:in|on) the (?:\\p{L}+ )?(?:log|logs|history|repository|test database|clear)|can (?:open|see|read) (?:it|them|all)',
    'is public|everybody|everyone|anybody',
  ),
  ...hints(
    'clash',
    2,
    "(?:not|n['’]t) what (?:your|the|my|our|their|his|her) \\p{L}+ (?:says?|said|needs?|wants?|asked|ordered|shows?)",
    'not the (?:one|version|text) we agreed|is new to (?:me|us)|were never asked|was never asked',
  ),
  ...hints(
    'slips',
    2,
    "(?:won['’]t|will not|shall not|can['’]t|cannot) (?:have|get|finish|deliver|be through|be ready)",
    'at least another|times (?:what|as much as|longer than) (?:we|was|it)|not through by',
    `had ${FEW} .{0,40}needed|nothing (?:we|i|they) can do|(?:gives?|given|giving) (?:us|me) no date`,
    'whatever the plan says',
    `(?:spare|give|send|have) (?:you )?(?:only )?${FEW} (?:\\p{L}+ )?(?:instead of|rather than)|only (?:spare|have|send|give)`,
  ),
  ...hints(
    'slips',
    1,
    'promised(?! (?:it |them |this |us )?(?:for|by) (?:tomorrow|today|next|the|\\p{L}+day))|(?<!no )later|another \\p{L}+ (?:days|weeks)|is more like',
    '(?:have|has) to be .{0,30}before|count on (?:it|that|you)',
    'rather (?:open|wait|start|go|have)',
  ),
  ...hints(
    'broken',
    2,
    '(?:comes?|came|coming|goes?|went|going) out (?:without|with the wrong|blank|empty)|backup is empty',
    "(?:carry|carries|have|has|show|shows|bear|bears|print|prints) (?:the )?(?:wrong|last year['’]s|old|outdated)",
    '(?:did|does) not (?:answer|respond)|(?:were|was) not (?:taken|sent|saved|booked|printed)|lost (?:last|all|our|yesterday)',
    '(?:two|three|several) \\p{L}+ for the same',
  ),
  ...hints(
    'threat',
    2,
    '(?:we|will|shall|have to) stop (?:all )?work|(?:second|third|last|final) reminder',
    'discontinu\\p{L}+|no longer (?:sell|offer|support|maintain|supply|make)|(?:runs?|running) out (?:on|in|at)|no more (?:patches|updates|support|spares)',
    'clos(?:e|es|ing) (?:the |our )?(?:support|service|help|plant|branch|warehouse)',
  ),
  ...hints(
    'scope',
    2,
    "while you(?: are|['’]re) at it|can['’]t have .{0,40}(?:closed|on a)",
    '(?:told|promised|assured) (?:the |our )?(?:mayor|board|press|minister|council|customers?|members|shareholders)(?!\\p{L}).{0,60}(?:will|would|too|also|as well)',
  ),
  ...hints(
    'stopped',
    1,
    "not|\\p{L}+n['’]t|cannot|never|nobody|no ?one|none|nothing|without|hardly",
    '(?:days|weeks|months) (?:ago|old)',
    'since (?:last |the )?(?:monday|tuesday|wednesday|thursday|friday|week|month)',
    'missing|wrong|problem',
  ),
]
