import { describe, expect, test } from 'vitest'
import { troubleOf } from './trouble.ts'

const heard = (text: string) => troubleOf(text, { class: 'stakeholder' })?.trouble

describe('what is wrong is heard in other languages', () => {
  test.each([
    'Der 14. ist nicht mehr zu halten.',
    'Das wird bis Freitag nichts.',
    'Wir hinken eine Woche hinterher.',
    'Die Lieferung kommt erst in KW 12.',
    'Der Termin wackelt.',
    'Ich sehe schwarz für den 20.',
    'Der Lieferant hat uns auf nächsten Monat vertröstet.',
    'Die Ware steckt im Zoll fest.',
    'Seit drei Wochen keine Antwort vom Einkauf.',
    'Keiner hat sich bisher um das Ticket gekümmert.',
    'Ich drehe mich im Kreis, ohne Zugang zum System geht hier gar nichts.',
    'Wir warten immer noch auf die Freigabe vom Betriebsrat.',
    'Wer gibt das frei?',
    'Niemand will die Verantwortung übernehmen.',
    'Brauche bis Mittwoch eine Entscheidung, sonst ist das Gerüst weg.',
    'Sollen wir bestellen oder nicht?',
    'Das war nie Teil des Auftrags.',
    'Ich dachte, das hätten wir gestrichen?',
    'Der Kunde will jetzt zusätzlich eine App.',
    'Das kostet uns 9.000 Euro mehr als geplant.',
    'Das Budget ist aufgebraucht.',
    'Ich habe zum Monatsende gekündigt.',
    'Frau Kern fällt die nächsten sechs Wochen aus.',
    'Wenn das noch einmal passiert, sehen wir uns nach einem anderen Anbieter um.',
    'So geht das nicht weiter.',
    'Die Kasse ist schon wieder abgestürzt.',
    'Eine Liste mit Gehältern ging an alle.',
    'Der Prüfer hat die Anlage nicht abgenommen.',
    'Na toll, die dritte Woche ohne Server.',
  ])('in German: "%s"', (text) => {
    expect(heard(text)).toBeDefined()
  })

  test.each([
    'Le 14 est intenable.',
    'On a pris une semaine dans la vue.',
    'La livraison est décalée au 22.',
    'Ce ne sera pas prêt pour vendredi.',
    'Je ne vois pas comment on finit avant le salon.',
    'Il nous faudrait quinze jours de plus.',
    'Le fournisseur ne donne plus signe de vie.',
    'Je suis bloqué depuis lundi, le serveur de test est tombé.',
    "On attend encore la signature de l'hôpital.",
    "Personne ne s'en occupe.",
    'Le colis est coincé en douane.',
    'Qui valide les textes ?',
    'On fait quoi pour le stand, on annule ou on garde ?',
    "J'ai besoin de votre accord avant jeudi.",
    "Ce n'était pas prévu au contrat.",
    "Je croyais qu'on avait abandonné cette option.",
    'Le client veut maintenant une version anglaise.',
    'Le devis est passé de 10 à 18 000 euros.',
    'On a dépassé le budget.',
    'Je quitte la société fin juin.',
    "Sophie est en arrêt jusqu'à nouvel ordre.",
    'Si cela se reproduit, nous changerons de prestataire.',
    "C'est inadmissible.",
    'Les clients se plaignent depuis ce matin.',
    'Le site est en panne.',
    'Un fichier avec les salaires a été envoyé à tout le monde.',
    'Super, encore une semaine sans accès.',
  ])('in French: "%s"', (text) => {
    expect(heard(text)).toBeDefined()
  })

  test.each([
    'No vamos a llegar al 14.',
    'El 14 ya no es posible.',
    'Vamos con dos semanas de retraso.',
    'La entrega se corre para el 22.',
    'Necesitamos otra semana.',
    'El proveedor no contesta.',
    'Sigo sin acceso al servidor.',
    'Estamos parados desde el lunes.',
    'Nadie se ha hecho cargo de esto.',
    'El pedido está retenido en aduana.',
    '¿Quién aprueba esto?',
    '¿Seguimos adelante o lo cancelamos?',
    'Necesito una respuesta antes del jueves.',
    'Eso no estaba en el contrato.',
    'Pensé que lo habíamos quitado.',
    'El cliente ahora quiere también una app.',
    'Nos hemos pasado del presupuesto.',
    'La oferta subió 8.000 euros.',
    'Dejo la empresa a fin de mes.',
    'Marta está de baja hasta nuevo aviso.',
    'Si vuelve a pasar, cambiamos de proveedor.',
    'Esto es inaceptable.',
    'Los clientes se están quejando.',
    'El sistema se cayó otra vez.',
    'Se envió la lista de sueldos a todo el mundo.',
    'Genial, otra semana sin servidor.',
  ])('in Spanish: "%s"', (text) => {
    expect(heard(text)).toBeDefined()
  })
})

describe('and what is well stays quiet', () => {
  test.each([
    'Die Lieferung ist heute gekommen, alles vollständig.',
    'Wir liegen gut im Plan.',
    'Der Test ist durch, keine Auffälligkeiten.',
    'Können Sie mir die Agenda schicken?',
    'Ich bin nächste Woche im Urlaub, Jens vertritt mich.',
    'Die Schulung war gut besucht.',
    'Die Besprechung ist auf 15 Uhr verschoben.',
    'La livraison est arrivée ce matin, tout est là.',
    'Tout se passe comme prévu.',
    'Les tests sont terminés, aucun souci.',
    "Pouvez-vous m'envoyer l'ordre du jour ?",
    'Je suis en congé la semaine prochaine, Paul me remplace.',
    'La réunion est décalée à 15 h.',
    'El pedido llegó hoy completo.',
    'Todo va según lo previsto.',
    'Las pruebas terminaron sin problemas.',
    '¿Me puedes mandar la agenda?',
    'La semana que viene estoy de vacaciones.',
    'La reunión pasa a las 15.',
    'La consegna è arrivata stamattina.',
    'Tutto procede come previsto.',
    "Mi mandi l'ordine del giorno?",
    'La riunione è spostata alle 15.',
    'De levering is vanmorgen binnengekomen.',
    'Alles loopt volgens plan.',
    'Kun je me de agenda sturen?',
    'De vergadering is verplaatst naar 15 uur.',
    'A entrega chegou hoje, tudo certo.',
    'Tudo corre como previsto.',
    'Pode me mandar a pauta?',
    'Dostawa dotarła dziś rano.',
    'Wszystko idzie zgodnie z planem.',
    'Czy możesz przesłać agendę?',
    'Spotkanie przeniesione na 15.',
  ])('"%s"', (text) => {
    expect(heard(text)).toBeUndefined()
  })
})
