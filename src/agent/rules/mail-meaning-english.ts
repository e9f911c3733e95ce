import { words, type Deeds } from './mail-phrases.ts'

/** What a sentence of an English mail does, as offices write it. */
export const ENGLISH: Deeds = {
  asks: words(
    'please|(can|could) (you|we|someone|somebody)|would you|i need|we need|needs? (to|a|an|the|dates?|someone)',
    'let me (know|have)|tell me|send me|who is|who will|when (will|can|do)',
  ),
  ends: words(
    'switch(ed|es|ing)?[ -]?off|turn(ed|s)? off|shut(s|ting)?([ -]?down)?|retir(e|es|ed|ing)|discontinu\\w+|decommission\\w*',
    'end(s|ing)?[ -]of[ -](life|support|sale)|no longer (be )?(supported|available|accepted|maintained|work|works)',
    'withdraw(n|s|ing)?|sunset\\w*|expir(e|es|ed|ing)|terminat(e|es|ed|ing)|deprecat\\w+|stops? (working|accepting|answering|taking)',
    'will (end|stop|cease|close|lapse|be (closed|removed|replaced|blocked|revoked|disabled))|(is|are) being (closed|removed|replaced|disabled)',
    '(go(es|ing)?|come(s|ing)?) (dark|offline|away|to an end)|last (day|date) (of|for|on which)|phas(e|es|ed|ing) out|ceases?|runs? out|closes? (on|at|for|down)',
    'pull(s|ed|ing)? the plug|end(s|ing)? on|become(s)? invalid|lose(s)? (its|their) validity|(valid|good) (only )?until|(be|are|is) (turned away|refused|rejected) (from|after|as of)',
  ),
  limits: words(
    'no later than|at the latest|by the latest|latest (date|day|by)|cut[- ]?off|deadline|final (date|day)|last (day|date)',
    'must (reach|be with|arrive|be (in|here|submitted|filed|sent|signed|received|completed?))|has to (reach|be with|be in|arrive)|have to (reach|be with|be in|arrive)|only until',
  ),
  moves: words(
    'brought forward|moved (up|forward|back|out|from|to)|pulled (in|forward)|push(ed)? back|postponed|earlier than|sooner than|later than (planned|expected|agreed|promised)|delayed|slips?|slipped',
    'instead of|rather than|had planned|(was|were) (announced|planned|meant|scheduled|due|going) (for|to)|originally|previously|so far it was|not the \\d+|the date has changed|a date has changed',
  ),
  orElse: words(
    'otherwise|or else|unless|without (a|an|the|your|any|that|this|it)(?!\\p{L}).*(?<!\\p{L})(by|until|before)|will (go|be given|be passed) to (another|someone|somebody)',
    "we will have to|last chance to|can(not|['’]t) hold|will lapse|(after|past|beyond) (that|this|it|which)|if (we|i) (do not|don['’]t) (have|hear|get|receive)|or (we|i) (will )?(lose|have to)",
    '(is|are|will be) (lost|excluded|disqualified|void)|next (one|slot|window|date|sitting|chance) (is|would be|will be|in)|missing (it|that|this) means',
  ),
  isDuty: words(
    'undertaking|regulat(or|ory|ion)|legal(ly)?|statutory|by law|the law|contract(ual|ually)?|compliance|obligat(ion|ed|ory)|mandatory|must be|required (by|to)|audit(or)?s?|licen[cs]e',
  ),
  chases: words(
    '(has|have) passed(?! (our|the|all|every|its|their|with|without))|(second|third|fourth|fifth) time|time of asking|still (no|not|nothing|waiting|missing|need)|reminder|again i|chas(e|ing)',
    "(haven['’]?t|have not|hasn['’]?t|has not) (heard|received|seen|had|come|arrived|got)|not had (an answer|a reply)|no (answer|reply|response) (yet|so far|from(?! (our|my)))|overdue|was due|past due|close this",
    "any (news|update|progress|word) (on|about|yet|from)|follow(ing)?[- ]up on|following up|did(n['’]t| not) (get|receive|hear|arrive|see)|was promised|promised (for|by|me|us)",
    '(come|came) and (gone|went)|where (is|are|are we with) (it|the|my|our|those|that|this)|i (had )?asked (you )?(for|on|in|twice|already)|(had|have) asked for|as i (wrote|asked|said)|without (us|an answer|a reply|hearing)',
  ),
  isMissing: words(
    'no (sign|trace|word|news|show) (of|from(?! (our|my))|on|yet)|(still|so far|yet) (no|not|nothing|none|waiting)|nothing (yet|so far|from|has|here|came|arrived|in)',
    "(has|have|had|did)(n['’]t| not) (yet )?(arrived?|come|reached|turned up|shown up|been (sent|delivered|received)|materiali[sz]ed)|never (arrived|came|turned up|showed)",
    'not (arrived|here|come|received|delivered)|(was|were) (due|promised|supposed)|(is|are) (still )?(missing|empty|outstanding|awaited)|as empty as|(0|none|zero) of|no (delivery|parcel|shipment|reply|answer)',
  ),
  isStuck: words(
    "blocked|stuck|on hold|at a standstill|standstill|stalled|can(not|['’]t) (continue|proceed|go on|carry on|progress|move|get (any )?further|go (any )?further|start)",
    'waiting (for|on)|needs (somebody|someone|a person|an owner)|nobody (has|is|there|owns|knows|picked)|no ?one (has|is|owns)|belongs to nobody|run out of things|putting this down',
  ),
  promises: words(
    "(i|we|you) will|i['’]ll|we['’]ll|you['’]ll (have|get|receive)|i promise|you can expect|expect it|let me (get back|send|check|find out|come back)",
    '(get|come) back to you|will send|will (be|get|come) (with|to) (you|us|him|her|them)|(will|shall) be (in|on|at|there|ready|delivered|sent|available)',
  ),
  mayWait: words(
    'can (follow|wait|come later|slip)|could (follow|wait)|later is fine|not needed (for|on|until)|after (go-live|launch|the launch)|nice to have|no (rush|hurry)|not (at all )?urgent|whenever',
    'happy to wait|second (wave|step|phase)|does not have to',
  ),
  noRush: words(
    'no (rush|hurry|drama|panic|need to (answer|reply|act|confirm|respond))|not (at all )?urgent|no harm|not for (today|now)|when(ever)? you (have|get|find) (a |some )?(minute|moment|time|chance)|not your (project|problem)|just thinking aloud|only so you|for (your )?information|either is fine|fyi',
  ),
  saysNotSo: words(
    "still (fail(s|ing)?|broken|down|happen(s|ing)?|occur(s|ring)?|wrong|missing|get(s|ting)?|show(s|ing)?|see(s|ing)?|bring(s|ing)?|com(es|ing)|(do|does|did)(n['’]t| not)|can(not|['’]t)?)",
    "(do|does)(n['’]t| not) (?!need|have|matter|mind|expect|want|think|know|hesitate|worry|forget|see|believe)\\w+",
    '(closed|done|resolved|completed?|fixed|finished|shipped|deployed|released)(?!\\p{L}).{0,40}(?<!\\p{L})(but|yet|however|though)|never (arrive|work|come|load|open|appear|show|send)s?|never (\\p{L}+ed|came|got|went|sent)',
    "fails? (again|every|for)|not (working|ready|finished|done|fixed|live|here|arrived)|(marked|says|shows|set to)(?!\\p{L}).{2,40}(?<!\\p{L})(but|yet|however|though)|can(['’]t|not) (find|see|use|open|confirm)",
    "is(n['’]t| not) (done|ready|fixed|live|finished)|came back|happens again|reopen|(0|none|zero) of",
  ),
  saysDone: words(
    '(was|were|has been|have been|is|are|got) (all |now |already |just )?(delivered|shipped|sent|installed|completed?|finished|done|fixed|resolved|closed|live|in place|signed off)|(all|both) (\\p{L}+ )*(fitted|in place|up and running|done|set|there)|(can|may) (now )?(be )?(closed?|ticked? off)(?! (the|our) (door|window|gate))|(was|were|has been|have been|is|are) (all |now |already )?(fitted|mounted|uploaded|handed over)|arrived|went live|we (have )?(delivered|shipped|sent|completed|finished|closed|fixed)',
  ),
  presumes: words(
    "i (take|took) it|i(?:['’]m| am)? (assum(e|ing)|presum(e|ing)|trust)|correct me if|(please )?confirm (that|the|by|whether|if)|unless i hear|if i hear nothing|i would like to know|i want to know|need (a )?(yes or no|straight answer|answer)|(tell|let) me (know )?(if|whether|before|that)",
  ),
  contrasts: words(
    'not|but|instead|rather|whereas|however|though|although|both|versus|contradicts?|differs?',
  ),
  settles: words(
    'thank you|thanks|that works|resolved|all good|sorted|agreed|confirmed|perfect|great week|good week',
  ),
  isSocial: words(
    "how are you|who(?:['’]s| is) in(?: for)?|how about that|who knew|(?:fancy|grab|have|get|for|over|team|together|join\\p{L}*|shall we|coming to)(?!\\p{L}).{0,20}(?<!\\p{L})(?:lunch|coffee|drinks|dinner)(?! (?:ticket|order|menu|machine))|(?:weekend|birthday|farewell|christmas|leaving|office|summer)(?!\\p{L}).{0,20}(?<!\\p{L})(?:party|do)|cakes?|doughnuts?|birthday|good one|(?:(?:coming|come) to|join\\p{L}*)(?!\\p{L}).{0,20}(?<!third )(?<!\\p{L})party|umbrella|concert|goosebumps|coffee machine",
  ),
}
