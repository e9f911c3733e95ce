import { readFileSync } from 'node:fs'
import { Kind, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import {
  announceDocument,
  fields,
  listFields,
  mutationFields,
  nouns,
  subscriptionDocument,
  subscriptionFields,
  typeNames,
} from './operations.ts'

const schema = parse(readFileSync(new URL('../../graphql/schema.graphql', import.meta.url), 'utf8'))

/** Field name -> printed type, of one object or input type of the schema. */
function fieldsOf(typeName: string): Map<string, string> {
  for (const node of schema.definitions) {
    const holdsFields =
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
    if (!holdsFields || node.name.value !== typeName) continue
    return new Map((node.fields ?? []).map((field) => [field.name.value, printed(field.type)]))
  }
  throw new Error(`schema.graphql has no type ${typeName}`)
}

function printed(type: { kind: string; name?: { value: string }; type?: unknown }): string {
  return JSON.stringify(type, (key, value: unknown) => (key === 'loc' ? undefined : value))
}

describe.each([...nouns])('%s', (noun) => {
  test('the selection is the whole type, so that no subscriber gets a hole', () => {
    expect([...fields[noun]]).toEqual([...fieldsOf(typeNames[noun]).keys()])
  })

  test('the input is the type, field by field', () => {
    expect([...fieldsOf(`${typeNames[noun]}Input`)]).toEqual([...fieldsOf(typeNames[noun])])
  })

  test('only identity may not be null', () => {
    const required = [...fieldsOf(typeNames[noun])].filter(([, type]) => type.includes('NonNullType'))
    expect(required.map(([name]) => name)).toEqual(['id', 'version', 'projectId'])
  })

  test('lists are the fields that the schema calls lists', () => {
    const lists = [...fieldsOf(typeNames[noun])].filter(([, type]) => type.includes('ListType'))
    expect(lists.map(([name]) => name)).toEqual(
      listFields.filter((name) => fields[noun].join().includes(name)),
    )
  })

  test('its mutation and its subscription exist and parse', () => {
    expect([...fieldsOf('Mutation').keys()]).toContain(mutationFields[noun])
    expect([...fieldsOf('Subscription').keys()]).toContain(subscriptionFields[noun])
    for (const text of [
      announceDocument(noun),
      subscriptionDocument(noun),
      subscriptionDocument(noun, { scope: 'project', name: 'follow_1' }),
    ]) {
      expect(parse(text).definitions).toHaveLength(1)
    }
  })
})

test('there is no mutation and no subscription beyond one a noun', () => {
  expect([...fieldsOf('Mutation').keys()]).toEqual(nouns.map((noun) => mutationFields[noun]))
  expect([...fieldsOf('Subscription').keys()]).toEqual(nouns.map((noun) => subscriptionFields[noun]))
})
