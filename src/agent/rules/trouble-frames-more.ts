import { hints, type Hint } from './trouble-words.ts'

/** The same frames, shorter, in the languages that are met more seldom. */
export const ITALIAN_FRAMES: Hint[] = [
  ...hints(
    'slips',
    2,
    `(?:invece (?:di|del|dei)|e non) (?:il |i |la )?\\d|non prima (?:di|del)|ritard\\p{L}+|slitt\\p{L}+|rinvi\\p{L}+|posticip\\p{L}+|troppo \\p{L}+|il doppio|più (?:tempo|caro|lento|tardi|lungo) (?:di|del|che)|impossibile|irrealistic\\p{L}+|a rischio|non (?:partir\\p{L}+|arriver\\p{L}+|sar\\p{L}+|bast\\p{L}+|c['’]è|ci sono|vedo|credo|possiamo|posso|riesc\\p{L}+|riusc\\p{L}+|funzion\\p{L}+|rispond\\p{L}+|è)(?!\\p{L})`,
  ),
  ...hints(
    'stopped',
    2,
    'ferm[oaie](?!\\p{L})|bloccat[oaie]|guast[oaie]|in dogana|sciopero|finché|in attesa|manca(?:no)? (?:il|la|i|le|un|una)|nessuno (?:\\p{L}+ )?\\p{L}+|senza (?:accesso|risposta|firma|permesso)|a mano|a penna|(?:tornat|ripass)\\p{L}+ (?:alla|a|al) (?:carta|excel)|qualcuno (?:deve|dovrebbe)|chi (?:decide|paga|firma|approva)|non so (?:se|chi|cosa)|mi serve|ci serve|abbiamo bisogno|in fallimento|fallit[oa]',
    'non è (?:quell[oa]|quanto|come|ciò)|contraddi\\p{L}+|non (?:corrispond|coincid|torn)\\p{L}+|secondo[^.]{2,60}(?:,|;|ma|mentre)[^.]{0,40}secondo|sbagliat[oaie]|errat[oaie]|due volte|danneggiat[oaie]|dopp[io]\\p{L}*|spari\\p{L}+|lament\\p{L}+|reclam[oi]|si (?:rifiut|rifut)\\p{L}+|(?:clienti|pazienti|utenti|farmacie|infermier\\p{L}+|colleghi)(?!\\p{L})[^.]{0,50}(?:non|chiamat\\p{L}*|arrabbiat\\p{L}*|lament\\p{L}+|protest\\p{L}+|aspett\\p{L}+)',
  ),
  ...hints(
    'threat',
    2,
    'avvocat[oi]|penal[ei]|rescind\\p{L}+|risoluzione del contratto|inaccettabile|pazienza|altro fornitore|ultimo (?:sollecito|avviso)|infortuni\\p{L}*|ferit[oaie]|pericol\\p{L}+|illegal[ei]|scadut[oaie]|vietat[oaie]|garante|sindacat\\p{L}+|dati (?:personali|reali|sanitari)|password',
    `più car[oaie]|rincar\\p{L}+|aumento|sovrapprezzo|extra|non (?:è |sono )?(?:compres|inclus|previst|pagat)[oaie]|tagli(?:o|a|ato|ano)?(?!\\p{L})|fuori budget|dimission\\p{L}+|dimess[oa]|lascia (?:l['’]azienda|il)|ultimo giorno|nuovo incarico|in malattia|maternità|(?:vorre\\p{L}+|vogli\\p{L}+|vuole|preferi\\p{L}+|chied\\p{L}+|esig\\p{L}+)(?!\\p{L})|ho (?:detto|promesso|cambiato idea)|ripensat\\p{L}+|ripensandoci|pensavo che|credevo che|già che|aggiung\\p{L}+|anticip(?:are|iamo)`,
  ),
  ...hints(
    'stopped',
    1,
    'purtroppo|mi dispiace|spiacent\\p{L}+|ma|però|di nuovo|ancora|urgent\\p{L}+|problem\\p{L}+|costo|prezzo|euro|solo|appena|entro',
  ),
]

export const DUTCH_FRAMES: Hint[] = [
  ...hints(
    'slips',
    2,
    '(?:in plaats van|en niet|niet) (?:op |de |in )?\\d|(?:pas|niet voor|niet eerder) (?:in|op|na|eind|begin|half|over|week|dan|volgende)|op zijn vroegst|vertrag\\p{L}+|uitgesteld|uitstel|verschoven|schuift|opschuiven|te (?:laat|weinig|krap|duur|traag|kort|lang|zwaar|klein|groot|vol)(?!\\p{L})|twee keer zo|langer dan|meer dan (?:gepland|begroot|afgesproken)|onmogelijk|onhaalbaar|niet (?:haalbaar|realistisch|te doen|lukken|gaan|klaar|leverbaar)|lukt (?:\\p{L}+ )?niet|redden (?:we|het)|in gevaar|tekort',
  ),
  ...hints(
    'stopped',
    2,
    '(?:kan|kunnen|kon|mag|mogen)(?!\\p{L})[^.]{0,50} niet (?:meer )?(?:verder|beginnen|starten|testen|werken|in|bij|inloggen|gebruiken|leveren|openen|zien|door)|(?:ligt|liggen|staat|staan|zit|zitten|wacht|wachten)(?!\\p{L})[^.]{0,40}(?:stil|vast|al|op|bij de douane|sinds)(?!\\p{L})|(?:geen|zonder) (?:\\p{L}+ )?(?:toegang|antwoord|akkoord|handtekening|vergunning|kopie|back-?up|stroom|budget|vervanger|mensen|contract|reactie)(?! nodig)|zolang|totdat|iemand (?:moet|zou|die)|wie (?:beslist|betaalt|tekent|bepaalt)|weet niet (?:wie|of|wat)|(?:hoor|horen|weten) (?:\\p{L}+ )?(?:graag|of|wat)|graag (?:hoor|horen|voor|een)|of we mogen|mogen we|moeten we|terug naar (?:papier|excel)|met de hand|leeggehaald|gewist|kwijt',
    `(?:valt|vallen|loopt|lopen|crasht|crashen|hapert|uitgevallen|vastgelopen|kapot|defect|beschadigd|verkeerde?|foute?|dubbele?|leeg|lek|lekt|traag)(?!\\p{L})|(?:klanten|patiënten|gebruikers|collega's|chauffeurs|verpleeg\\p{L}+|huurders|mensen)(?!\\p{L})[^.]{0,60}(?:klagen|boos|kunnen niet|weiger\\p{L}*|lopen weg|wachten|bellen)|klacht\\p{L}*|volgens[^.]{2,60}(?:,|;|maar|terwijl)[^.]{0,40}(?:volgens|zegt)|zegt[^.]{2,60}(?:,|;|maar|en)[^.]{0,40}zegt|tegenstrijdig|klopt niet|komt niet overeen`,
  ),
  ...hints(
    'threat',
    2,
    'advocaat|advocaten|boete|schadevergoeding|ontbind\\p{L}+|opzeggen|opgezegd|ingebrekestelling|aanmaning|onacceptabel|geduld|andere leverancier|failliet|faillissement|surseance|staking|ongeval|ongeluk|gewond|bijna (?:geraakt|aangereden|gevallen)|gevaarlijk|nooduitgang|onbevoegd\\p{L}*|gehackt|datalek|persoonsgegevens|wachtwoord\\p{L}*|illegaal|verboden|(?<!(?:goed|vlot|prima|rustig|naar wens) )verlopen|niet toegestaan|(?:ondernemingsraad|vakbond|inspectie|brandweer|verzekeraar|gemeente)(?!\\p{L})[^.]{0,40}(?:niet|wil|eist|weiger\\p{L}*)',
    'duurder|prijsverhoging|meerkosten|meerwerk|toeslag|heffing|onbetaald|niet (?:inbegrepen|begroot|betaald)|bezuinig\\p{L}+|gekort|korten|over (?:het )?budget|ontslag|neemt afscheid|vertrekt|laatste (?:werk)?dag|nieuwe (?:baan|functie|rol)|ziek(?:gemeld| thuis)|zwangerschapsverlof|(?:wil|willen|wens\\p{L}*|liever|eist|eisen|verwacht|verwachten)(?!\\p{L})|bij nader inzien|van gedachten veranderd|toegezegd|beloofd|ging ervan uit|dacht dat|ook meteen|(?:moet|moeten|wil|willen|nog|meteen)(?!\\p{L})[^.]{0,30} erbij|naar voren halen|toevoegen|stel .{0,30}uit|wacht met',
  ),
  ...hints(
    'stopped',
    1,
    'helaas|jammer genoeg|sorry|maar|toch|alweer|weer|dringend|probleem|problemen|zorgen|kosten|prijs|euro|pas|slechts|blijkt|ontdekt|uiterlijk|voor (?:maandag|dinsdag|woensdag|donderdag|vrijdag)',
  ),
]

export const PORTUGUESE_FRAMES: Hint[] = [
  ...hints(
    'slips',
    2,
    '(?:em vez de|ao invés de|e não) (?:o |a |dia )?\\d|não antes|só (?:em|no|na|depois|a partir)|atras\\p{L}+|adiad\\p{L}+|adiar|demor\\p{L}+|demasiado \\p{L}+|muito (?:tarde|curto|lento|caro|pouco)|o dobro|impossível|inviável|em (?:risco|causa)|não (?:chega|chegam|vai|vão|vamos|dá|consigo|conseguimos|conseguem|posso|podemos|podem|funciona\\p{L}*|está|estão|estará|será|vejo|acredito|há|tem|temos|tenho|responde\\p{L}*|sei|sabemos)(?!\\p{L})',
  ),
  ...hints(
    'stopped',
    2,
    'parad[oa]s?|bloquead[oa]s?|avariad[oa]s?|avaria|retid[oa]s?|em greve|greve|até que|enquanto não|à espera|aguard\\p{L}+|falta(?:m)? (?:o|a|os|as|um|uma)|ninguém|sem (?:acesso|resposta|assinatura|licença|luz|verba)|à mão|manualmente|(?:volt\\p{L}+) (?:ao|à|a) (?:papel|excel|mão)|alguém (?:tem|precisa|deve|devia)|quem (?:decide|paga|assina|aprova)|preciso (?:que|de|saber)|precisamos|o que (?:faço|fazemos|digo|lhe)|contradi\\p{L}+|não (?:bate|corresponde|coincide)|segundo[^.]{2,60}(?:,|;|mas|e)[^.]{0,40}segundo',
    'errad[oa]s?|incorret[oa]s?|em duplicado|duas vezes|danificad[oa]s?|perdid[oa]s?|sumi\\p{L}+|queix\\p{L}+|reclam\\p{L}+|(?:clientes|pacientes|utentes|utilizadores|usuários|colegas|motoristas)(?!\\p{L})[^.]{0,60}(?:não|furios\\p{L}+|recus\\p{L}+|espera\\p{L}*|desist\\p{L}+)|falência|insolvên\\p{L}+',
  ),
  ...hints(
    'threat',
    2,
    'advogad\\p{L}+|multa|rescind\\p{L}+|rescisão|indemniza\\p{L}+|inaceitável|paciência|outro fornecedor|último aviso|acidente|ferid\\p{L}+|perig\\p{L}+|não autorizad\\p{L}+|dados (?:pessoais|reais)|senha\\p{L}*|palavra-passe|ilegal|caducad\\p{L}+|vencid\\p{L}+|proibid\\p{L}+|sindicato|fiscaliz\\p{L}+',
    'mais car[oa]s?|aumento|aument\\p{L}+|subiu|custos? (?:extra|adiciona)\\p{L}*|não (?:está |estava )?(?:incluíd|previst|pag|orçament)[oa]s?|cort(?:e|es|ar|ou|aram)(?!\\p{L})|demiss\\p{L}+|demit\\p{L}+|último dia|nov[oa] (?:emprego|cargo|função)|de baixa|licença (?:médica|maternidade)|(?:quer|quero|querem|prefiro|prefere|gostava|gostaria|exige|exijo|espero)(?!\\p{L})|mudei de ideias|pensei melhor|prometi|disse (?:ao|à|aos)|achei que|pensei que|já agora|também|antecip\\p{L}+|acrescent\\p{L}+',
  ),
  ...hints(
    'stopped',
    1,
    'infelizmente|lamento|desculp\\p{L}+|mas|porém|de novo|outra vez|urgen\\p{L}+|problema\\p{L}*|custo|preço|euros|reais|só|apenas|afinal|descobri\\p{L}*|se não|até (?:dia|sexta|quinta|quarta|terça|segunda|amanhã|hoje)',
  ),
]

export const POLISH_FRAMES: Hint[] = [
  ...hints(
    'slips',
    2,
    '(?:zamiast|a nie) (?:\\p{L}+ )?\\d|dopiero|nie wcześniej|opóźn\\p{L}+|przesun\\p{L}+|przełoż\\p{L}+|spóźn\\p{L}+|za (?:późno|mało|drog\\p{L}+|woln\\p{L}+|krótk\\p{L}+)|dwa razy (?:więcej|dłużej|drożej)|niemożliw\\p{L}+|nierealn\\p{L}+|zagrożon\\p{L}+|nie (?:zdąż|dam|da |będzie|ma |mamy|mam |mog|może|wiem|wiadomo|dział|przysz|dojech|doszł|dostał|odpowi|widz|wystarcz|damy|uda|zgadza)\\p{L}*',
  ),
  ...hints(
    'stopped',
    2,
    'stoi(?:my)?(?!\\p{L})|stanęł\\p{L}+|wstrzym\\p{L}+|zablokowan\\p{L}+|zepsu\\p{L}+|awari\\p{L}+|strajk\\p{L}*|na cle|w urzędzie celnym|dopóki|czekamy|czekam|brak(?:uje)?(?!\\p{L})|nikt|bez (?:dostępu|odpowiedzi|podpisu|zgody|umowy)|ręcznie|na papierze|ktoś (?:musi|powinien)|kto (?:decyduje|płaci|podpisuje|zatwierdza)|co (?:mam|mamy) (?:robić|odpowiedzieć|powiedzieć)|potrzebuj\\p{L}+|sprzeczn\\p{L}+|według[^.]{2,60}(?:,|;|a)[^.]{0,40}według',
    'błędn\\p{L}+|błąd|błęd\\p{L}+|źle|podwójn\\p{L}+|dwa razy|uszkodz\\p{L}+|zgin\\p{L}+|znikn\\p{L}+|utrac\\p{L}+|skarg\\p{L}*|skarż\\p{L}+|(?:klienci|klientów|pacjenci|użytkownicy|kierowcy)(?!\\p{L})[^.]{0,60}(?:nie|wściekl\\p{L}+|odmawia\\p{L}*|czeka\\p{L}*)|upadłoś\\p{L}+|bankru\\p{L}+',
  ),
  ...hints(
    'threat',
    2,
    'prawnik\\p{L}*|adwokat\\p{L}*|kar[ayęą] (?:umown\\p{L}+)?|zerwa\\p{L}+|wypowie\\p{L}+|rozwiąz\\p{L}+ umow\\p{L}+|odszkodowa\\p{L}+|niedopuszczaln\\p{L}+|cierpliwoś\\p{L}+|innego dostawc\\p{L}*|wezwani\\p{L}+|wypad\\p{L}+|rann\\p{L}+|niebezpieczn\\p{L}+|nieupoważnion\\p{L}+|dane osobowe|danych osobowych|hasł\\p{L}+|nielegaln\\p{L}+|wygasł\\p{L}*|zabroni\\p{L}+|związk\\p{L}+ zawodow\\p{L}+|inspekcj\\p{L}+|inspektor\\p{L}*',
    'droż\\p{L}+|podwyż\\p{L}+|dopłat\\p{L}+|dodatkow\\p{L}+ (?:koszt|opłat|prac)\\p{L}*|nie (?:obejmuj|zawier|zapłac|uwzględn)\\p{L}+|obci(?:ął|ęl|ąć|na)\\p{L}*|cięci\\p{L}+|przekrocz\\p{L}+|odchodz\\p{L}+|odejś\\p{L}+|wypowiedzeni\\p{L}+|ostatni dzień|now(?:ą|ej|a) (?:prac|funkcj|rol)\\p{L}+|zwolnieni\\p{L}+ lekarsk\\p{L}+|(?:chc\\p{L}+|wol\\p{L}+|żąda\\p{L}*|oczekuj\\p{L}+|prosz\\p{L}+ (?:o|wstrzym)\\p{L}*)(?!\\p{L})|obieca\\p{L}+|zmieni\\p{L}+ zdanie|myśla\\p{L}+,? że|przy okazji|przyspiesz\\p{L}+|dodać',
  ),
  ...hints(
    'stopped',
    1,
    'niestety|przykro|przepraszam|ale|jednak|znowu|pilne|pilnie|problem\\p{L}*|koszt\\p{L}*|cen[ayę]|euro|tylko|okaza\\p{L}+|wyszło|do (?:piątku|czwartku|środy|wtorku|poniedziałku|jutra)',
  ),
]
