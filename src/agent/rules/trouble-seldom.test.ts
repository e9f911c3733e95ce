import { describe, expect, test } from 'vitest'
import { troubleOf } from './trouble.ts'

const heard = (text: string) => troubleOf(text, { class: 'stakeholder' })?.trouble

describe('what is wrong is heard in languages that are met more seldom', () => {
  test.each([
    'Non ce la facciamo per il 14.',
    'La consegna slitta al 22.',
    'Siamo in ritardo di dieci giorni.',
    "Serve un'altra settimana.",
    'Il fornitore non risponde.',
    'Sono fermo da lunedì, il server è giù.',
    'Nessuno se ne sta occupando.',
    'Il pacco è bloccato in dogana.',
    'Chi firma?',
    'Andiamo avanti o annulliamo?',
    'Mi serve una risposta entro giovedì.',
    'Non era previsto dal contratto.',
    "Pensavo che l'avessimo tolto.",
    'Abbiamo sforato il budget.',
    "Lascio l'azienda a fine mese.",
    'Se succede ancora cambiamo fornitore.',
    'I clienti si lamentano.',
    'Il sistema si è bloccato di nuovo.',
  ])('in Italian: "%s"', (text) => {
    expect(heard(text)).toBeDefined()
  })

  test.each([
    'We gaan de 14e niet halen.',
    'De levering komt pas de 22e.',
    'We lopen twee weken achter.',
    'Er is nog een week nodig.',
    'De leverancier reageert niet.',
    'Ik zit vast zonder toegang.',
    'Niemand heeft dit opgepakt.',
    'Het pakket ligt bij de douane.',
    'Wie tekent hiervoor?',
    'Gaan we door of stoppen we?',
    'Ik heb voor donderdag een besluit nodig.',
    'Dat zat niet in de opdracht.',
    'Ik dacht dat we dat geschrapt hadden.',
    'We zijn over het budget heen.',
    'Vrijdag is mijn laatste dag.',
    'Als dit nog eens gebeurt, stappen we over.',
    'Klanten klagen.',
    'Het systeem ligt er weer uit.',
  ])('in Dutch: "%s"', (text) => {
    expect(heard(text)).toBeDefined()
  })

  test.each([
    'Não vamos conseguir para o dia 14.',
    'A entrega foi adiada para o dia 22.',
    'Estamos duas semanas atrasados.',
    'O fornecedor não responde.',
    'Continuo sem acesso ao servidor.',
    'Ninguém pegou essa tarefa.',
    'A carga está retida na alfândega.',
    'Quem aprova isso?',
    'Seguimos ou cancelamos?',
    'Preciso de uma resposta até quinta.',
    'Isso não estava no contrato.',
    'Pensei que tínhamos tirado isso.',
    'Estouramos o orçamento.',
    'Sexta é o meu último dia.',
    'Se acontecer de novo, trocamos de fornecedor.',
    'Os clientes estão reclamando.',
    'O sistema caiu de novo.',
  ])('in Portuguese: "%s"', (text) => {
    expect(heard(text)).toBeDefined()
  })

  test.each([
    'Nie damy rady na 14.',
    'Dostawa będzie dopiero 22.',
    'Mamy dwa tygodnie opóźnienia.',
    'Dostawca nie odpowiada.',
    'Nadal nie mam dostępu do serwera.',
    'Nikt się tym nie zajął.',
    'Paczka utknęła na cle.',
    'Kto to zatwierdza?',
    'Jedziemy dalej czy odwołujemy?',
    'Potrzebuję decyzji do czwartku.',
    'Tego nie było w umowie.',
    'Myślałem, że z tego zrezygnowaliśmy.',
    'Przekroczyliśmy budżet.',
    'W piątek mam ostatni dzień.',
    'Klienci się skarżą.',
    'System znowu padł.',
  ])('in Polish: "%s"', (text) => {
    expect(heard(text)).toBeDefined()
  })
})

test('words that give no sign of their language are looked for in all of them', () => {
  expect(heard('Travou tudo.')).toBe('broken')
  expect(heard('7 / 7')).toBeUndefined()
})

test('what is past, said beside it, takes the weight from it', () => {
  expect(heard('Das System ist abgestürzt.')).toBe('broken')
  expect(heard('Das System ist abgestürzt. Das war letztes Jahr.')).toBeUndefined()
  expect(heard('Das System ist abgestürzt. Ich hole Kaffee.')).toBe('broken')
})
