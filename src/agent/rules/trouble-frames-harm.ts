import { hints, type Hint } from './trouble-words.ts'

const NT = "(?: not|n['’]t| never| no longer)"
const WATCHERS =
  '(?:works council|unions?|regulators?|authorit(?:y|ies)|inspectors?|inspectorate|ministry|commission|ombudsman|data protection|dpo|privacy|auditors?|insurers?|council|fire (?:brigade|officer|marshal)|legal|compliance|planning (?:office|committee)|environment agency|health and safety|safety officer|neighbours)'
const WANTS =
  '(?:likes?|wants?|wanting|prefers?|insists?|expects?|asks?|asking|demands?|needs?|requests?|requires?)'

/** How people say that harm, money, leaving or another scope is at stake: frames and families, not set phrases. */
export const ENGLISH_HARM_FRAMES: Hint[] = [
  ...hints(
    'unsafe',
    2,
    `unauthori[sz]ed|intru(?:der|sion)\\p{L}*|tamper\\p{L}*|malware|ransom\\p{L}*|compromised|(?:logg|sign)(?:ed|ing) in as|suspicious|backdoor|vulnerabilit\\p{L}+|exploit(?:ed|able)|brute force|unencrypted|(?:not|n['’]t) (?:encrypted|protected|secured|insured|fixed to|tied)|remote code execution|security hole|cves?|plain ?text|default passwords?|shared passwords?|unlocked|without (?:a )?password`,
    `(?:are|['’]re|am|['’]m|is|were|was)(?: not|n['’]t) (?:legally |even |really )?(?:allowed|permitted|supposed|entitled|licen[cs]ed|insured|covered|certified|qualified)(?!\\p{L})`,
    '(?<!not )without (?:a |an |the |any |their |its |our |valid |proper )*(?:licen[cs]e|consent|permit|permission|certificate|insurance|guard|helmets?|harness|supervision|authori[sz]ation|risk assessment|asking (?:us|them|anyone))',
    '(?<!shows )real (?:names?|cvs?|customers?|patients?|people|addresses|records|accounts?|card|salar\\p{L}+)|sick (?:days|notes)(?!\\p{L}).{0,40}(?:name|see|list|open)',
    '(?:interlock|guard ?rail|guard|safety (?:switch|valve|catch|door|net|pin|relay)|emergency (?:exit|stop|door|light\\p{L}*)|fire (?:door|exit|escape|extinguisher)|brakes?|smoke detector|scaffold\\p{L}*|railing|earthing)s?(?!\\p{L}).{0,60}(?:bridged|bypass\\p{L}*|removed|open|propped|wedged|blocked|disabled|missing|fail\\p{L}*|locked|jammed|taped|disconnected|broken|loose|unsecured|never)',
    '(?:came|come|comes|coming|broke|worked) loose|gave way|(?:fell|came down|dropped) on(?:to)? the (?:foot ?path|pavement|street|road|playground|stairs?)|nearly (?:taken|hit|fell|crushed|killed|caught|knocked|ran|run|trapped|burn\\p{L}*|got|went|lost)|narrowly|close (?:call|shave)|could have been (?:killed|hurt|worse|serious|nasty)|by sheer luck|lucky (?:nobody|no one|that)',
    'smoke(?! tests?)|smoking|sparks?|burning smell|overheat\\p{L}*|asbestos|toxic|fumes|spillage|collaps\\p{L}+|subsid\\p{L}+|hazard\\p{L}*|dangerous\\p{L}*|injur\\p{L}+|ambulance|electrocut\\p{L}+|taped (?:it|them|that|the \\p{L}+)? ?off|cordon\\p{L}*|out of bounds|evacuat\\p{L}+(?! (?:training|drill|exercise|plan|test))|trip(?:ped|ping) (?:over|hazard)',
    'free only for|non-?commercial|copyright|infring\\p{L}+|patents?|trade ?marks?|intellectual property|breach(?:es|ed)? (?:of|the)|violat\\p{L}+|(?:our|their|my) (?:counsel|lawyers?|solicitors?|attorneys?)|cease and desist|suing|lawsuit|tribunal|injunction|sanction\\p{L}*|liab(?:le|ility)|prosecut\\p{L}+|fined|a fine of|gdpr|unlicen[cs]ed',
    `${WATCHERS}(?!\\p{L}).{0,80}(?<!\\p{L})(?:object\\p{L}*|refus\\p{L}+|reject\\p{L}*|will not|won['’]t|wants?|demand\\p{L}*|insist\\p{L}*|complain\\p{L}*|formally|stop\\p{L}*|withdr\\p{L}+|concerns?|until|unless|not (?:sign|accept|allow|approve|happy)|questions?|considers?|threat\\p{L}*|closed|paused|suspend\\p{L}*)`,
  ),
  ...hints(
    'unsafe',
    1,
    '\\d[\\d.,]* (?:patients|customers|employees|members|donors)|personal (?:data|details|information)|names? (?:and|on|in|with)|admin|at night|anyone can|everyone can|can (?:see|read|open|download)|production data|test (?:system|data)|in test',
    'clause|required (?:under|by)|comply|legal|law|court|counsel|licen[cs]es?|permit|certificates?|expired?|inspection|audit',
  ),
  ...hints(
    'threat',
    2,
    `(?:has|have|[’']s|[’']ve) (?:\\p{L}+ )?(?:complained|objected|protested|appealed|threatened)|(?:take|taking|took|taken|go|going|gone) (?:it |this |us )?to (?:the )?(?:ombudsman|court|press|papers|newspapers?|police|union|lawyers?)|down(?:ed)? tools|walk(?:ed|ing)? (?:off|away)|(?:two|three|four|five|second|third|fourth|fifth|last|final|several|\\d+) (?:reminders?|warnings?)|(?:lose|losing|lost|run|running|ran) (?:\\p{L}+ )?(?:patience|interest|confidence|faith)|formal(?:ly)? (?:complain\\p{L}*|object\\p{L}*|notice|warning|dispute\\p{L}*)|(?:hold|holding) (?:you|us) (?:liable|responsible)|reserves? (?:the|our) right|terminat\\p{L}+|rescind\\p{L}*|pull(?:ing)? out|go(?:ing)? elsewhere|penalt(?:y|ies)|damages|reconsider\\p{L}*|(?:stand for|tolerate|put up with) (?:it|this|that)`,
    '(?:expect|require|demand) (?:a|an|your|the|to (?:see|hear|have|receive)) (?:\\p{L}+ )?(?:reply|answer|response|explanation|written|full|payment|apology|proposal|hear|plan)|talking to (?:another|other|your competitor|a competitor)|(?:cancel|suspend|withhold|stop)(?:s|ping|l?ing)? (?:the |our |all |any |further )+(?:order|payments?|deliver\\p{L}+|work|service|contract)',
  ),
  ...hints(
    'threat',
    1,
    `if (?:you|we|they|it|this|that|nothing|there|nobody)(?!\\p{L}).{0,60}(?:not|n['’]t|no|again|still)(?!\\p{L})|otherwise|or else|unless`,
    'within (?:\\p{L}+|\\d+) (?:working |business )?(?:days|hours)|final|urgent\\p{L}*|immediate\\p{L}*|asap|at once|last time',
  ),
  ...hints(
    'money',
    2,
    'surcharges?|dearer|pricier|levy|(?:prices?|costs?|rates?|fees?|tariffs?|premiums?|rents?|wages|bills?|quotes?|charges?|it)(?!\\p{L})[^.]{0,40}? (?:went|gone|going|goes|go|put) up (?:a bit|by|about|to|from|again|on)|(?:trim|slash|cut|freez|claw|squeez)(?:s|ming|ing|ting|es|e)? (?:\\p{L}+ )?(?:everyone|everybody|us|our|all|your|the (?:budget|funding|team|money|programme)|by \\d|back|\\d)',
    `(?:is|are|was|were)${NT} (?:\\p{L}+ )?(?:included|covered|budgeted|part of|in the (?:price|quote|package|budget|lump sum|contract|fee))|no (?:budget|money|line|funds|funding|cover) for|(?:out of|from|against|to) (?:your|our|my|whose|their) (?:budget|cost cent(?:re|er))|(?:%|percent|per cent) (?:on|more|up|higher|dearer|increase|off|less)|by \\d+ ?(?:%|percent|per cent)`,
    '(?:double|triple|twice|three times|four times) (?:the|your|our) (?:\\p{L}+ )?(?:fee|price|cost|rate|amount|budget|bill)s?|(?:cost|set|charge)s? (?:us|you|me) (?:another|more|extra|about|around|[£$€]?\\d)|costing (?:us|me|them)|extra (?:\\p{L}+ )?(?:costs?|charges?|fees?|hours|work|invoice)|excludes?|excluding|change order|unpaid|arrears|overspen\\p{L}+|over (?:the )?(?:budget|estimate)|(?:used|eaten) up|money (?:is|has) (?:gone|run)|hidden costs?|exceed(?:s|ed)? (?:the|our|what)',
  ),
  ...hints(
    'money',
    1,
    '(?:\\d[\\d.,]*k?|hundreds|thousands)(?: \\p{L}+)? (?:an?|per|every) (?:hour|day|week)',
    'price|prices|cost|costs|invoices?|budget|[£$€] ?\\d[\\d.,]*|nickel|steel|exchange rate|inflation',
  ),
  ...hints(
    'leaving',
    2,
    '(?:hand|hands|handed|handing|gave|given|giving|put|putting|served|serving)(?: \\p{L}+)? (?:in )?(?:his|her|their|my) (?:notice|resignation|cards)|resign(?:s|ed|ing|ation)?|moving on to|(?:got|found|taken|accepted|starting|starts) (?:a |an |another )?(?:new |other |different )?(?:role|job|position|offer) (?:elsewhere|with|at)|new (?:role|responsibilit\\p{L}+|employer)|step(?:s|ped|ping)? (?:back|down|aside)|last (?:working )?day (?:is|will|would|was)|(?:leav(?:e|es|ing)|left|quits?|quitting) (?:the )?(?:company|firm|team|project|us for)|signed off (?:sick|for)|off sick|long-term sick|burn(?:t|ed)? ?out|maternity|parental leave|poached|headhunted|redundan\\p{L}+|laid off|lay-?offs?',
    `(?:lending|loaning|lent) (?!a hand|an ear)\\p{L}+ (?:to|out)|(?<!(?:truck|lorry|van|ship|boat|bus|train|container|parcel|pallet|delivery|shipment|order) )(?:is|['’]s|will be) (?:\\p{L}+ )?leaving(?! (?:it|the (?:door|light|rest|house|room|second|third)))|(?:put|signed) (?:me|him|her) off(?: work)?|(?:taken|moved|pulled|borrowed|reassigned|seconded|transferred|loaned|drafted)(?!\\p{L}).{0,30}(?:off|onto|away|to (?:another|the other|a different))|(?:your|our|my) (?:\\p{L}+ )?(?:developers?|engineers?|testers?|designers?|analysts?|people|architects?|electricians?|fitters?)(?!\\p{L})(?: \\p{L}+)? (?:back|to (?:another|the)|for (?:a|two|three|the))|only (?:one|person)(?!\\p{L})(?: \\p{L}+)? (?:who|that)|(?:don['’]t|do not|doesn['’]t|does not) have (?:another|anyone|anybody|a (?:replacement|substitute|deputy))|no (?:replacement|successor|stand-in|deputy)|knows? how (?:\\p{L}+ ){1,4}(?:works?|hangs?)`,
  ),
  ...hints(
    'scope',
    2,
    `(?:simply|really|absolutely|just) (?:has|have|needs?) to be|make it (?:so|happen)|otherwise why bother|tak(?:e|es|en|ing) (?:it )?for granted|while you(?:['’]re| are) at it|i (?:had )?(?:assumed|presumed|trust) (?:that |it |this |you |we )*(?:was|were|is|are|would|can|could|will)|only (?:useful|works?|makes sense|any good|valuable|acceptable|interesting) if|no (?:use|good) (?:to us|without|unless)|it['’]s only`,
    `(?:i|we) (?:\\p{L}+ ){0,4}said (?:yes|ok|okay|fine)|(?:he|she|they|sales|marketing|ceo|boss)(?:['’]s|['’]ve| has| have)? already (?:told|promised|sold|announced)|(?:i|we)(?:['’]ve| have)? (?:already )?(?:told|promised|assured|agreed with|committed|said|announced|sold)(?!\\p{L}).{0,60}(?<!\\p{L})(?:would|will|could|gets?|be|no problem|fine|yes|that)(?!\\p{L})`,
    `let(?:['’]s| us) (?:\\p{L}+ )?(?:run|go|do|open|start|launch|switch|move|drop|skip|add|include|make|bring|hold|stop|pull|push|put|swap|change|use|focus|scrap|cut|begin|delay|postpone|merge|split)`,
    `(?:they|he|she|customers?|clients?|minister|mayor|board|chair(?:man|woman)?|ceo|cfo|marketing|sales|legal|finance|head office|hq|unions?|management|investors?|partners?|operations|procurement|council)(?:['’]d| would)?(?: now| also)? ${WANTS}(?!\\p{L})`,
    `(?:we|they|board|committee|council|management)(?:['’]ve| have| has)? (?:\\p{L}+ )?(?:decided|resolved) (?:to|that)|(?:chang|made up)(?:ed?|ing)? (?:our|my|his|her|their|its) minds?|second thoughts|thought (?:\\p{L}+ ){0,2}(?:again|over)|on reflection|slept on|rethink\\p{L}*|(?:became|am|['’]m|are) convinced|new (?:direction|plan|priority|priorities)|change of (?:plan|heart|direction|course)|different direction|top priority|takes? priority`,
    `hold off|(?:put|keep)(?!\\p{L}).{0,40} on (?:ice|hold)|(?:please |let['’]s )(?:pause|freeze|wait|stop)|(?:do not|don['’]t) (?:sign|send|order|ship|release|publish|start|pay|tell|commit|announce|touch)|work out (?:what|how|which|where)|come (?:back )?(?:up )?with (?:an?|some|another|two|three) |(?:brought|bring|bringing|pull|pulled) .{0,30}forward|can(?:no|['’])t (?:defend|support|justify|explain|sell|back)`,
  ),
  ...hints(
    'scope',
    1,
    `(?:i|we)(?:['’]d| would) (?:like|prefer|rather|love|want)|(?:i|we) (?:want|prefer|need|expect|insist|require)|they['’]d|would need|should (?:first|also|be able)`,
    'also (?:covers?|needs?|wants?|has|have|handles?|supports?|includes?)|as well|on top|in addition|additional|additionally|extra|instead|after all|earlier|sooner',
  ),
]
