import { describe, expect, test } from 'vitest'
import { bodyOf, isMostly } from './mail-body.ts'
import { isAdvert, isStory } from './mail-story.ts'
import { isLight } from './mail-light.ts'
import { troubleOf } from './trouble.ts'

describe('what a mail says is not its manners', () => {
  test('greeting, wishes and a name at the end are left out', () => {
    const text = 'Dear Noa,\nhope your weekend was good. The kiln is cold.\nKind regards,\nMarta Boyle'
    expect(bodyOf(text)).toEqual(['The kiln is cold.'])
  })

  test.each([
    'Thanks, but the kiln is cold.',
    'Merci de me dire qui répare le four.',
    'Hope you can lend us a kiln?',
  ])('manners that go on to say something are kept: "%s"', (text) => {
    expect(bodyOf(text)).toEqual([text])
  })

  test('a mail of nothing but manners says what they say', () => {
    expect(bodyOf('Kind regards, Marta')).toEqual(['Kind regards, Marta'])
  })

  test('half of it is enough to say what kind of mail it is', () => {
    expect(isMostly('There is a barbecue tonight. Bring chairs.', isLight)).toBe(true)
    expect(isMostly('There was a barbecue. The kiln is cold. The gas is off.', isLight)).toBe(false)
  })
})

describe('a story asks for nothing', () => {
  test.each([
    'The kiln stood open in the morning while the potters looked at the glaze. Then the door was shut again, slowly. We drank tea on the steps.',
    'A barge passes the mill at dawn. The miller refuses coffee and looks at the weir until the sun is up. Nothing stirs before the bell rings, and the ducks sleep on the wall.',
    'Die Mühle steht am Wehr. In der Frühe lag Nebel, und niemand war auf der Brücke. Der Müller lachte, schloss das Tor und ging langsam den Hang hinauf, wo die Ziegen standen.',
    'Le moulin est au bord de la rivière. Le matin, personne ne passe, et le meunier regarde les canards. Le soir, la roue tourne lentement et les lampes se reflètent dans la rivière.',
  ])('"%s"', (text) => {
    expect(isStory(text)).toBe(true)
    expect(troubleOf(text, { class: 'stakeholder' })).toBeUndefined()
  })

  test.each([
    'The kiln stopped in the night. The potters looked at it until noon. It is still cold.',
    'The kiln stopped. The potters went home. Who pays for the clay?',
    'The kiln stopped. The door fell on the step. The gas went out.',
    'Der Ofen stand still. Die Töpfer gingen. Wir brauchen einen Elektriker.',
  ])('what reaches into today is none: "%s"', (text) => {
    expect(isStory(text)).toBe(false)
  })
})

test.each([
  ['Kilns crack and orders are lost. Read our free guide, click here.', true],
  ['Brennöfen versagen. Wenn Sie keine Nachrichten mehr wünschen, antworten Sie mit Nein.', true],
  ['The kiln has cracked and two orders are lost.', false],
])('an advert is written for whoever reads it: "%s" %s', (text, is) => {
  expect(isAdvert(text)).toBe(is)
  expect(troubleOf(text, { class: 'external' }) === undefined).toBe(is)
})
