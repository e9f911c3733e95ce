import { words, type Deeds } from './mail-phrases.ts'

/** What a sentence of a French mail does, as French offices write it. */
export const FRENCH: Deeds = {
  asks: words(
    "merci de|veuillez|(?:peux|pouvez|pourrais|pourriez)[- ](?:tu|vous)|j['’]ai besoin|nous avons besoin|il (?:me|nous) faut|dites-moi|dis-moi|faites-moi savoir|qui (?:est|peut|va)|quand (?:est|sera|peut)",
  ),
  ends: words(
    '(?:sera|seront|est|sont) (?:arrêtée?s?|supprimée?s?|désactivée?s?|coupée?s?|fermée?s?|retirée?s?)|expir(?:e|ent|era|eront)|prend(?:ra)? fin|ferme(?:ra|ront|nt)?|fermeture|cess(?:e|er|era|eront)',
    "ne (?:sera|seront) plus|fin de (?:support|vie|service)|arrêt (?:de|du|des)|résili\\p{L}+|n['’]est plus (?:valable|accepté)",
  ),
  limits: words(
    'au plus tard|dernier délai|date limite|dernier jour|avant le|échéance|devr(?:a|ont) (?:nous )?(?:parvenir|être)|doi(?:t|vent) (?:nous )?(?:parvenir|être)',
  ),
  moves: words(
    'au lieu d[ue]|avancée?s?|reportée?s?|repoussée?s?|décalée?s?|initialement|plus tôt que|plus tard que|retardée?s?|en retard|prévue? (?:le|pour)|était prévu',
  ),
  orElse: words(
    "sinon|faute de quoi|à défaut|sans (?:réponse|retour|nouvelles?) .{0,30}(?:avant|d['’]ici)|passé ce(?:tte)? (?:délai|date)|au-delà|après cette date|sera reporté|ne pourra (?:être|plus)|aucune? .{0,40}ne pourra",
  ),
  isDuty: words(
    'obligatoire|obligation|légal\\p{L}*|la loi|réglement\\p{L}*|contrat\\p{L}*|conformité|rgpd|audit\\p{L}*|licence',
  ),
  chases: words(
    "toujours (?:pas|rien|aucune?)|je n['’]ai (?:rien|pas|toujours)|relance|rappel|sans réponse|(?:deuxième|troisième) fois|en attente d[eu]|des nouvelles|où en (?:est|sont|êtes)|aurait dû|(?:date|délai|échéance|terme|jour)(?!\\p{L}).{0,30}(?:est|sont) passée?s?|avait promis|était promis",
  ),
  isMissing: words(
    "toujours (?:pas|rien|aucune?)|(?:rien|aucune?) .{0,20}(?:reçue?|arrivée?|venue?)|pas (?:encore )?(?:reçue?|arrivée?|livrée?|venue?)|manque(?:nt)? (?:encore|toujours)|n['’]est (?:toujours )?pas là",
  ),
  isStuck: words(
    "bloquée?s?|à l['’]arrêt|en attente d[eu]|ne peux (?:pas|plus) (?:continuer|avancer)|personne (?:ne|n['’])|il faut quelqu['’]un",
  ),
  promises: words(
    "(?:je|nous) (?:vous |te |le |la |les |lui )*(?:enverr\\p{L}+|ferai|ferons|livrer\\p{L}+|reviendr\\p{L}+|transmettr\\p{L}+|donner\\p{L}+|envoie|envoyons|transmets|m['’]en (?:occupe|charge))|vous (?:aurez|recevrez)|tu (?:auras|recevras)|sera (?:chez|livrée?|envoyée?|prête?)|je m['’]en (?:occupe|charge)",
  ),
  mayWait: words(
    'peut attendre|peuvent attendre|pas urgent|rien ne presse|plus tard suffit|quand (?:tu|vous) (?:peux|pouvez)|ce serait bien',
  ),
  noRush: words(
    'rien ne presse|pas urgent|pas pressé|pour (?:info|information)|quand (?:tu|vous) (?:peux|pouvez|aurez)',
  ),
  saysNotSo: words(
    "ne (?:fonctionne|marche|s['’]ouvre|part|passe)(?:nt)? (?:pas|plus|toujours)|toujours (?:en panne|cassée?|en erreur|pas)|n['’]est pas (?:prêt|fini|terminé|réglé|corrigé|fait)e?|pas (?:réglé|corrigé|terminé|fait)|continue(?:nt)? (?:à|de)",
  ),
  saysDone: words(
    '(?:est|sont|a été|ont été) .{0,20}(?:livrée?s?|terminée?s?|installée?s?|corrigée?s?|réglée?s?|envoyée?s?|en production)|peut être (?:clos|fermé)e?',
  ),
  presumes: words(
    'je (?:suppose|présume|considère|pars du principe)|sauf (?:avis|indication) contraire|sauf contre-ordre|confirmez|confirme-moi|merci de (?:me )?confirmer|je voudrais savoir',
  ),
  contrasts: words('pas|mais|au lieu|plutôt|alors que|contrairement|tandis que|les deux'),
  settles: words("merci|parfait|c['’]est noté|d['’]accord|réglé|entendu|bien reçu"),
  isSocial: words(
    'comment (?:vas|allez)|déjeuner|déjeunons|café|gâteau|anniversaire|apéro|bon week-end|pot de départ',
  ),
}
