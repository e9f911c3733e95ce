import { expect, test } from 'vitest'
import { anEscalation, anEvidence } from '../../../tests/fixtures/builders.ts'
import { escalationDraft } from '#src/domain/escalation.ts'
import { wordedBefore } from './worded-before.ts'

const found = {
  ...escalationDraft.parse(anEscalation()),
  title: 'As the playbook says it',
  wordedBy: 'rules' as const,
}
const asked = anEscalation({ title: 'As a model put it', wordedBy: 'model' })

test('on the same facts and options a decision keeps the words that it has', () => {
  const kept = wordedBefore({ ...found, whyNow: 'Six days are left.' }, [asked])
  expect(kept).toMatchObject({ title: 'As a model put it', whyNow: asked.whyNow, wordedBy: 'model' })
  const { recommendation } = asked
  expect(kept?.recommendation).toEqual(recommendation)
})

test.each([
  ['nothing was asked yet', found, []],
  ['another playbook asks', { ...found, rule: 'promise-past@1' }, [asked]],
  ['it is another episode', { ...found, episode: 'again' }, [asked]],
  ['a fact has come', { ...found, facts: [...found.facts, anEvidence({ text: 'More is known.' })] }, [asked]],
  [
    'an option does something else',
    { ...found, options: found.options.map((each) => ({ ...each, does: 'x' })) },
    [asked],
  ],
])('a model is worth asking when %s', (_, draft, known) => {
  expect(wordedBefore(draft, known)).toBeUndefined()
})

test('what was answered is not raised again, so its words are left as they are', () => {
  const dismissal = { by: 'PM', reason: 'not_a_problem' as const, at: asked.createdAt }
  const { title } = found
  const more = { ...found, facts: [] }
  expect(wordedBefore(more, [{ ...asked, status: 'dismissed', dismissal }])).toMatchObject({ title })
})
