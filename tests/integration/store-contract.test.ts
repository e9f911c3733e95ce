import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Conflict, type Row, type Table } from '#src/adapters/dynamo/table.ts'
import { TABLES, type OpenedTable } from '../fixtures/open-tables.ts'

describe.each(TABLES)('the table (%s)', (_, open) => {
  let opened: OpenedTable
  let partitions = 0
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  /** A partition nobody else uses: the stories share one table. */
  const fresh = () => `P${++partitions}`
  const row = (PK: string, SK: string, more: object = {}): Row => ({
    PK,
    SK,
    type: 'thing',
    version: 1,
    ...more,
  })
  const put = (...rows: Row[]) => opened.table.write(rows.map((each) => ({ put: each })))
  const sks = (rows: Row[]) => rows.map(({ SK }) => SK)

  test('what is put is there, whole; what is removed is not', async () => {
    const PK = fresh()
    const whole = row(PK, 'a', { list: [1, { deep: null }], text: 'é', empty: '', yes: true })
    await put(whole)
    expect(await opened.table.get({ PK, SK: 'a' })).toEqual(whole)
    await opened.table.write([{ remove: { PK, SK: 'a' } }, { remove: { PK, SK: 'never there' } }])
    expect(await opened.table.get({ PK, SK: 'a' })).toBeUndefined()
  })

  test('a field that is undefined is left out', async () => {
    const PK = fresh()
    await put(row(PK, 'a', { nothing: undefined }))
    expect(Object.keys((await opened.table.get({ PK, SK: 'a' })) ?? {})).not.toContain('nothing')
  })

  test('absent means absent, and version 0 means the same', async () => {
    const PK = fresh()
    for (const condition of ['absent', { version: 0 }] as const) {
      const SK = JSON.stringify(condition)
      await opened.table.write([{ put: row(PK, SK), if: condition }])
      await expect(opened.table.write([{ put: row(PK, SK), if: condition }])).rejects.toThrow(Conflict)
    }
  })

  test('a version is written over only by who has read it', async () => {
    const PK = fresh()
    await put(row(PK, 'a'))
    await opened.table.write([{ put: row(PK, 'a', { version: 2 }), if: { version: 1 } }])
    for (const version of [1, 3])
      await expect(
        opened.table.write([{ put: row(PK, 'a', { version: 9 }), if: { version } }]),
      ).rejects.toThrow(Conflict)
    await expect(opened.table.write([{ put: row(PK, 'b'), if: { version: 1 } }])).rejects.toThrow(Conflict)
    expect(await opened.table.get({ PK, SK: 'a' })).toMatchObject({ version: 2 })
  })

  test('a transaction is all or nothing', async () => {
    const PK = fresh()
    await put(row(PK, 'taken'), row(PK, 'kept'))
    const writes = [
      { put: row(PK, 'new') },
      { remove: { PK, SK: 'kept' } },
      { put: row(PK, 'taken'), if: 'absent' as const },
    ]
    await expect(opened.table.write(writes)).rejects.toThrow(Conflict)
    expect(sks(await opened.table.query(PK))).toEqual(['kept', 'taken'])
  })

  test('an empty transaction is none', async () => {
    await expect(opened.table.write([])).resolves.toBeUndefined()
  })

  test('a request names a row once, and a transaction has at most a hundred', async () => {
    const PK = fresh()
    const twice = { put: row(PK, 'a') }
    await expect(opened.table.write([twice, twice])).rejects.toThrow()
    await expect(opened.table.getMany([row(PK, 'a'), row(PK, 'a')])).rejects.toThrow()
    const many = Array.from({ length: 101 }, (_, index) => ({ put: row(PK, `${index}`) }))
    await expect(opened.table.write(many)).rejects.toThrow()
    expect(await opened.table.query(PK)).toEqual([])
  })

  test('citing takes the expiry away and moves the version on; what is not there can not be cited', async () => {
    const PK = fresh()
    await put(row(PK, 'a', { expiresAt: 9, cited: false }))
    await opened.table.write([{ cite: { PK, SK: 'a' } }])
    expect(await opened.table.get({ PK, SK: 'a' })).toEqual(row(PK, 'a', { cited: true, version: 2 }))
    await expect(opened.table.write([{ cite: { PK, SK: 'b' } }])).rejects.toThrow(Conflict)
  })

  test('a range is read in order, from either end', async () => {
    const PK = fresh()
    await put(...['b#2', 'a#1', 'b#10', 'c', 'b#1'].map((SK) => row(PK, SK)))
    const read = async (range: Parameters<Table['query']>[1]) => sks(await opened.table.query(PK, range))
    expect(await read({})).toEqual(['a#1', 'b#1', 'b#10', 'b#2', 'c'])
    expect(await read({ beginsWith: 'b#' })).toEqual(['b#1', 'b#10', 'b#2'])
    expect(await read({ upTo: 'b#10' })).toEqual(['a#1', 'b#1', 'b#10'])
    expect(await read({ after: 'b#10' })).toEqual(['b#2', 'c'])
    expect(await read({ newestFirst: true, limit: 2 })).toEqual(['c', 'b#2'])
    expect(await read({ beginsWith: 'z' })).toEqual([])
    expect(await opened.table.query(fresh())).toEqual([])
  })

  test('an index has the rows that name it, in its own order, and suggests keys', async () => {
    const [PK, list] = [fresh(), fresh()]
    const at = (SK: string, GSI1SK: string) =>
      row(PK, SK, { GSI1PK: list, GSI1SK, title: SK, secret: 'only in the base' })
    await put(at('a', '2'), at('b', '1'), row(PK, 'c'), row(PK, 'd', { GSI2PK: list, GSI2SK: '1' }))
    const found = await opened.table.queryIndex('GSI1', list)
    expect(sks(found)).toEqual(['b', 'a'])
    expect(found).toMatchObject([{ type: 'thing', title: 'b', version: 1 }, { title: 'a' }])
    expect(found[0]).not.toHaveProperty('secret')
    expect(sks(await opened.table.queryIndex('GSI1', list, { upTo: '1~' }))).toEqual(['b'])
    expect(sks(await opened.table.queryIndex('GSI2', list))).toEqual(['d'])
    await put(row(PK, 'a'))
    expect(sks(await opened.table.queryIndex('GSI1', list))).toEqual(['b'])
  })

  test('many keys are read at once, those that are not there left out', async () => {
    const PK = fresh()
    const keys = Array.from({ length: 230 }, (_, index) => ({ PK, SK: `${index}` }))
    for (let start = 0; start < 230; start += 100)
      await put(...keys.slice(start, start + 100).map(({ SK }) => row(PK, SK)))
    const found = await opened.table.getMany([...keys, { PK, SK: 'none' }])
    expect(sks(found).toSorted()).toEqual(keys.map(({ SK }) => SK).toSorted())
    expect(await opened.table.getMany([])).toEqual([])
  })
})
