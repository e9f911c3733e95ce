import { words, type Deeds } from './mail-phrases.ts'

/** What a sentence of a Spanish mail does, as Spanish offices write it. */
export const SPANISH: Deeds = {
  asks: words(
    'por favor|(?:puedes|podrías|puede|podría|podéis|pueden)|necesito|necesitamos|dime|dígame|avísame|hace falta|quién (?:es|puede|va)|cuándo (?:es|será|puede)',
  ),
  ends: words(
    '(?:se|será|serán) (?:apaga|cierra|retira|suprime|desactiva|elimina|cancela|cerrad\\p{L}+|retirad\\p{L}+|desactivad\\p{L}+)\\p{L}*|caduca(?:n|rá|rán)?|vence(?:n|rá|rán)?|deja(?:n|rá|rán)? de|fin de(?:l)? (?:soporte|servicio)|expira(?:n|rá)?|finaliza(?:n|rá)?|ya no (?:será|se|estará)',
  ),
  limits: words(
    'a más tardar|como (?:muy tarde|máximo)|fecha límite|último (?:día|plazo)|plazo|antes del|tiene(?:n)? que (?:llegar|estar)|deb(?:e|en) (?:llegar|estar)',
  ),
  moves: words(
    'en (?:lugar|vez) de|adelant\\p{L}+|aplaz\\p{L}+|retras\\p{L}+|pospuest\\p{L}+|inicialmente|estaba previst\\p{L}+|antes de lo previsto',
  ),
  orElse: words(
    'si no|de lo contrario|en caso contrario|pasad[oa] (?:ese|esa|este|esta) (?:plazo|fecha|día)|después de (?:esa|esta) fecha|perder(?:emos|ás|éis|án)|no podremos|salvo que|a menos que',
  ),
  isDuty: words(
    'obligatori\\p{L}+|obligación|legal\\p{L}*|la ley|normativa|regulador\\p{L}*|contrat\\p{L}+|auditor\\p{L}*|licencia',
  ),
  chases: words(
    'todavía (?:no|nada)|aún (?:no|nada)|sigo (?:sin|esperando)|seguimos (?:sin|esperando)|recordatorio|(?:segunda|tercera) vez|sin respuesta|hay noticias|alguna novedad|ya (?:ha )?pas(?:ó|ado)|había prometido|prometió',
  ),
  isMissing: words(
    '(?:todavía|aún) (?:no|nada)|no ha(?:n)? llegado|sin (?:noticias|recibir|respuesta)|no (?:hemos|he) recibido|sigue(?:n)? sin|falta(?:n)? (?:todavía|aún)|nada de',
  ),
  isStuck: words(
    'bloquead[oa]s?|parad[oa]s?|atascad[oa]s?|a la espera de|esperando|no pued[eo] (?:seguir|continuar|avanzar|entrar)|nadie|hace falta alguien',
  ),
  promises: words(
    '(?:le|te|les|os|se lo|te lo) (?:enviar\\p{L}+|mandar\\p{L}+|dar\\p{L}+|har\\p{L}+|entregar\\p{L}+|envío|mando)|(?:enviar|mandar|entregar)(?:é|emos)|(?:tendrá|tendrás|recibirá|recibirás|tendréis)|sin falta|me (?:encargo|ocupo)',
  ),
  mayWait: words('puede(?:n)? esperar|no (?:es|corre) (?:urgente|prisa)|sin prisa|más adelante|estaría bien'),
  noRush: words(
    'algún día|no es para ahora|no corre prisa|no es urgente|sin prisa|para (?:tu|su) información|cuando (?:puedas|pueda)',
  ),
  saysNotSo: words(
    '(?:no|siguen? sin) (?:funcionan?|arrancan?|imprimen?|abren?|cargan?|van)|siguen? (?:saliendo|fallando|dando|apareciendo|igual|mal|en blanco)|no (?:lo |la )?está (?:list[oa]|arreglad[oa]|terminad[oa]|hech[oa]|resuelt[oa])|no lo está|vuelve a fallar',
  ),
  saysDone: words(
    '(?:está|están|ha sido|han sido|fue|fueron|queda) .{0,20}(?:entregad|terminad|instalad|arreglad|enviad|resuelt|hech)\\p{L}+|se puede cerrar',
  ),
  presumes: words(
    'doy por (?:hecho|supuesto)|entiendo que|supongo que|confírm\\p{L}+|confirme|(?:mantenemos|sigue en pie)|corrígeme|salvo que me digas',
  ),
  contrasts: words('no|pero|sino|en lugar|en vez|aunque|mientras que|ambos|ambas'),
  settles: words('gracias|perfecto|de acuerdo|entendido|resuelto|recibido|vale'),
  isSocial: words('cómo (?:estás|está)|comida|café|cumpleaños|cena|tarta|buen fin de semana|lotería'),
}
