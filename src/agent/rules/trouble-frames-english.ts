import { hints, type Hint } from './trouble-words.ts'

const NT = "(?: not|n['’]t| no longer| never| hardly| barely)"
const NUM =
  '(?:\\d[\\d.,]*k?|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|several|another)'
const WHO = '(?:i|we|you|he|she|they|it|this|that|there|the \\p{L}+|your \\p{L}+|our \\p{L}+)'
const PEOPLE =
  '(?:patients?|customers?|clients?|guests?|passengers?|riders?|pupils?|students?|parents?|residents?|tenants?|drivers?|nurses?|doctors?|farmers?|members?|shoppers?|visitors?|staff|crews?|operators?|shops?|stores?|branch(?:es)?|dealers?|users?|colleagues|teachers?|citizens|carers?|pickers?|cashiers?|my people|my team)'
const SAYS =
  '(?:says?|said|thinks?|thought|claims?|insists?|told|according to|wants?|reads?|states?|shows?|promised|assum\\p{L}+|understood|expects?)'

/** How people say that a plan does not hold, that work stands or that it fails: frames and families, not set phrases. */
export const ENGLISH_FRAMES: Hint[] = [
  ...hints(
    'slips',
    2,
    // One figure or day set against another.
    `(?:and|,|but|is|it['’]s) not (?:the |on |in |by |before |for |just )*${NUM}(?= (?:we|i|you|in|of|that|as|on|they|january|february|march|april|may|june|july|august|september|october|november|december|days|weeks|months)|[,.;:]|$)`,
    `not (?:the |on |in |by )*\\d[^.]{0,30}? but (?:the |on |in |by )*\\d`,
    `(?:instead of|rather than|as against|compared (?:to|with)) (?:the )?(?:planned |agreed |promised |original |usual )?(?:\\d[\\d.,]*k?|\\p{L}+day)`,
    `(?:do|does|can|could|would)${NT} (?:really |honestly |yet )?(?:see|believe|expect|imagine|guarantee|commit|envisage) `,
    `(?:can|could|would|dare)${NT} promise|no promises`,
    `(?:more like|closer to) (?:mid|end|early|late|${NUM})`,
    `${NUM} (?:additional|extra|further|more) (?:working )?(?:days|weeks|months)`,
    '(?:slower|longer|later|bigger|harder|worse|trickier|costlier|heavier|fewer) than (?:we|i|they|you|was|what|the|planned|expected|hoped|feared|thought|anticipated|estimated|agreed|promised)',
    '(?:underestimat|misjudg|miscalculat|miscount|overstretch|overrun|overload)\\p{L}*|shortages?|shortfalls?|understaffed|short[- ]?(?:staffed|handed)|short of|swamped|snowed under|stretched (?:too )?thin',
    '(?:next|first) (?:free |available |possible )?(?:slot|sitting|window|committee|opening|vessel|sailing|appointment|delivery)(?!\\p{L}).{0,20}(?:is|are|in|on|only|not)',
    `(?:put|puts|set|sets|pushe?[sd]?|moved?|knock(?:ed|s)?|thrown?|holds?|held|bump(?:ed)?)(?!\\p{L})[^.]{0,60}? back (?:a|an|by|to|until|till|another|${NUM})(?!\\p{L})`,
    'delays?|hold-?ups?|setbacks?|bottlenecks?|slippage|knock-on|backlog is',
    '(?:bankrupt\\p{L}*|insolven\\p{L}+|liquidation|receivership|in administration|gone? bust|went bust|ceased trading|force majeure|flood(?:ed|ing)|quarantin\\p{L}+|impound\\p{L}+|out of stock|back-?order\\p{L}*|sold out|allocation)',
    `(?:will not|won['’]t|shall not|wouldn['’]t) (?:\\p{L}+ )?(?:be|have|make|work|fit|do|hold|last|cover|happen|arrive|come|finish|get|start|deliver|sign|pass|accept|support|let|open|run|go|reach|ship|stretch|agree|approve|suffice)`,
    `(?:is|are|was|were)(?: not|n['’]t) (?:going to|possible|feasible|realistic|enough|ready|included|covered|allowed|available|there|here|true|right|correct|clear|compatible|acceptable|sustainable|safe|viable|good enough|up to|doable)(?!\\p{L})`,
    `(?:nobody|no ?one|not a soul|n['’]t (?:see|know) (?:anyone|anybody|a soul))(?!\\p{L}).{0,30} believes?|nobody thinks`,
    `at (?:this|the present|the current|our present) (?:speed|pace|rate)`,
    'impossible|unrealistic|unfeasible|infeasible|hopeless|at risk|in (?:jeopardy|doubt|danger)|jeopardi\\p{L}+|endanger\\p{L}*|off the table|out of the question|write off',
    '(?:mov|chang|shift|swap)(?:e|ed|es|ing) (?:our|the|their|your|my) (?:\\p{L}+ ){0,2}(?:slot|date|window|place|booking|order|launch|opening)',
    `nobody from|no(?:body|ne| one)(?!\\p{L})[^.]{0,40} will be|year-?end clos(?:e|ing)|(?:clash|collid|coincid|overlap)(?:e?s|ed|ing)? with`,
  ),
  ...hints(
    'slips',
    1,
    '(?:was|were|had been|we had|you had) (?:agreed|promised|planned|scheduled|due|expected|meant|supposed|pencilled|told)',
    'regret|apolog\\p{L}+|sorry to|bad news|hate to|to be honest|honestly|frankly|afraid|unfortunately|sadly',
    'too (?:late|tight|little|few|slow|short|soon|optimistic|ambitious|much|many|heavy|big|small|old|hot|loud|weak|long|high|low|far)',
    `${NUM} (?:days|weeks|months) before (?:new|the|we|they|it|any\\p{L}*)`,
    'earliest|at best|at least|best (?:i|we) (?:can|could)|rescue|salvage|extension|more time',
    'only (?:one|two|three|half|a|\\d+)|barely|hardly|scarcely|fewer|less than',
  ),
  ...hints(
    'stopped',
    2,
    `(?:until|till|unless|before|as long as) (?:somebody|someone|anyone|${WHO})(?!\\p{L})(?![^.]{0,30}(?<!\\p{L})(?:had|was|were)(?!\\p{L}))[^.]{0,60}(?:sign|decid|approv|confirm|authori|look|check|pay|paid|settle|spoke|send|answer|clear|releas|consult|fix|mend|repair|agree|choose|tell|told|say|replac|instal|provid|give|inspect)\\p{L}*`,
    '(?:sit|sits|sitting|sat|lying|lies|parked|rests?|gathering dust)(?: \\p{L}+){0,3}? (?:with (?:you|your|their|his|her|them|legal|the)|on (?:your|their|his|her|somebody|the quay|the dock)|in (?:your|their|his|her|customs|a queue|the port|a warehouse)|at (?:customs|the port|your|their)|since)',
    '(?:nothing|no work) (?:else |more |left |useful )?(?:to do|for (?:me|us|them) to)|idle|idling|kicking (?:our|my|their) heels|sitting (?:around|on (?:our|their|my) hands)|(?:running|run|ran) out of (?:work|things|tasks|time|space|road)|spinning (?:our|my|their) wheels|treading water|dead in the water',
    '(?:no|lost|losing|lacks?|lacking|denied|revoked|locked out of|still without) (?:\\p{L}+ )?(?:access|credentials|accounts?|log-?ins?|badges?|permissions?|licen[cs]es?|power|network|connection|hardware|kit|staff|cover|contract|purchase order|sign-?off|go-ahead)(?! (?:needed|required|necessary))',
    `(?:i|we|they|she|he)(?:['’]ve| have| had to| has|['’]re|['’]m)? (?:just )?(?:stopped(?! (?:by|off|at|for|in|over|to)(?!\\p{L}))|halted|paused|given up|downed tools|walked away|pulled the plug|taped|locked|shut (?:it|down|off)|switched (?:it|them) off|stopping)`,
    '(?:gone|going|went|reverted|switched|falling|fallen|fell|resort\\p{L}*|back) (?:back )?(?:to|on) (?:using )?(?:the )?(?:paper|excel|pen|spreadsheets?|fax|manual|phone|old system|old way|pencil|whatsapp|sticky)',
    `(?:holding|hold|holds|held) (?:us|me|them|everything|everyone|things|work|it all) up|held up|hinges on|(?:whole|entire|everything|all)(?!\\p{L}).{0,30}(?:hangs|depends|hinges|rests) on|dead end|brick wall|hitting a wall|wild goose|no way (?:forward|round|around)|can(?:no|['’])t get (?:past|round|around|hold|into|in|through|any)`,
    `(?:does|do)(?: not|n['’]t) want to|(?:turned|knocked|shot) down (?:the|our|your|my)|(?:third|second|fourth) (?:\\p{L}+ )?(?:attempt|rehearsal|run|try|go)(?!\\p{L}).{0,30}(?:abort|fail|stop|crash|broke)\\p{L}*`,
    '(?:someone|somebody|anyone|a person) (?:above|higher|senior|with)',
  ),
  ...hints(
    'stopped',
    1,
    'turns out|turned out|transpire[sd]|just (?:found|learn\\p{L}+|heard|discovered|noticed|reali[sz]\\p{L}+|seen|read)|happened? to (?:look|see|notice|find)|stumbled|discover(?:ed|s)|noticed',
    'in the meantime|meanwhile|once again|yet again|every time|constantly|keeps?|again and again|all day|more and more',
    'work-?arounds?|by hand|manually|patch(?:ed)? up|makeshift|stop-?gap',
    '(?:i|we|they) had to (?:open|send|stop|close|shut|turn|let|throw|switch|go back|cancel|evacuate|call|sign)',
    `(?:i|we)(?:['’]d| would)(?: not|n['’]t) (?:go|start|open|launch|sign|ship|switch|risk)`,
    'lead time|customs|helpdesk|hangs on|depends on|waiting|held|await\\p{L}*|for (?:\\p{L}+|\\d+) (?:days|weeks|months) now',
  ),
  ...hints(
    'undecided',
    2,
    `(?:do|does)(?: not|n['’]t) know why|(?:no idea|nobody knows) why`,
    `(?:not|n['’]t) (?:yet )?(?:been )?(?:decided|settled|agreed|known) (?:yet )?(?:who|what|which|whether|if|how|when)|(?:tell|let) (?:me|us) (?:know )?(?:which|who|whose)|(?:want|need|get|await|without) your (?:ok|okay|say|steer|view|decision|opinion|blessing|yes|agreement|word|instructions?|go)|said (?:i|we)(?:['’]d| would) ask you`,
    'which (?:one |of (?:the|these|those|them|us|you) )?(?:is it|do (?:we|i|you)|should|shall|are we|would you)',
    `(?:do|does|did|am|are|is|['’]m)(?: not|n['’]t)? (?:yet |really |not )?(?:know|sure|clear|certain|decided)(?: yet)? (?:who|whether|if|what|which|how|where|when)`,
    '(?:somebody|someone|anybody|anyone|one of you) (?:\\p{L}+ )?(?:needs?|has|have|must|should|ought|please|choose|decide|pick|take)(?!\\p{L})|(?:could|can|would|will) (?:somebody|someone|anybody|anyone) ',
    `(?:your|you['’]re the) (?:call|choice|decision)|up to you|you (?:decide|choose|tell me|pick)|over to you|needs? (?:a|an|your|some|us a|me a) (?:\\p{L}+ )?(?:decision|steer|ruling|verdict|yes|no|go|green light|guidance|answer|sign-?off|approval|signature|word)`,
    'either (?:we|you|i|they|it|the|someone)(?!\\p{L}).{3,80}(?<!\\p{L})or(?!\\p{L})',
    `disput\\p{L}+|disagree\\p{L}*|deadlock\\p{L}*|stalemate|in circles|no agreement|can(?:no|['’])t (?:agree|decide)|stand-?off|pointing (?:fingers|at each)|blam(?:e|es|ing)|passing the buck|shrugs?|loggerheads|ping-?pong`,
    `whose (?:job|budget|responsibility|task|call|problem|turn)|who (?:owns|pays|decides|takes (?:over|the)|signs|approves|should|is (?:meant|supposed|going|responsible))|won['’]t say (?:yes|no)|still (?:open|undecided|unclear|up in the air)|up in the air`,
    'what (?:do|should|shall|can|am) (?:i|we)(?!\\p{L}).{0,30}(?:do|tell|say|answer|reply|drop|cut|use|take)',
  ),
  ...hints(
    'clash',
    2,
    `(?<!\\p{L})${SAYS}(?!\\p{L}).{3,90}(?:,|;|but|while|whereas|yet|and)(?!\\p{L}).{0,60}(?<!\\p{L})${SAYS}(?!\\p{L})`,
    `one of (?:these|those|the two|them|us|you)(?!\\p{L}).{0,25}(?:wrong|true|right|mistaken|lying|correct)|both (?:can|could)(?:not|n['’]t)`,
    `conflict(?:s|ing)?|inconsisten\\p{L}+|discrepanc\\p{L}+|mismatch\\p{L}*|no longer true|misunderst\\p{L}+|news to me|first (?:i|we)(?:['’]ve| have)? (?:hear|heard)`,
  ),
  ...hints(
    'broken',
    2,
    '(?:log|kick|throw|lock|shut|boot|logg|kick|lock)(?:s|ed|ing|wn)? (?:\\p{L}+ )?(?:us|them|me|you|people|users?|everyone|everybody|staff|nurses|drivers|customers) out',
    `tim(?:es|ed|ing) out|time-?outs|falls? over (?:at|when|as|every|under)|(?:comes?|came) back (?:as )?(?:empty|blank|wrong|zero)|(?:takes?|taking|needs?) (?:almost |nearly |over |more than |about |up to )?${NUM} (?:full )?(?:seconds?|minutes?|hours?)(?! (?:walk|drive))|(?:so|too|painfully|terribly|unbearably|very) slow|sluggish|unusable|useless|unreadable|illegible|unresponsive|flicker\\p{L}*`,
    `${PEOPLE}(?!\\p{L}).{0,70}(?<!\\p{L})(?:wrong|leav(?:e|ing)|gave up|giv(?:e|en|ing) up|queu\\p{L}+|stuck|away|angry|in tears|refus\\p{L}+|twice|can(?:no|['’])t|cannot|not able|unable|confus\\p{L}+|complain\\p{L}*|back (?:on|to) paper|error\\p{L}*|wait(?:ing|ed) (?:for )?(?:an|\\d|two|three|hours))`,
    `(?:would|['’]d|will|['’]ll|are|['’]re|have|['’]ve|has|could|just) (?:all )?(?:lose|losing|lost)(?!\\p{L})`,
    '(?:is|are|was|were|got|arrived|came|received|found|looks?|been) (?:\\p{L}+ )?(?:damaged|cracked|bent|rusty|corroded|leaking|warped|contaminated|defective|faulty|incorrect|wrong|duplicated|garbled|soaked|crushed|short|out of date|outdated|miss?ing|stranded|too (?:short|long|wide|narrow|small|big|heavy))(?!\\p{L})',
    '(?:\\d+ ?(?:mm|cm|m|kg|%)|far|much) too (?!often)\\p{L}+|(?:silent|dead|blank|dark) (?:ever )?since',
    'nobody had (?:thought|planned|noticed|told)|round(?:s|ed|ing)? (?:wrong|up wrong)|less good|(?:the|one|a) (?:catch|snag|hitch|downside)|(?:trouble|problem|thing|bad news|downside|snag) is',
  ),
  ...hints(
    'broken',
    1,
    'wrong|incorrect|faulty|defect\\p{L}*|damag\\p{L}+|duplicat\\p{L}+|mismatch|crack(?:s|ed)?|leak(?:s|ing)|rejects?|recall\\p{L}*|faults?|bugs?|errors?|fails?|failed|failing|failure',
    `(?:not|n['’]t|less than|hardly) (?:exactly )?(?:ideal|great|brilliant|pretty|funny)`,
    '(?:goes?|going|went|sent) back to (?:the|our|their)|thawed|spoil(?:ed|t)|ruined|melted|soaked',
    'nightmare|mess|chaos|disaster|shambles|fiasco|mad|ridiculous|fed up|tired of|sick of|headache|pain(?:ful)?|worr\\p{L}+|concern(?:ed|s)?|serious',
    'since (?:the|last|your|we) (?:\\p{L}+ )?(?:update|upgrade|release|cut-?over|go-?live|switch|migration|weekend|change|move)',
    'down to|drop(?:s|ped)? (?:to|by|out)|fell by|empty|blank|gone|nothing|twice|double',
  ),
]
