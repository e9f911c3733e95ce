import { hints, type Hint } from './trouble-words.ts'

/** How people say in Spanish that a plan does not hold, that work stands or fails, that harm or money is at stake. */
export const SPANISH_FRAMES: Hint[] = [
  ...hints(
    'slips',
    2,
    '(?:en (?:vez|lugar) de(?:l)?|y no|no) (?:el |los |las |la )?\\d[\\d.,]*(?: \\p{L}+)?[^.]{0,30}(?:sino|,|\\.|$)|no antes de|(?:a partir|hasta) (?:del|de|finales|mediados|principios)[^.]{0,20}(?:no|imposible)|como pronto|como (?:mínimo|poco)|se (?:va|nos va|fue|atras\\p{L}+|retras\\p{L}+|aplaz\\p{L}+|pospon\\p{L}+|alarg\\p{L}+|demor\\p{L}+)(?!\\p{L})|(?:estaba|estaban|habíamos|habían) (?:previst|acordad|pactad|prometid|planead|quedad)\\p{L}*',
    'retras\\p{L}+|atras(?:o|ad|ar|amos|a|an)\\p{L}*|demor\\p{L}+|aplaz\\p{L}+|pospuest\\p{L}+|posterg\\p{L}+|escasez|agotad[oa]s?|desabastec\\p{L}+|subestim\\p{L}+|(?:más|mucho más) (?:tiempo|tarde|largo|caro|lento|complicado)\\p{L}* (?:que|de lo|del)|el doble|demasiado\\p{L}* \\p{L}+|imposible|inviable|irreal|no (?:lo )?(?:veo|creo|da|dan|llega\\p{L}*|alcanza\\p{L}*|cabe|podré|podrá\\p{L}*|podremos|podemos|cumpl\\p{L}+|estar\\p{L}+|será\\p{L}*|tendr\\p{L}+|habrá|garantiz\\p{L}+|prometo|puedo)(?!\\p{L})|en (?:riesgo|peligro|el aire|duda)|peligra\\p{L}*|fuera de plazo',
  ),
  ...hints(
    'stopped',
    2,
    'no (?:se |me |nos |le |les |lo |la )*(?:pued\\p{L}+|pod\\p{L}+|funcion\\p{L}+|respond\\p{L}+|contest\\p{L}+|lleg\\p{L}+|arranc\\p{L}+|avanz\\p{L}+|entr\\p{L}+|deja\\p{L}*|tenemos|tengo|han|ha|hemos)(?!\\p{L})|(?:sigue|siguen|seguimos|sigo|lleva|llevan|llevamos|llevo|estamos|está|están|quedó|quedado)(?!\\p{L})[^.]{0,30}(?:retenid|parad|bloquead|esperando|a la espera|sin|detenid|atascad|atrapad|varad|congelad|pendient|cerrad)\\p{L}*|(?:falta|faltan) (?:un|una|el|la|los|las|por)|nadie (?:\\p{L}+ )?\\p{L}+|de brazos cruzados|en la aduana|en huelga|huelga|hasta que|mientras no|sin (?:acceso|respuesta|firma|permiso|noticias|luz|contrato|personal|material|internet|red)|parado[sa]?|parada',
    '(?:volv\\p{L}+|vuelt\\p{L}+|hemos pasado) (?:al|a la|a|con) (?:papel|excel|mano|bolígrafo|sistema anterior|fax)|a mano|manualmente|apañ\\p{L}+',
  ),
  ...hints(
    'undecided',
    2,
    'no quiere[ns]?|alguien (?:tiene|debe|debería|tendría)|(?:hemos|se ha) gastado (?:ya )?(?:el|todo|casi)|hemos decidido|ha decidido|(?:alguien|hay que|tiene que|habría que|tendrá que)(?!\\p{L})[^.]{0,30}(?:decid|elegir|elij|firm|autoriz|aprob|escog|resolv|aclar)\\p{L}*|quién (?:decide|paga|firma|aprueba|autoriza|se encarga|responde|manda)|a quién|(?:tú|usted) (?:dirás|dirá|decides|decide|verás)|(?:necesit|esper|falt|requier)\\p{L}+ [^.]{0,40}(?:decisión|respuesta|firma|aprobación|visto bueno|instrucciones|confirmación|cifras|datos|autorización|informe)|o [^.]{2,60} o (?:se|nos|lo|hay|quit|cancel)\\p{L}*|no (?:sé|sabemos|está claro|tengo claro)(?!\\p{L})|(?:qué|cuál) (?:hago|hacemos|digo|le digo|contesto|respondo|vale|es (?:la|el) (?:buen|correct|válid)\\p{L}*)|dime|dígame|desacuerdo|no se ponen de acuerdo|se pasan la pelota|en un punto muerto',
  ),
  ...hints(
    'clash',
    2,
    '(?:según|dice|dicen|afirma\\p{L}*|quiere\\p{L}*|pone|asegura\\p{L}*)(?!\\p{L})[^.]{2,90}(?:,|;|pero|mientras|y)[^.]{0,50}(?:según|dice|dicen|afirma\\p{L}*|quiere\\p{L}*|pone|asegura\\p{L}*|contrario)(?!\\p{L})|contradic\\p{L}+|contradictori\\p{L}+|no (?:cuadra|coincide|concuerda)\\p{L}*|un[oa] de l[oa]s dos|malentendido|me (?:acabo de enterar|entero)|acab\\p{L}+ de (?:enterar|saber|ver|descubrir)\\p{L}*',
  ),
  ...hints(
    'broken',
    2,
    '(?:se (?:cae|cuelga|cayó|colgó|bloquea|borr|pierd|perd)\\p{L}*|fall(?:a|an|ó|aron|o|os)|averí\\p{L}+|estropead\\p{L}+|roto|rota|rotos|dañad\\p{L}+|defectuos\\p{L}+|equivocad\\p{L}+|erróne\\p{L}+|incorrect\\p{L}+|duplicad\\p{L}+|dos veces|desaparec\\p{L}+|borrad\\p{L}+|perdid[oa]s?|en blanco|fuga|ilegible\\p{L}*|inservible\\p{L}*|lentísim\\p{L}+|tarda\\p{L}*)(?!\\p{L})',
    '(?:clientes?|pacientes?|usuarios?|compañer\\p{L}+|conductor\\p{L}*|enfermer\\p{L}+|padres|alumnos|vecinos|inquilinos|gente|caje\\p{L}+|tiendas?|operari\\p{L}+)(?!\\p{L})[^.]{0,70}(?:quej\\p{L}+|no pued\\p{L}+|no recib\\p{L}+|se va\\p{L}*|se march\\p{L}+|deja\\p{L}*|enfadad\\p{L}+|furios\\p{L}+|esper\\p{L}+|niega\\p{L}*|dos veces|mal|abandon\\p{L}+)|quejas?|reclamaci\\p{L}+|desde (?:la|el|que) (?:actualización|cambio|migración|última|último|nuevo|nueva|arranque|hicimos|pusimos)|así no (?:podemos|se puede|vamos|hay)',
  ),
  ...hints(
    'unsafe',
    2,
    'no autorizad\\p{L}+|intrus\\p{L}+|hacke\\p{L}+|datos (?:personales|reales|de salud|médicos|de pacientes)|contraseñ\\p{L}+|filtra\\p{L}+|filtración|sin cifrar|(?:cualquiera|todo el mundo|todos) (?:puede\\p{L}*|ve|ven|lo ve)|ilegal\\p{L}*|prohibid\\p{L}+|caducad\\p{L}+|vencid\\p{L}+|sin (?:licencia|autorización|consentimiento|seguro)|multa\\p{L}*|demanda(?!\\p{L})|abogad\\p{L}+|juzgado|tribunal\\p{L}*|infring\\p{L}+|incumpl\\p{L}+',
    'accidente\\p{L}*|herid\\p{L}+|lesion\\p{L}+|quemad\\p{L}+|electrocut\\p{L}+|casi (?:atropell|ca|golpe|aplast|se )\\p{L}*|por poco|peligros\\p{L}+|peligro|salida de emergencia|puerta cortafuegos|humo|chispas|incendio|amianto|derrumb\\p{L}+|grietas?|acordon\\p{L}+|parada de emergencia|puentead\\p{L}+',
    '(?:comité de empresa|sindicatos?|ayuntamiento|inspector\\p{L}*|inspección|ministerio|bomberos|aseguradora|regulador\\p{L}*|jurídico|legal|auditor\\p{L}*|protección de datos|medio ambiente|patrimonio)(?!\\p{L})[^.]{0,80}(?:no|rechaz\\p{L}+|oponen?|exig\\p{L}+|pide\\p{L}*|suspend\\p{L}+|paraliz\\p{L}+|objet\\p{L}+|impugn\\p{L}+|cerr\\p{L}+|requier\\p{L}+|sin)(?!\\p{L})',
  ),
  ...hints(
    'threat',
    2,
    'rescind\\p{L}+|romp\\p{L}+ (?:el|la)|cancelar\\p{L}*|penaliza\\p{L}+|indemniza\\p{L}+|último aviso|(?:segundo|tercer|cuarto) (?:aviso|recordatorio|requerimiento)|paciencia|inaceptable|intolerable|no (?:vamos a )?(?:aceptar|tolerar|consentir)\\p{L}*|otro (?:proveedor|contratista)|competencia|suspender\\p{L}*|concurso de acreedores|quiebra|insolven\\p{L}+|paralizar\\p{L}*',
  ),
  ...hints(
    'money',
    2,
    'sobrecost\\p{L}*|recargo|más car\\p{L}+|encarec\\p{L}+|sub(?:e|en|ida|ió|irá|ido)(?!\\p{L})|aument\\p{L}+|adicional\\p{L}*|no (?:está\\p{L}* |estaba\\p{L}* )?(?:incluid|contemplad|presupuestad|cubiert|pagad)\\p{L}*|(?:sin|no hay|no tenemos) (?:presupuesto|dinero|partida|fondos)|impagad\\p{L}+|impago|recort\\p{L}+|congel\\p{L}+|(?:%|por ciento) (?:más|menos|de)|un \\d+ ?(?:%|por ciento)|excede\\p{L}*|supera\\p{L}* el',
  ),
  ...hints(
    'leaving',
    2,
    'dimit\\p{L}+|dimisión|renunci\\p{L}+|(?:se|me) (?:va|marcha|voy|marcho|vamos)(?!\\p{L})|dej(?:a|o|ará) (?:la|el) (?:empresa|proyecto|equipo|cargo)|último día|nuev[oa]s? (?:puesto|cargo|trabajo|responsabilidades)|de baja|baja (?:médica|por|maternal|larga)|jubila\\p{L}*|sin (?:sustitut|relevo|reemplazo)\\p{L}*|(?:el|la) únic[oa] que|la única persona|trasladad\\p{L}+|reasign\\p{L}+',
  ),
  ...hints(
    'scope',
    2,
    '(?:lo he pensado|pensándolo (?:bien|mejor)|he cambiado de (?:idea|opinión)|cambio de (?:planes|rumbo)|mejor (?:que|empez|abr|hac|dej)\\p{L}*)|(?:quier\\p{L}+|querr?\\p{L}+|prefier\\p{L}+|prefer\\p{L}+|exig\\p{L}+|pid\\p{L}+|necesit\\p{L}+|insist\\p{L}+|me gustaría|nos gustaría|esper(?:o|a|amos)) (?:que|un|una|el|la|los|las|lo|también|además|ver|tener|abrir|empezar|las|saber|otr[oa]|más)(?!\\p{L})|(?:he|hemos|le|les) (?:dich|prometid|asegurad|anunciad|garantizad|dije|prometí)\\p{L}*[^.]{0,60}(?:que|a)(?!\\p{L})|pensaba que|creía que|daba por (?:hecho|sentado)|ya que (?:estás|estáis|están)|además|también|de paso|adelant\\p{L}+|no (?:firm|envi|compr|pagu|publiqu|entregu)\\p{L}+|en pausa|hay que (?:añadir|incluir|quitar|cambiar)|añad\\p{L}+|me toca dar explicaciones',
  ),
  ...hints(
    'stopped',
    1,
    'lamentablemente|desgraciadamente|por desgracia|lo siento|lament\\p{L}+|pero|sin embargo|otra vez|de nuevo|constantemente|urgen\\p{L}+|problemas?|preocup\\p{L}+|(?<!sin )falta|coste\\p{L}*|precio\\p{L}*|euros|factura|no|nunca|solo|sólo|apenas|quedan?|result\\p{L}+ que|detect\\p{L}+|descubr\\p{L}+|hemos visto|si no|antes del?',
  ),
]
