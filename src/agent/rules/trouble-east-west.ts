import { phrases, type Troubles } from './trouble-words.ts'

/** Of Portugal and of Brazil. */
export const PORTUGUESE: Partial<Troubles> = {
  slips: phrases(
    '(?:precis|vamos precisar|vou precisar)\\p{L}* (?:de )?(?:mais|outra) .{0,15}(?:dias?|semanas?|meses|mês)|mais (?:uma|duas|três|\\d+) (?:semanas?|dias)|(?:atras|adia|poster)\\p{L}*(?!\\p{L}).{0,50}(?:\\d|semana|dias?|para|até)|(?:com|em|um|de) atraso|nova data|não (?:vamos|vou|vai|vão|conseg|dá|chega|fica|estar|entreg)\\p{L}*(?!\\p{L}).{0,60}(?:\\d|prazo|tempo|até|antes|pront|entregar|segunda|terça|quarta|quinta|sexta)|(?:só|apenas) (?:\\p{L}+ )?(?:a partir|depois|na próxima|pr[ao]|em)|fica p(?:a)?r[ao] .{0,20}(?:semana|quinzena|mês|dia)|fora do prazo',
    `(?:em risco|inviável|impossível)(?!\\p{L})|(?:semanas?|dias) atrasad[oa]s?|demora\\p{L}* mais|mais tempo do que|duvido que`,
  ),
  stopped: phrases(
    '(?:estou|estamos|está|ficou|continua)\\p{L}* (?:\\p{L}+ )?(?:parad|bloquead|travad|à espera|esperando|sem)\\p{L}*|ninguém (?:pegou|assinou|assumiu|responde|respondeu|atende|fez|começou|está)|(?:até agora|ainda|até hoje) (?:não|nada|ninguém|à espera|sem|espera)|sem (?:\\p{L}+ ){1,5}não (?:dá|posso|podemos|vai|há)|não (?:chegou|chegaram|veio|vieram|recebi|recebemos|posso|podemos)(?!\\p{L}).{0,40}|chegaram só|(?:servidor|sistema|acesso)(?!\\p{L}).{0,20}(?:fora|caiu|bloquead)\\p{L}*|(?:falta|faltam) (?:a|o|as|os) (?:assinatura|autorização|aprovação|contrato|licença)|em greve|na alfândega',
    `não (?:responde|atende|retorna|dá notícias)\\p{L}*|(?:continuo|continuamos|sigo|seguimos|estou|estamos) sem(?!\\p{L})|(?:ótimo|maravilha|parabéns|que bom|lindo)(?!\\p{L})[^.?!]{0,20}[,.!:;](?!\\p{L}).{0,60}(?:outra|mais uma|sem|de novo)|(?:semana|dia|mês) sem|(?:retid|pres)[oa]s? (?:na|no|em)`,
    `(?:infelizmente|más notícias|temos um problema)(?!\\p{L})|recus\\p{L}+ a|só \\d+ (?:das|dos|de)`,
  ),
  undecided: phrases(
    'quem (?:assina|decide|aprova|paga|autoriza|responde|vai|deve|é o responsável|cuida|faz)(?!\\p{L}).{0,80}\\?|ninguém (?:sabe|decide|assina|quer)|(?:sim ou não|ou não\\?)|(?:posso|podemos|devo) (?:confirmar|avançar|dizer|prometer|assinar|fechar|seguir)|(?:o que|que) (?:digo|faço|fazemos|respondo)|(?:preciso|precisamos|espera|aguard|falta)\\p{L}* (?:\\p{L}+ ){0,4}?(?:decisão|aprovação|assinatura|resposta|autorização|confirmação)|preciso responder (?:até|hoje|amanhã)',
    `(?:seguimos|cancelamos|vamos|fazemos|mantemos|compramos)(?!\\p{L}).{0,30}(?<!\\p{L})ou(?!\\p{L}).{1,40}\\?|quem (?:aprova|assina|decide)|não está claro quem`,
  ),
  broken: phrases(
    '(?:travou|caiu|quebrou|parou de funcionar|não funciona|cobrad[oa]s? (?:duas vezes|em dobro))|(?:segunda|terceira|quarta) vez|(?:clientes?|usuários?|utentes?)(?!\\p{L}).{0,40}(?:reclam|furios|não conseguem|irritad)\\p{L}*|reclamaç(?:ão|ões)',
  ),
  unsafe: phrases(
    '(?:senha|dados (?:pessoais|de clientes))s?(?!\\p{L}).{0,40}(?:públic|expost|vazad|roubad)\\p{L}*|vazamento|acidente|ferid[oa]s?|ilegal|não conforme|vencid[oa]s?',
  ),
  threat: phrases(
    '(?:cancelar|rescindir|rever|romper)(?!\\p{L}).{0,30}(?:contrato|acordo|pedido)|advogad[oa]s?|multa|outro fornecedor|(?:perd|acab)\\p{L}* a (?:paciência|confiança)|último aviso',
    `se (?:acontecer|isso|não|continuar)(?!\\p{L}).{2,50}(?:troc|cancel|rescind|mud|procur|suspend)\\p{L}*|inaceitável|muito (?:decepcionad|insatisfeit|preocupad)\\p{L}*`,
  ),
  money: phrases(
    '(?:orçamento|preço|custo|fatura|valor)(?!\\p{L}).{0,50}(?:acima|mais (?:alto|caro)|estour|ultrapass|aument|em atraso)\\p{L}*|custos? (?:extra|adicion)\\p{L}*|[\\d.]+ ?(?:euros?|reais|€)(?!\\p{L}).{0,20}a mais',
    `(?:estour|ultrapass|passa)\\p{L}* (?:d?o )?(?:orçamento)|sem (?:verba|orçamento)`,
  ),
  leaving: phrases(
    'pedi demissão|meu último dia|de baixa (?:médica|até)|de licença médica|internad[oa]|saio da empresa',
  ),
  scope: phrases(
    '(?:tínhamos|tinha|já tínhamos) (?:descart|cancel|tirad|elimin)\\p{L}*|(?:achei|pensei|julgava) .{0,40}(?:descart|cancel|elimin)\\p{L}*|fora do (?:escopo|âmbito|contrato|orçamento)|ninguém (?:pediu|encomendou)|quer(?:em|ia)? .{0,40}(?:também|antecipar|incluir)',
    `não (?:estava|está|constava) n[oa]|(?:quer|querem|pede|pedem) (?:\\p{L}+ )?(?:agora|também|ainda)(?!\\p{L})`,
  ),
  clash: phrases(
    'contradi\\p{L}*|não (?:bate|bater|coincide)|um dos dois (?:está|se) (?:engan|errad)\\p{L}*',
  ),
  calm: phrases(
    '(?:no )?(?:ano|mês) passado|da última vez|antigamente|há anos|em 20\\d\\d|lembra(?:s)?(?!\\p{L})|(?:sem|nenhum|nenhuma) (?:\\p{L}+ )?(?:problema|atraso|reclamaç)\\p{L}*|(?:foi|está|já) (?:\\p{L}+ )?(?:resolvid|corrigid|consertad)\\p{L}*|tudo (?:certo|bem|em ordem)|como (?:combinado|planejado|previsto)|se um dia|seria (?:bom|legal)|outro projeto|não é urgente|sem pressa|para (?:sua )?informação|brincadeira',
    `(?:reunião|chamada)(?!\\p{L}).{0,30}(?:às|para as) \\d+|de férias|(?:chegou|chegaram) (?:\\p{L}+[, ]+)?tudo certo`,
  ),
}

export const POLISH: Partial<Troubles> = {
  slips: phrases(
    'nie (?:zdąż|damy rady|uda|dotrzym|będzie|zostan|wyrob|skończ|dostarcz)\\p{L}*(?!\\p{L}).{0,60}|(?:opóźni|przesun|przesuw|przełoż|spóźni)\\p{L}*|(?:jeszcze|dodatkow\\p{L}+|kolejn\\p{L}+) (?:\\p{L}+ )?(?:tydzień|tygodni\\p{L}*|dni|miesiąc)|nowy termin|nie wcześniej niż|dopiero (?:w|po|na)',
    `(?:będzie|będą|przyjdzie|dotrze)(?!\\p{L}).{0,20}dopiero|zagrożon\\p{L}+|nierealn\\p{L}+|dłużej niż|potrwa dłużej|wątpię`,
  ),
  stopped: phrases(
    '(?:nadal|wciąż|ciągle|dalej|jeszcze) (?:czeka|nie|brak)\\p{L}*|(?:stoję|stoimy|stoi|utknę|utknął|zablokowan|wstrzyman)\\p{L}*|bez (?:\\p{L}+ ){1,5}nie (?:\\p{L}+)|nikt (?:się |nie |tego )*\\p{L}+|brak(?:uje)? (?:\\p{L}+ )?(?:odpowiedzi|podpisu|zgody|dostępu|umowy|dostawy|certyfikat\\p{L}*)|nie (?:dotarł|przyszł|dostal|otrzyma|odpowied|odpowiada)\\p{L}*|strajk\\p{L}*|pada co',
    `utknę\\p{L}*|(?:świetnie|super|brawo|gratulacje|cudownie)(?!\\p{L})[^.?!]{0,20}[,.!:;](?!\\p{L}).{0,60}(?:znowu|bez|kolejn\\p{L}+|trzeci)|(?:tydzień|dzień|miesiąc) bez|odrzucon\\p{L}+`,
    `(?:niestety|złe wiadomości|mamy problem)(?!\\p{L})|odmawia\\p{L}*|tylko \\d+ z`,
  ),
  undecided: phrases(
    'kto (?:podpis|decyd|zatwierdz|płaci|odpowiada|zajmuje|ma|powinien)\\p{L}*(?!\\p{L}).{0,80}\\?|nikt nie (?:wie|decyduje|podpis)\\p{L}*|tak czy nie|czy nie\\?|co (?:mam|mamy) (?:powiedzieć|zrobić|robić)|(?:czy mogę|mogę) (?:potwierdzić|obiecać)|(?:czekam\\p{L}* na|potrzebuj\\p{L}+) (?:\\p{L}+ ){0,4}?(?:decyzj|zgod|podpis|akceptacj|odpowied|treść|umow)\\p{L}*',
    `kto (?:to |tym |się )?(?:zatwierdza|podpisuje|decyduje|zajmuje|płaci|odpowiada)|czy (?:odwołujemy|rezygnujemy|czekamy)|nie wiadomo,? kto|(?:potrzebuj|potrzebn)\\p{L}* decyzj\\p{L}*`,
  ),
  broken: phrases(
    'nie działa|zawiesi\\p{L}*|awari\\p{L}*|(?:drugi|trzeci|czwarty) raz|(?:klienci|klientów|pacjenci|użytkownicy)(?!\\p{L}).{0,40}(?:skarż|narzek|nie mogą|wściek)\\p{L}*|skarg\\p{L}*|reklamacj\\p{L}*',
    `znowu (?:padł|nie działa|się zawiesi)\\p{L}*|padł[ao]? (?:system|serwer)`,
  ),
  unsafe: phrases('wyciek\\p{L}*|wypadek|rann\\p{L}+|niezgodne z|nielegaln\\p{L}*|włamani\\p{L}*'),
  threat: phrases(
    '(?:zerwa|rozwiąza|wypowiedzie)\\p{L}*(?!\\p{L}).{0,30}umow\\p{L}*|kar[ayę] umown\\p{L}*|prawnik\\p{L}*|inn(?:y|ego) dostawc\\p{L}*|ostatnie ostrzeżenie',
    `(?:jeśli|jeżeli)(?!\\p{L}).{3,50}(?:zmieni|zrezygn|rozwiąż|odejd|wstrzyma)\\p{L}*|niedopuszczaln\\p{L}+|bardzo (?:rozczarowan|niezadowolon|zaniepokojon)\\p{L}*`,
  ),
  money: phrases(
    '(?:koszt|cena|budżet|faktura|oferta)\\p{L}*(?!\\p{L}).{0,50}(?:wyższ|przekrocz|droż|niezapłacon|wzros)\\p{L}*',
    `przekroczy\\p{L}+ budżet\\p{L}*|(?:poza|ponad) budżet\\p{L}*`,
  ),
  leaving: phrases(
    '(?:złożył\\p{L}*|składam) wypowiedzenie|mój ostatni dzień|na zwolnieniu (?:do|lekarskim)|w szpitalu',
    `(?:mam|mój|to) ostatni dzień|odchodzę`,
  ),
  scope: phrases(
    '(?:mieliśmy|przecież) .{0,30}(?:zrezygnowa|odrzuci|usun)\\p{L}*|poza zakresem|nikt (?:tego )?nie (?:zamawiał|prosił)',
    `(?:nie było|nie ma|nigdy nie było) (?:tego )?w (?:umowie|planie|zakresie|ofercie)|(?:myślałem|myślałam|sądziłem|sądziłam)(?!\\p{L}).{0,40}(?:zrezygnowa|odrzuci|usunę|skreśli)\\p{L}*|(?:chce|chcą) (?:teraz|także|też|jeszcze)`,
  ),
  clash: phrases('sprzeczn\\p{L}*|nie zgadza się|jedno z dwojga'),
  calm: phrases(
    'w zeszłym (?:roku|miesiącu)|rok temu|lat temu|kiedyś|w 20\\d\\d|(?:bez|żadnych) (?:\\p{L}+ )?(?:problem|opóźnie|skarg|zastrzeże)\\p{L}*|(?:rozwiązan|naprawion|usunięt)\\p{L}*|wszystko (?:w porządku|gra|dobrze|ok)|zgodnie z planem|znowu działa|inny projekt|dla informacji|nie pilne|bez pośpiechu|żart\\p{L}*',
    `(?:spotkanie|rozmowa)(?!\\p{L}).{0,30}na \\d+|na urlopie`,
  ),
}
