import { phrases, type Troubles } from './trouble-words.ts'

const SPAN = '(?:jours?|semaines?|mois|quinzaine)'
const COUNT = "(?:une?|deux|trois|quatre|cinq|six|dix|quelques|plusieurs|d['’]une|\\d+)"
const NOBODY = '(?:personne|aucun de nous|nul)'

export const FRENCH: Troubles = {
  slips: phrases(
    `(?:ne|n['’])(?:(?!\\?).){0,40}(?:tiendr|tiend|tien|respect|ser(?:ons|a|ont|ai) (?:pas )?(?:prêt|livr|fini|termin|en mesure)|aur|arriver|livrer|tenir|finir|tiens)\\p{L}*(?!\\p{L}).{0,30}(?<!\\p{L})(?:pas|jamais)(?!\\p{L}).{0,50}(?:\\d|date|délai|temps|prêt|lundi|mardi|mercredi|jeudi|vendredi|avant|livr|échéance)|pas (?:prêt\\p{L}*|fini\\p{L}*|terminé\\p{L}*|livré\\p{L}*|disponible\\p{L}*) .{0,30}(?:avant|pour|le \\d|à temps|d['’]ici)`,
    `(?:décal|repouss|report|gliss|retard|dérap)\\p{L}*(?!\\p{L}).{0,50}(?:${SPAN}|au \\d|le \\d|jusqu|d['’]une|\\p{L}+di)|(?:en|du|de|pris du) retard(?!\\p{L})|retard (?:de|sur|dans)|${COUNT} ${SPAN} (?:de (?:plus|retard)|supplémentaires?|en plus)|encore ${COUNT} ${SPAN}|(?:pas|rien) avant (?:le |la |mi|fin|début)?(?:\\d|\\p{L}+di|semaine|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|prochain)|au (?:plus tôt|mieux) (?:le|mi|fin|début|en)?|nouvelle date|plus le temps|manque de temps`,
    `(?:intenable|irréaliste|impossible à tenir|compromise?|en danger|mal parti|tombe à l['’]eau)(?!\\p{L})|dans la vue|(?:ne vois pas|doute|crains|peur) (?:comment|qu['’]?e?|de ne pas)(?!\\p{L}).{0,60}|(?:il (?:nous |me )?(?:faut|faudrait|faudra)|besoin (?:de|d['’])) (?:\\p{L}+ )?(?:${COUNT}|quinze|huit|davantage de|plus de) (?:\\p{L}+ )?(?:${SPAN}|temps)(?: de plus| supplémentaire|$|[.,])|(?:de|du) plus que prévu|plus long(?:temps)? que prévu|ne sera (?:pas|jamais) (?:prêt|là|livré|fini|terminé)\\p{L}*`,
  ),
  stopped: phrases(
    `(?:toujours|encore) (?:aucun\\p{L}*|pas|rien|en attente)|aucun(?:e)? (?:retour|réponse|nouvelle|signe|livraison|accord|signature|trace)|(?:à l['’]arrêt|bloqué\\p{L}*|coincé\\p{L}*|au point mort|en panne|en rade|en plan)(?!\\p{L})|(?:ne|n['’])\\p{L}* (?:peux|peut|pouvons|pourrai|pourra|puis|avanc|commenc)\\p{L}* (?:pas|plus|rien)(?!\\p{L}).{0,60}(?:sans|tant que|avant)|sans (?:\\p{L}+['’ ]){1,6}(?:je|on|nous|impossible|rien)|tant que .{0,60}(?:pas|aucun|rien)`,
    `${NOBODY} (?:ne |n['’])(?:l['’]?\\p{L}+|s['’]en|s['’]y|a|est|répond|prend|veut)\\p{L}*(?!\\p{L}).{0,40}|(?:j['’]attends|on attend|nous attendons|attend)(?!\\p{L}).{0,20}(?:toujours|encore|depuis)|(?:toujours|encore|depuis) .{0,30}(?:attend|attends|attendons|en attente)|(?:serveur|environnement|accès|ligne|système)(?!\\p{L}).{0,30}(?:en panne|coupé|inaccessible|indisponible|tombé)|(?:n['’]est|ne sont|n['’]ont|n['’]a) (?:toujours |encore )?pas (?:encore )?(?:arriv|livr|reçu|sign|commenc|répondu|venu)\\p{L}*|il (?:nous |me )?manque (?:toujours|encore)|en grève`,
    `(?:plus|pas|aucun) (?:de )?signe de vie|(?:ne |n['’])(?:répond|rappelle|donne)\\p{L}* (?:plus|pas)|(?:super|génial|bravo|formidable|merveilleux|félicitations|parfait)(?!\\p{L})[^.?!]{0,20}[,.!:;](?!\\p{L}).{0,60}(?:encore|sans|de nouveau|toujours|troisième|deuxième)|(?:semaine|jour|mois) sans (?:\\p{L}+)|(?:demande|permis|dossier|visa|agrément)(?!\\p{L}).{0,30}(?:refus|rejet)\\p{L}*|(?:mauvaise?s?|défectueuse?s?) (?:pièces?|taille|modèle|livraison|version)`,
    `(?:malheureusement|hélas|mauvaise nouvelle|désolée? de vous (?:dire|annoncer)|on a un (?:\\p{L}+ )?problème)(?!\\p{L})|refus\\p{L}* de(?!\\p{L})|seulement \\d+ (?:sur|des)`,
  ),
  undecided: phrases(
    `qui (?:signe|décide|valide|paie|paye|prend|s['’]en|doit|peut|est (?:responsable|en charge|censé)|a (?:validé|décidé|demandé|approuvé)|tranche|donne|porte|fait|rédige|écrit)(?!\\p{L}).{0,80}\\?|à qui (?:de|revient)|${NOBODY} (?:ne |n['’])(?:sait|décide|signe|veut|valide|tranche|a (?:validé|décidé))|(?:oui ou non|ou non \\?|ou pas \\?|go ou no)|(?:est-ce qu['’]on|on (?:fait|dit|garde|valide|confirme|maintient|lance|reporte|peut|doit|part|signe|continue|répond|annonce)|faut-il|dois-je|doit-on|puis-je|peut-on|que dois-je|que fait-on|qu['’]est-ce (?:qu['’]on|que je)) .{0,70}\\?`,
    `(?:besoin|attente|attends|attendons) (?:\\p{L}+['’ ]){0,5}?(?:décision|accord|validation|signature|feu vert|réponse|arbitrage|confirmation|go)(?!\\p{L})|(?:décision|validation|signature|arbitrage|accord) (?:manque|en attente|en suspens|attendu)|il faut (?:trancher|décider|choisir)|à (?:vous|toi) de (?:trancher|décider)|chacun (?:renvoie|pense|croit)`,
    `on (?:fait|dit|répond) quoi|on (?:annule|garde|continue|arrête|lance) ou|(?:pas|peu) clair qui|on ne sait pas qui|aucune décision`,
  ),
  broken: phrases(
    '(?:casse|cassé|plante|planté|bugge|bug|en panne|gelé|figé|disparu|tombé en panne)(?!\\p{L})|(?:facturé|débité|prélevé|envoyé) deux fois|(?:deuxième|troisième|quatrième) fois|encore une (?:panne|mise à jour|coupure|erreur|fois qui)|(?:clients?|usagers?|patients?|utilisateurs?|courtiers?|voyageurs?)(?!\\p{L}).{0,50}(?:plaignent|plaint|furieux|ne peuvent|bloqués|renvoyés|mécontents)|(?:plaintes?|réclamations?)(?!\\p{L})|ne (?:marche|fonctionne|répond|démarre)\\p{L}* (?:plus|pas)',
  ),
  unsafe: phrases(
    "(?:mots? de passe|données (?:clients?|personnelles|patients?)|identifiants)(?!\\p{L}).{0,50}(?:publics?|fuit\\p{L}*|exposé\\p{L}*|volé\\p{L}*|visibles?|accessibles?)|fuite de données|piraté\\p{L}*|(?:accident|blessé\\p{L}*|risque d['’]incendie)(?!\\p{L})|(?:illégal|interdit|non conforme|pas conforme|contraire à la loi)(?!\\p{L})|(?:cnil|autorité|régulateur|inspection)(?!\\p{L}).{0,40}(?:refus|exig|interd|deman)\\p{L}*",
    `(?:envoyé|parti|transmis|diffusé)\\p{L}*(?!\\p{L}).{0,30}(?:à tout le monde|à tous|au mauvais|aux mauvais)|(?:inspecteur|contrôleur|pompiers|commission)(?!\\p{L}).{0,40}(?:refus|fermé|interdit|recal)\\p{L}*|électrocut\\p{L}*|tombée? (?:de|du|dans)`,
  ),
  threat: phrases(
    '(?:résilier|résiliation|rompre|dénoncer|revoir|annuler)(?!\\p{L}).{0,30}(?:contrat|accord|commande|partenariat)|(?:avocat|pénalités?|mise en demeure|huissier|dédommagement)(?!\\p{L})|(?:sera|serons|serez|seront|allons|vais|devrons) (?:\\p{L}+ )?(?:suspend|interromp|coup|réaffect|aller voir|contraint|obligé)\\p{L}*|(?:règlement|facture|paiement)(?!\\p{L}).{0,40}(?:impayé|suspendu|relance)|reste impayée?|quel plaisir de payer|passe pour un|(?:perdu|perdre|perdons) (?:confiance|patience)|dernier (?:rappel avant|avertissement)|(?:concurrent|autre fournisseur|ailleurs)(?!\\p{L})',
    `si (?:cela|ça|c['’]|vous|ce|rien|la)(?!\\p{L}).{3,60}(?:changer|arrêter|résilier|quitter|partir|iron|suspend|saisir)\\p{L}*|inadmissible|inacceptable|scandaleux|très (?:déçu|mécontent|inquiet)\\p{L}*|c['’]est une honte|changer de (?:prestataire|fournisseur)`,
  ),
  money: phrases(
    '(?:devis|montant|prix|coût|facture|budget|total)s?(?!\\p{L}).{0,60}(?:dépass|supérieur|plus (?:cher|élevé)|augment|au-dessus|explos|épuisé)\\p{L}*|(?:surcoût|dépassement|rallonge|avenant)(?!\\p{L})|[\\d ., ]+ ?(?:euros?|€)(?!\\p{L}).{0,30}(?:de plus|en plus|supplémentaires?)|impayée?s?(?!\\p{L})',
    `(?:dépass|explos|crev|épuis)\\p{L}* (?:le|notre|du|l['’])? ?(?:budget|enveloppe)|(?:devis|prix|facture|montant|coût)s?(?!\\p{L}).{0,30}(?:passé|passe|double|triple)\\p{L}*`,
  ),
  leaving: phrases(
    "(?:je |j['’]ai |il |elle |a )?démissionn\\p{L}*|mon dernier jour|(?:je quitte|quitte|quittons) (?:la société|l['’]entreprise|le projet|l['’]équipe)|arrêt (?:maladie|de travail)|hospitalisé\\p{L}*|(?:affecté|réaffecté|retiré|muté)\\p{L}* (?:à|sur|du) (?:un autre|autre|projet)",
    `(?:en arrêt|absente?|arrêtée?)(?!\\p{L}).{0,20}(?:nouvel ordre|plusieurs|durée indéterminée)|je (?:pars|m['’]en vais) (?:fin|à la fin|définitivement)`,
  ),
  scope: phrases(
    "(?:on|nous|ne) (?:l['’]|les )?(?:avait|avions|avons|avait-on|avions-nous) (?:\\p{L}+ )?(?:pas )?(?:abandonn|supprim|annul|écart|retir|décid|laiss)\\p{L}*|(?:croyais|pensais|pensait|croyait) .{0,50}(?:abandonn|annul|supprim|écart|retir)\\p{L}*|(?:hors|pas dans le|pas au|pas prévu\\p{L}* (?:au|dans)) (?:périmètre|contrat|devis|cahier|plan)|hors périmètre|personne n['’]a (?:demandé|commandé)|(?:voudrai|souhait|aimerai)\\p{L}* .{0,50}(?:aussi|en plus|également|avancer|ajouter)",
    `(?:veut|veulent|demande|demandent|exige|souhaite)\\p{L}* (?:\\p{L}+ )?(?:maintenant|soudain|désormais|aussi|en plus|également)(?!\\p{L})|(?:pas|jamais) (?:été )?(?:prévu|convenu|commandé|demandé|au contrat)\\p{L}*`,
  ),
  clash: phrases(
    "contredi\\p{L}*|contradictoire\\p{L}*|ne (?:colle|correspond|concorde)\\p{L}* pas|l['’]un des deux se trompe|(?:nous|m['’]a|on m['’]a) (?:avait )?dit (?:autre chose|le contraire)|les deux ne peuvent|et non (?:pas )?le \\d",
  ),
  calm: phrases(
    "(?:l['’]an|l['’]année|le mois|la fois|l['’]été|l['’]hiver) (?:dernier|dernière|passé\\p{L}*)|à l['’]époque|autrefois|il y a (?:\\p{L}+ )?(?:ans|années|mois|longtemps)|en 20\\d\\d|tu te souviens|vous vous souvenez|(?:plus|pas|aucun|aucune|sans) (?:\\p{L}+ )?(?:bloqué\\p{L}*|retard|problème\\p{L}*|souci\\p{L}*|urgent|plainte\\p{L}*|remarque|encombre)|(?:est|sont|a été|ont été|c['’]est) (?:\\p{L}+ )?(?:corrig|résolu|réglé|réparé|rétabli|débloqué)\\p{L}*|fonctionne (?:à nouveau|de nouveau|bien)|tout (?:va bien|est bon|est en ordre|roule)|comme (?:prévu|convenu)|dans les temps|si un jour|un jour|hypothèse|imagin\\p{L}*|ce serait (?:bien|sympa)|pas (?:notre|mon|votre) (?:projet|problème)|autre projet|rien à voir|pour (?:info|information)|pas pressé|rien d['’]urgent|fausse alerte|je plaisante|ça m['’]a fait sourire",
    `(?:réunion|point|rendez-vous|appel|visio)(?!\\p{L}).{0,30}(?:à \\d+ ?h|décalée? à)|(?:en|ses|mes) congés?|me remplace`,
  ),
}
