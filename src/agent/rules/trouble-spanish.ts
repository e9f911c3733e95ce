import { phrases, type Troubles } from './trouble-words.ts'

const SPAN = '(?:días?|semanas?|mes(?:es)?|quincenas?)'
const COUNT = '(?:una?|dos|tres|cuatro|cinco|seis|diez|otra|otras|unas|varias|\\d+)'

/** Of Spain and of the Americas. */
export const SPANISH: Troubles = {
  slips: phrases(
    `no (?:vamos a |voy a |van a |va a |se |creo que |lo |la )*(?:lleg|cumpl|alcanz|logr|termin|tendr|estar|entreg|podr|da tiempo|alcanza|llegu)\\p{L}*(?!\\p{L})(?! nadie).{0,40}(?:\\d|tiempo|plazo|fecha|lunes|martes|miércoles|jueves|viernes|antes|list[oa]s?|para el|al |a la)|no (?:nos )?(?:da|dio|dará|alcanza) (?:el )?(?:tiempo|plazo)`,
    `(?:retras|atras|demor|pospon|aplaz|posterg|corr(?:e|er|imos|ió) (?:la fecha|el plazo)|desliz)\\p{L}*(?!\\p{L}).{0,50}(?:${SPAN}|\\d|hasta|lunes|martes|miércoles|jueves|viernes|próxim)|(?:con|hay|llevamos|vamos con|tiene) (?:un )?(?:retraso|atraso|demora)|vamos (?:tarde|atrasados|justos)|${COUNT} ${SPAN} (?:más|de (?:retraso|atraso|demora)|tarde)|(?:no|nada) (?:\\p{L}+ )?(?:antes|hasta) (?:del?|el|la) (?:día )?(?:\\d|\\p{L}+)|con suerte (?:el|para)|como pronto|nueva fecha|fuera de plazo`,
    `(?:ya no|no) (?:es|será|va a ser|resulta) (?:posible|viable|realista|factible)|(?:en (?:riesgo|peligro|duda)|inviable|imposible)(?!\\p{L})|se (?:corre|mueve|pasa|atrasa|retrasa|demora|va) (?:para|a|al|hasta)(?!\\p{L})|(?:necesit|har[áí]\\p{L}* falta|hace falta|precis)\\p{L}* (?:\\p{L}+ )?(?:otra|otro|otros|otras|una|dos|tres|más|\\d+) (?:\\p{L}+ )?(?:${SPAN}|tiempo)|(?:tarda|lleva|toma|demora)\\p{L}* más (?:de lo|que)|no (?:creo|veo)(?!\\p{L}).{0,40}(?:llegu|termin|acab|posible)\\p{L}*|dudo que`,
  ),
  stopped: phrases(
    `nadie (?:lo |la |ha |se |está |quiere |contesta|responde|sabe)*(?:tom|empez|contest|respond|mir|asum|hech|avis|toc|hac|vin|aparec|coge|cog)\\p{L}*|(?:seguimos|sigo|sigue|siguen|estamos|estoy|está|están|llevamos|llevo)(?!\\p{L}).{0,20}(?:esperando|sin|parad|bloquead|a la espera|detenid|atascad|varad|trabad)\\p{L}*|(?:todavía|aún|hasta (?:hoy|ahora)) (?:no|nada|nadie|sin|esper)|sin (?:\\p{L}+ ){1,5}(?:no|nadie|imposible)(?!\\p{L})|no (?:puedo|podemos|puede|pueden|se puede) .{0,60}(?:sin|hasta|mientras|partir|seguir|avanzar|arrancar|empezar)`,
    '(?:no|ni) (?:ha|han|hay|tenemos|llegó|llegaron|apareció|vino|vinieron|recib)\\p{L}*(?!\\p{L}).{0,30}(?:llegado|respuesta|señal|noticias|nada|acceso|firma|contrato|pedido|recibido|nadie)|(?:servidor|sistema|entorno|acceso|línea)(?!\\p{L}).{0,30}(?:caíd|bloquead|sin servicio|desconectad)\\p{L}*|(?:pendiente|retenid|parad|detenid|frenad|atascad)\\p{L}* (?:de|en|por|desde|hace)|en huelga|en aduanas?|(?:falta|faltan) (?:todavía |aún )?(?:la|el|los|las|por) (?:firma|permis|aprob|autoriz|contrat|certific|pieza|licenc)\\p{L}*',
    `(?:no|sin) (?:contesta|responde|atiende|devuelve|da señales|coge)\\p{L}*|(?:genial|qué bien|estupendo|fantástico|maravilloso|felicidades|enhorabuena|bravo)(?!\\p{L})[^.?!]{0,20}[,.!:;](?!\\p{L}).{0,60}(?:otra|otro|sin|de nuevo|tercera|otra vez)|(?:semana|día|mes) sin (?:\\p{L}+)|(?:solicitud|permiso|licencia|visado)(?!\\p{L}).{0,30}(?:denegad|rechazad)\\p{L}*|(?:piezas?|talla|modelo|material) (?:equivocad|defectuos|dañad)\\p{L}*`,
    `(?:lamentablemente|desgraciadamente|por desgracia|malas noticias|tenemos un (?:\\p{L}+ )?problema)(?!\\p{L})|se nieg\\p{L}+ a|(?:solo|sólo) (?:llegaron )?\\d+ de`,
  ),
  undecided: phrases(
    '(?:quién|quien) (?:firma|decide|aprueba|paga|se encarga|autoriza|valida|lo (?:hace|lleva|aprobó|pidió|autorizó)|debe|tiene que|va a|es el responsable|responde|escribe|toma)(?!\\p{L}).{0,80}\\?|a quién (?:le )?(?:toca|corresponde)|nadie (?:sabe|decide|firma|quiere|aprueba|se hace cargo|responde por)|(?:sí o no|o no\\?|¿(?:seguimos|vamos|hacemos|lo hacemos|puedo|podemos|debo|qué (?:le )?(?:digo|decimos|hacemos)|confirmo|le digo|aprobamos|autorizas?|autoriza usted)(?!\\p{L}))',
    '(?:necesito|necesitamos|espero|esperamos|esperando|falta|pendiente(?:s)? de|a la espera de) (?:\\p{L}+ ){0,4}?(?:decisión|aprobación|firma|autorización|respuesta|confirmación|visto bueno|luz verde|definición)(?!\\p{L})|hay que (?:decidir|elegir|definir)|(?:usted|tú) (?:decide|dirá)|cada uno (?:dice|cree)',
    `(?:no está claro|no se sabe|no sabemos) quién|sin decisión|(?:cancelamos|seguimos|paramos|compramos) o(?!\\p{L})`,
  ),
  broken: phrases(
    '(?:se (?:cayó|cae|colgó|cuelga|congeló|bloqueó)|caíd[oa] (?:desde|otra)|dejó de funcionar|no (?:funciona|anda|sirve)|cobr(?:ó|aron|ado) (?:dos veces|doble))|(?:segunda|tercera|cuarta|enésima) vez|otra vez (?:se|lo mismo|caído|falló)|(?:clientes?|pacientes?|usuarios?|pasajeros|vecinos|enfermeras)(?!\\p{L}).{0,50}(?:quejan|furios|molest|no pueden|reclam|enojad)\\p{L}*|(?:quejas?|reclamos?|reclamaciones)(?!\\p{L})',
  ),
  unsafe: phrases(
    '(?:contraseñas?|datos (?:personales|de (?:clientes|pacientes))|claves)(?!\\p{L}).{0,50}(?:públic|expuest|filtrad|robad|visibl)\\p{L}*|filtración|hacke\\p{L}*|(?:accidente|herid[oa]s?|lesionad[oa]s?|riesgo de incendio)(?!\\p{L})|(?:ilegal|prohibid[oa]|incumpl\\p{L}*|no cumple con la (?:ley|norma))(?!\\p{L})|(?:autoridad|regulador|inspección|superintendencia)(?!\\p{L}).{0,40}(?:rechaz|exig|prohib|objet)\\p{L}*|vencid[oa]s?(?!\\p{L})',
    `(?:se )?(?:envi|mand|copi)\\p{L}*(?!\\p{L}).{0,40}(?:a todo el mundo|a todos|a la persona equivocada|destinatario equivocado)|(?:inspector|bomberos|municipalidad|ayuntamiento)(?!\\p{L}).{0,40}(?:rechaz|clausur|prohib|objet)\\p{L}*|electrocut\\p{L}*|robad[oa]s?`,
  ),
  threat: phrases(
    '(?:cancelar|rescindir|revisar|romper|anular|terminar)(?!\\p{L}).{0,30}(?:contrato|acuerdo|pedido)|(?:abogad|penaliza|multa|indemniza|denuncia)\\p{L}*|(?:otro|otra) (?:proveedor|empresa|banco|cliente)(?!\\p{L})|(?:suspender|cortar|retirar)(?:emos|án|á)|(?:se nos )?(?:acabó|agotó|perdimos|perdiendo) (?:la )?(?:paciencia|confianza)|(?:último|última) (?:aviso|advertencia|oportunidad)|(?:prensa|diario|alcalde|sindicato|ministerio)(?!\\p{L}).{0,30}(?:llam|pregunt)\\p{L}*',
    `si (?:vuelve|esto|se|no|pasa|sigue)(?!\\p{L}).{2,60}(?:cambi|cancel|rescind|buscar|iremos|irnos|suspend|denunci)\\p{L}*|(?:inaceptable|inadmisible|vergonzoso|una vergüenza|intolerable)(?!\\p{L})|muy (?:decepcionad|molest|descontent|preocupad)\\p{L}*|cambi\\p{L}+ de proveedor`,
  ),
  money: phrases(
    '(?:presupuesto|precio|costo|coste|factura|oferta|cotización|importe)s?(?!\\p{L}).{0,60}(?:más (?:alto|caro|de lo)|super|exced|sub(?:ió|e)|encima|agotad|por encima|mayor)\\p{L}*|(?:sobrecosto|sobrecoste|costo adicional|coste adicional)(?!\\p{L})|[\\d.]+ ?(?:euros?|pesos|dólares|€)(?!\\p{L}).{0,30}(?:más|adicionales|por encima)|(?:factura|pago)(?!\\p{L}).{0,30}(?:impag|vencid|pendient)\\p{L}*',
    `pasad\\p{L}+ (?:del|de) presupuesto|(?:oferta|precio|factura|cotización|coste|costo)(?!\\p{L}).{0,30}(?:subi|dobl|duplic|triplic)\\p{L}*|sin (?:presupuesto|fondos|dinero)`,
  ),
  leaving: phrases(
    'renunci(?:é|ó|o|ado)|mi último día|(?:me voy|dejo|deja) (?:de )?(?:la empresa|el equipo|el proyecto)|(?:licencia|baja) médica|de baja (?:hasta|por)|hospitalizad[oa]|(?:lo|la|me|los) (?:pasaron|movieron|asignaron|reasignaron) a otro',
  ),
  scope: phrases(
    '(?:no )?(?:lo |la |los |eso |esto |ya )*(?:habíamos|hemos|teníamos|habían) (?:ya )?(?:descart|elimin|cancel|sacad|quitad|acordad|dejad)\\p{L}*|(?:creía|pensé|pensaba|entendí) .{0,50}(?:descart|cancel|elimin|quit)\\p{L}*|(?:fuera del?|no está en el|no estaba en el) (?:alcance|contrato|plan|presupuesto|proyecto)|nadie (?:pidió|lo pidió|encargó)|(?:quiere|quieren|quisiera|quisieran|pide|piden)(?!\\p{L}).{0,50}(?:también|además|adelantar|agregar|añadir|sumar)',
  ),
  clash: phrases(
    'contradi\\p{L}*|no (?:cuadra|coincide|concuerda)\\p{L}*|uno de los dos se equivoca|(?:me|nos) (?:dijeron|dijo) (?:otra cosa|lo contrario)|no pueden ser (?:los|las) dos|y no el \\d',
  ),
  calm: phrases(
    '(?:el año|el mes|la vez|el verano|el invierno) pasad[oa]|en (?:esa|aquella) época|hace (?:\\p{L}+ )?(?:años|meses|tiempo)|en 20\\d\\d|te acuerdas|antes (?:era|teníamos)|(?:ya no|no hay|sin|ningún|ninguna|nada) (?:\\p{L}+ )?(?:bloquead\\p{L}*|retras\\p{L}*|problemas?|urgente|quejas?|novedad|inconvenientes?|contratiempos?)|(?:quedó|está|fue|ya está|estuvo) (?:\\p{L}+ )?(?:resuelt|arreglad|solucionad|corregid|reparad|list)\\p{L}*|ya (?:quedó|funciona|está|anda)|todo (?:bien|en orden|perfecto|va bien)|(?:según|como) (?:lo )?(?:planead|acordad|previst|convenid)\\p{L}*|a tiempo|si algún día|algún día|hipot\\p{L}*|imagin\\p{L}*|sería (?:lindo|bueno|bonito)|no es (?:nuestro|mi|para ahora)|nada que ver|otro proyecto|para (?:tu|su) información|sin apuro|no corre prisa|falsa alarma|es broma|por si preguntan',
    `(?:reunión|llamada|junta|cita)(?!\\p{L}).{0,30}a las \\d+|de vacaciones|(?:llegó|llegaron) (?:\\p{L}+ )?(?:complet|bien|todo)\\p{L}*`,
  ),
}
