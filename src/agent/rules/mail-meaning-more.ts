import { words, type Deeds } from './mail-phrases.ts'

/** Languages that are met more seldom: only the deeds that decide something. */
export const ITALIAN: Partial<Deeds> = {
  asks: words(
    'per favore|(?:puoi|può|potresti|potrebbe|potete)|ho bisogno|abbiamo bisogno|fammi sapere|mi serve|ci serve',
  ),
  ends: words(
    'scade|scadrà|scadono|cessa|cesserà|chiude|chiuderà|termina|terminerà|non sarà più|dismess\\p{L}+|verrà (?:spento|disattivato|chiuso|rimosso)',
  ),
  limits: words('entro e non oltre|al più tardi|ultimo giorno|scadenza|termine ultimo'),
  moves: words('invece del|anticipat\\p{L}+|rinviat\\p{L}+|posticipat\\p{L}+|era previst\\p{L}+'),
  orElse: words('altrimenti|in caso contrario|oltre (?:tale|questa) data|a meno che'),
  chases: words(
    'ancora (?:niente|nulla|nessun\\p{L}*)|sollecito|promemoria|aspetto ancora|non ho ricevuto|aveva promesso',
  ),
  isMissing: words(
    'ancora (?:niente|nulla|nessun\\p{L}*)|non (?:è|sono) (?:ancora )?arrivat\\p{L}+|non ho ricevuto|manca(?:no)? ancora',
  ),
  isStuck: words('bloccat\\p{L}+|ferm[oaie]|in attesa di|nessuno'),
  promises: words(
    '(?:le|ti|vi) (?:invierò|manderò|farò|darò|consegnerò)|(?:invierò|manderò|consegneremo|invieremo)|(?:riceverà|riceverai|avrà|avrai)',
  ),
  saysNotSo: words(
    'non (?:funziona|va|parte|si apre|è (?:pronto|finito|risolto))|continua a (?:dare|fallire)',
  ),
  settles: words("grazie|perfetto|va bene|d['’]accordo|ricevuto"),
  isSocial: words('pranzo|pranziamo|cena|caffè|compleanno|torta|come stai'),
}

export const DUTCH: Partial<Deeds> = {
  asks: words(
    'alsjeblieft|alstublieft|graag|(?:kun|kunt|kan|zou) (?:je|u|iemand)|ik heb .{0,30}nodig|wij hebben .{0,30}nodig|laat (?:me|ons) weten',
  ),
  ends: words(
    'vervalt|verloopt|verlopen|stopt|stoppen|eindigt|wordt (?:uitgeschakeld|afgesloten|gesloten|stopgezet)|niet (?:meer|langer) ondersteund',
  ),
  limits: words('uiterlijk|op zijn laatst|laatste dag|deadline'),
  moves: words('in plaats van|vervroegd|uitgesteld|verzet|oorspronkelijk|gepland was'),
  orElse: words('anders|tenzij|daarna'),
  chases: words('nog (?:niets|geen|steeds)|herinnering|wacht nog|had beloofd|was beloofd'),
  isMissing: words('nog (?:niets|geen|steeds niet)|niet (?:ontvangen|aangekomen|binnen)|ontbreekt'),
  isStuck: words('geblokkeerd|(?:zit|loopt) vast|kan niet verder|wacht(?:en)? op|niemand'),
  promises: words(
    '(?:ik|wij|we) (?:zal|zullen|stuur|sturen|lever|leveren)|(?:stuur|lever|doe|regel) ik|(?:je|u|jullie) (?:krijgt?|ontvangt?|hebt|heeft|hebben)',
  ),
  saysNotSo: words('werkt .{0,40}niet|doet het niet|nog niet (?:klaar|opgelost|af)|niet (?:klaar|opgelost)'),
  settles: words('bedankt|dank je|dank u|prima|akkoord'),
  isSocial: words('lunchen|borrel|koffie|verjaardag|taart|hoe gaat het'),
}

export const PORTUGUESE: Partial<Deeds> = {
  asks: words(
    'por favor|(?:pode|podes|podem|poderia) (?:me |nos )?|preciso|precisamos|me (?:avise|diga|mande)|gostaria',
  ),
  limits: words('até ao? mais tardar|prazo|último dia|no máximo até|data limite'),
  chases: words('ainda (?:não|nada)|lembrete|continuo (?:à espera|sem)|tinha prometido|sem resposta'),
  isMissing: words('ainda (?:não|nada)|não (?:chegou|chegaram|recebi|recebemos)|(?:falta|faltam) ainda'),
  promises: words(
    '(?:eu |nós )?(?:envio|mando|entrego|enviarei|mandarei|vou (?:enviar|mandar|entregar)|enviaremos|entregaremos)|(?:recebe|receberá|vai receber|terá)',
  ),
  saysDone: words(
    '(?:foi|foram|está|estão|ficou) .{0,20}(?:entregue|pronto|instalad|terminad|resolvid|aprovad|conclu)\\p{L}*|pode ser fechad[oa]',
  ),
  settles: words('obrigad[oa]|perfeito|combinado|recebido|de acordo|resolvido'),
  isSocial: words('almoç\\p{L}+|cafezinho|aniversário|bolo|churrasco|bom fim de semana'),
}

export const POLISH: Partial<Deeds> = {
  asks: words('prosz[ęe]|czy (?:możesz|może pan|mogliby)|potrzebuj\\p{L}+|daj(?:cie)? znać'),
  limits: words('najpóźniej|ostateczny termin|ostatni dzień|do końca'),
  chases: words('(?:nadal|wciąż|jeszcze) (?:nie|nic|czekam\\p{L}*)|przypomin\\p{L}+|brak odpowiedzi'),
  isMissing: words(
    '(?:nadal|wciąż|jeszcze) (?:nie|nic)|nie (?:dotarł|przysz|dosta|otrzyma)\\p{L}*|brak(?:uje)?',
  ),
  promises: words('(?:wyśl|przyśl|dostarcz|prześl)(?:ę|emy|am|amy)|(?:dostanie|otrzyma)\\p{L}*'),
  saysDone: words(
    '(?:jest|są|został|została|zostały|już) .{0,20}(?:gotow|dostarczon|zakończon|zainstalowan|naprawion)\\p{L}*|można zamknąć',
  ),
  settles: words('dziękuj\\p{L}+|dzięki|w porządku|zgoda|potwierdzam'),
  isSocial: words('obiad|kawa|kawę|urodzin\\p{L}*|ciasto|impreza'),
}
