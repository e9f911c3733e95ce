import { expect, test } from 'vitest'
import { bundleResolvers } from '#src/graphql/bundle-resolvers.ts'
import { loadResolver } from '#src/sandbox/appsync/resolver-runtime.ts'

const resolver = (body: string) =>
  loadResolver({
    typeName: 'Query',
    fieldName: 'trial',
    dataSource: 'none',
    code: `import { util } from '@aws-appsync/utils'
      import { query, scan } from '@aws-appsync/utils/dynamodb'
      export function request(ctx) { ${body} }
      export function response(ctx) { return ctx.result }`,
  })

test('every resolver of ours loads, and is small enough for AppSync', async () => {
  const bundled = await bundleResolvers()
  expect(bundled).toHaveLength(10)
  for (const each of bundled) {
    expect(Buffer.byteLength(each.code)).toBeLessThan(32_000)
    expect(await loadResolver(each)).toHaveProperty('request')
  }
})

test.each(['Date', 'Promise', 'setTimeout', 'fetch', 'process', 'Map', 'Proxy', 'RegExp'])(
  'a resolver has no %s',
  async (name) => {
    const { request } = await resolver(`return typeof ${name}`)
    expect(request({})).toBe('undefined')
  },
)

test('a resolver has no eval', async () => {
  const { request } = await resolver(`return Object.constructor('return 1')()`)
  expect(() => request({})).toThrow('Code generation from strings disallowed')
})

test('what AppSync has and the sandbox does not fails by its name', async () => {
  expect((await resolver('return 1')).request({})).toBe(1)
  for (const call of ['util.autoId()', 'util.time.nowISO8601()', 'scan({})']) {
    const { request } = await resolver(`return ${call}`)
    expect(() => request({})).toThrow(/The sandbox's AppSync has no .*: write it, with a test/)
  }
  const { request } = await resolver('return query({ query: { PK: { contains: "x" } } })')
  expect(() => request({})).toThrow('no key condition "contains"')
})

test('a query is what DynamoDB expects', async () => {
  const { request } = await resolver(
    `return query({ query: { PK: { eq: 'A' }, SK: { beginsWith: 'B#' } }, limit: 5 })`,
  )
  expect(request({})).toEqual({
    operation: 'Query',
    query: {
      expression: '#PK = :PK AND begins_with(#SK, :SK)',
      expressionNames: { '#PK': 'PK', '#SK': 'SK' },
      expressionValues: { ':PK': { S: 'A' }, ':SK': { S: 'B#' } },
    },
    limit: 5,
  })
})

test('another package can not be imported', async () => {
  const code = `import fs from 'node:fs'\nexport const request = () => fs\nexport const response = () => 1`
  const loading = loadResolver({ typeName: 'Query', fieldName: 'trial', dataSource: 'none', code })
  await expect(loading).rejects.toThrow("A resolver can't import node:fs")
})
