import { hints, type Hint } from './trouble-words.ts'

/** How people say in French that a plan does not hold, that work stands or fails, that harm or money is at stake. */
export const FRENCH_FRAMES: Hint[] = [
  ...hints(
    'slips',
    2,
    `(?:au lieu (?:de|du|des)|plutôt que|et non(?: pas)?|contre) (?:le |les |la |l['’])?(?:\\d|lundi|mardi|mercredi|jeudi|vendredi)|pas avant|(?:à partir|qu['’]à partir) (?:de|du)|au plus tôt|ne (?:\\p{L}+ ){1,3}(?:que|qu['’]) ?(?:en|le|fin|mi|début|la|dans|au|après)|(?:était|étaient) (?:prévu|convenu|promis|annoncé)\\p{L}*|nous avions (?:prévu|convenu|dit)`,
    'retard\\p{L}*|report(?:é|ée|er|ons|ées|és)(?!\\p{L})|repouss\\p{L}+|décal\\p{L}+|gliss(?:e|ent|era|é)(?!\\p{L})|pénurie|rupture (?:de stock)?|sous-estim\\p{L}+|trop (?:tard|court|juste|peu|long|lent|cher|serré|petit|grand|lourd|dangereux)\\p{L}*|plus (?:long|tard|cher|compliqué|lent)s? que|deux fois plus|le double|intenable|irréaliste|impossible|compromis\\p{L}*|menacé\\p{L}*|en péril|hors délai|rien (?:vous )?promettre|rien promettre|ne (?:vois|pense|crois|peux|pouvons|pourra|tiendr\\p{L}+|suffi\\p{L}+|ser\\p{L}+|passer\\p{L}*|tient) (?:\\p{L}+ )?(?:pas|rien|plus)(?!\\p{L})',
  ),
  ...hints(
    'stopped',
    2,
    `(?:ne|n['’])(?: ?)(?:\\p{L}+ ){0,2}(?:peu\\p{L}+|pouv\\p{L}+|pourr\\p{L}+|arriv\\p{L}+|fonctionn\\p{L}+|march\\p{L}+|répond\\p{L}*|parvien\\p{L}+|parven\\p{L}+|avan\\p{L}+|est|a|ont|avons|ai)(?: \\p{L}+)? (?:plus|pas|rien|aucun\\p{L}*|jamais|personne)(?!\\p{L})|toujours (?:pas|rien|aucun\\p{L}*|en attente|sans|bloqué\\p{L}*)|tourne\\p{L}* en rond|à l['’]arrêt|au point mort|bloqué\\p{L}*|coincé\\p{L}*|en panne|en souffrance|à la douane|en grève|les bras croisés|chômage technique|rien à faire|faute (?:de|d['’])|(?:tant|jusqu['’]à ce) qu[e'’]|plus d['’](?:accès|électricité|eau)|sans (?:accès|réponse|nouvelles?|signature|accord|validation|réseau|matériel|contrat)`,
    `(?:reven\\p{L}+|repass\\p{L}+|retour\\p{L}*)(?: tous| toutes)? (?:au|à la|à l['’]|sur) (?:papier|excel|main|ancien\\p{L}*|stylo|fax|tableur)|à la main|bricol\\p{L}+|système d`,
  ),
  ...hints(
    'undecided',
    2,
    `(?:ne |n['’])?(?:veut|veulent) (?:pas|plus)|quelqu['’]un (?:doit|devrait|pourrait)|(?:avons|a|ont) décidé (?:de|que|d['’])|(?:il faut|faudrait|faut)(?!\\p{L})[^.]{0,30}(?:qu['’]|que|trancher|décider|choisir|arbitr\\p{L}+|une (?:décision|réponse|validation))|qui (?:décide|tranche|paie|signe|valide|prend|s['’]en|doit|est responsable)(?!\\p{L})|(?:à vous|à toi) (?:de|d['’]|la)|(?:besoin|attend\\p{L}*|attente)(?!\\p{L})[^.]{0,40}(?:décision|réponse|accord|arbitrage|signature|validation|feu vert|consigne|position)|soit[^.]{2,70}soit(?!\\p{L})|(?:ne|n['’]) ?(?:sai\\p{L}*|savons|est) (?:pas|plus) (?:si|qui|quoi|quel\\p{L}*|comment|clair)|(?:que|quoi) (?:faire|répondre|dois|doit|faisons|faire)|laquelle|lequel (?:est|fait|on|des)|à qui|personne (?:ne|n['’])|désaccord|se renvoi\\p{L}*|dans l['’]impasse|merci de (?:me|nous) (?:dire|confirmer|donner|envoyer|faire)|dites-(?:moi|nous)|dis-moi`,
  ),
  ...hints(
    'clash',
    2,
    `(?:dit|disent|selon|d['’]après|affirme\\p{L}*|veut|veulent|annonce|indique|parle)(?!\\p{L})[^.]{2,90}(?:,|;|mais|alors que|tandis que|et)[^.]{0,50}(?:dit|disent|selon|d['’]après|affirme\\p{L}*|veut|veulent|annonce|indique|contraire)(?!\\p{L})|contredi\\p{L}+|contradict\\p{L}+|incohéren\\p{L}+|ne correspond\\p{L}* pas|l['’]un des deux|malentendu|première nouvelle|je (?:viens|découvre|n['’]étais pas)`,
  ),
  ...hints(
    'broken',
    2,
    '(?:plante|plantent|planté|fig\\p{L}+|tombe\\p{L}* en panne|se bloque\\p{L}*|déconnect\\p{L}+|buggu?\\p{L}*|disparu\\p{L}*|effacé\\p{L}*|perdu\\p{L}*|perdons|erroné\\p{L}*|défectueu\\p{L}+|endommagé\\p{L}*|cassé\\p{L}*|fissur\\p{L}+|abîmé\\p{L}*|fuite\\p{L}*|illisible\\p{L}*|inutilisable\\p{L}*|en double|deux fois|mauvaise?s? (?:prix|adresse|nom|dose|montant|taille|couleur|version|patient|pièce)s?|trop lent\\p{L}*|met (?:\\p{L}+ )?(?:une|deux|cinq|\\d+) (?:minute|heure)s?)(?!\\p{L})',
    '(?:clients?|patients?|usagers|utilisateurs|collègues|équipes?|chauffeurs|infirmi\\p{L}+|locataires|parents|élèves|caissi\\p{L}+|agents|vendeurs|magasins?|opérateurs)(?!\\p{L})[^.]{0,70}(?:plaint\\p{L}*|plaign\\p{L}+|ne (?:peu|parv|arriv|reç|veul)\\p{L}+|refus\\p{L}+|attend\\p{L}*|partent|furieu\\p{L}+|en colère|abandonn\\p{L}+|deux fois|mauvais\\p{L}*)|plaintes?|réclamations?|depuis (?:la|le|les|votre|notre) (?:mise à jour|bascule|migration|nouvelle?|changement|dernière?|mise en|passage)',
  ),
  ...hints(
    'unsafe',
    2,
    `non autorisé\\p{L}*|intrusion|pirat\\p{L}+|rançon\\p{L}*|fuite de données|données (?:personnelles|réelles|de santé)|vraies? (?:données|noms|patients|clients)|mot de passe|en clair|(?:tout le monde|n['’]importe qui|chacun) (?:peut|voit|a accès)|cnil|rgpd|illégal\\p{L}*|interdit\\p{L}*|non conforme\\p{L}*|contrefaçon|sans (?:licence|autorisation|permis|consentement)|périmé\\p{L}*|expiré\\p{L}*|(?:pas|plus) le droit|droits? d['’]auteur|amende|mise en demeure|tribunal|avocat\\p{L}*|huissier|juridique`,
    `accident\\p{L}*|blessé\\p{L}*|blessure|brûl\\p{L}+|électrocut\\p{L}+|failli|de justesse|a manqué (?:de|d['’])|dangereu\\p{L}+|danger|issue de secours|porte coupe-feu|sortie de secours|fumée|incendie|étincelle\\p{L}*|amiante|effondr\\p{L}+|chute|balis\\p{L}+|condamné (?:l['’]|la|le)|shunt\\p{L}*|sécurité (?:désactivée|neutralisée)|arrêt d['’]urgence`,
    `(?:cse|comité d['’]entreprise|syndicats?|mairie|préfecture|inspecti?(?:on|eur|rice)|commission|pompiers|assureur|assurance|régulateur|juristes?|dpo|architecte des bâtiments|bureau de contrôle|auditeurs?)(?!\\p{L})[^.]{0,80}(?:refus\\p{L}+|oppos\\p{L}+|exig\\p{L}+|demand\\p{L}+|pas|suspend\\p{L}*|réserv\\p{L}+|bloqu\\p{L}+|conteste\\p{L}*|arrêt\\p{L}*|saisi\\p{L}*|consult\\p{L}*|interdi\\p{L}+)`,
  ),
  ...hints(
    'threat',
    2,
    'résili\\p{L}+|rompre|pénalités?|dédommag\\p{L}+|dernier (?:rappel|avertissement|délai)|(?:deuxième|troisième|quatrième) (?:relance|rappel)|relances?|patience|inacceptable|inadmissible|ne (?:peut|peux) pas (?:rester|durer|continuer)|ça (?:ne )?(?:peut|va) (?:pas|plus)|aller voir ailleurs|concurrent\\p{L}*|(?:autre|changer de) (?:prestataire|fournisseur)|cessons|suspend\\p{L}+|liquidation|redressement|dépôt de bilan|faillite|placé en',
  ),
  ...hints(
    'money',
    2,
    `surcoûts?|supplément\\p{L}*|plus cher\\p{L}*|hausse\\p{L}*|augmentation|majoration|avenant|hors (?:forfait|budget|contrat|devis)|(?:pas|non) (?:compris|inclu|prévu|budgété|couvert|payé|réglé)\\p{L}*|pas (?:de|d['’]) ?(?:budget|ligne|argent|crédits?)|impayé\\p{L}*|dépass\\p{L}+|coup(?:e|es|é|er) (?:dans )?(?:les|le|nos|notre|tous)|rédui\\p{L}+|(?:%|pour cent) de (?:plus|moins)|de \\d+ ?(?:%|pour cent)|gel (?:des|du)|rabot\\p{L}+|économies`,
  ),
  ...hints(
    'leaving',
    2,
    `démission\\p{L}*|quitt(?:e|er|era|é)(?!\\p{L})(?! (?:le port|notre entrepôt|l['’](?:usine|entrepôt|atelier)))|départ (?:de|pour|à la)|dernier jour|nouveau poste|nouvelles? (?:fonctions?|responsabilités)|arrêt (?:maladie|de travail)|congé (?:maternité|maladie|parental)|mutée?|affectée?s? (?:à|sur)|réaffect\\p{L}+|pas de remplaçant\\p{L}*|pas remplacée?|la seule? (?:à|qui)|le seul (?:à|qui)|(?:s['’]en va|part) (?:à|fin|le|en|pour|chez)|burn-?out|plus disponible`,
  ),
  ...hints(
    'scope',
    2,
    `(?:après réflexion|tout bien réfléchi|changé d['’]avis|changement de cap|finalement|réflexion faite)|(?:je|nous|on|il|elle|ils|client|ministre|maire|direction|comité) (?:\\p{L}+ )?(?:préfér\\p{L}+|préfèr\\p{L}+|veu\\p{L}+|voul\\p{L}+|voudr\\p{L}+|souhait\\p{L}+|aimer\\p{L}+|exig\\p{L}+|demand\\p{L}+|insist\\p{L}+|attend\\p{L}*|tien\\p{L}+ à)(?!\\p{L})|(?:j['’]ai|nous avons|on a) (?:\\p{L}+ )?(?:dit|promis|annoncé|assuré|garanti|vendu)(?!\\p{L})[^.]{0,60}(?:que|qu['’]|à|aux?)(?!\\p{L})|pensais que|croyais que|(?:aussi|également|en plus|tant que vous y êtes|pendant que)|il (?:me|nous) faut|avanc\\p{L}+ (?:la|le|l['’]|au)|(?:ne|n['’]) ?(?:signez|commandez|envoyez|livrez|payez|publiez|signe)|mettez? en (?:pause|attente)|attendez|suspendez|ajout\\p{L}+`,
  ),
  ...hints(
    'stopped',
    1,
    `malheureusement|hélas|désolée?|navrée?|regret\\p{L}*|mais|pourtant|toutefois|encore (?:une fois|un)|sans cesse|urgen\\p{L}+|problèmes?|soucis?|inqui\\p{L}+|manque\\p{L}*|coûts?|prix|euros|facture|ne|jamais|seulement|à peine|il reste|apprend\\p{L}*|apprends|constat\\p{L}+|découv\\p{L}+|remarqué|s['’]avère|sinon|faute|impact`,
  ),
]
