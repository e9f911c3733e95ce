import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { isTest, nodesOf, readSources, roomOf, type SourceFile } from './source-files.ts'

/** docs/house.md, "Floors": an arrow points to a lower floor, or stays in its room. */
const FLOORS: Record<string, number> = {
  'src/domain': 0,
  'src/executor': 1,
  'src/use-cases': 1,
  'src/asking': 1,
  'src/adapters': 1,
  'src/agent': 2,
  'src/graphql': 2,
  app: 2,
  'src/sandbox': 3,
  'src/commands': 3,
  'src/plugins': 3,
}
const TOP = 3
const LONGEST = 200

const sources = readSources()
const code = sources.filter(({ path }) => !isTest(path))

describe('the house', () => {
  test('every file is in a room that the house knows', () => {
    const strays = code.filter(({ path }) => FLOORS[roomOf(path)] === undefined).map(({ path }) => path)
    expect(strays).toEqual([])
  })

  test('no arrow points back up, and rooms of one floor below the roof do not know each other', () => {
    expect(arrows(code).filter(({ from, to }) => goesUp(from, to))).toEqual([])
  })

  test('no relative import leaves its room', () => {
    const leaving = code.flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ spec, to }) => spec.startsWith('.') && roomOf(to) !== roomOf(path) && !to.startsWith('build/'),
        )
        .map(({ spec }) => `${path} -> ${spec}`),
    )
    expect(leaving).toEqual([])
  })

  test('no file is in a circle', () => {
    expect(circlesOf(code)).toEqual([])
  })

  test('every file of ours that is imported is there', () => {
    const names = new Set(sources.map(({ path }) => path))
    const missing = arrows(sources).filter(
      ({ to }) => /\.tsx?$/.test(to) && !to.startsWith('build/') && !names.has(to),
    )
    expect(missing.filter(({ to }) => /^(src|app)\//.test(to))).toEqual([])
  })
})

describe('the measure', () => {
  test(`no file is longer than ${LONGEST} lines, and the middle one is short`, () => {
    expect(
      sources.filter(({ lines }) => lines > LONGEST).map(({ path, lines }) => `${path}: ${lines}`),
    ).toEqual([])
    const middle = code.map(({ lines }) => lines).sort((a, b) => a - b)[Math.floor(code.length / 2)] ?? 0
    expect(middle).toBeLessThanOrEqual(60)
  })

  test('nothing is any, and nothing is asserted to be what it was not shown to be', () => {
    const claims = code.flatMap((file) =>
      nodesOf(file, isClaim).map((node) => `${file.path}: ${node.getText().slice(0, 60)}`),
    )
    expect(claims).toEqual([])
  })

  test('three in five exports of the inner rooms say what they are for', () => {
    const inner = code.filter(({ path }) => /^src\/(domain|use-cases|adapters)\//.test(path))
    const exported = inner.flatMap((file) => nodesOf(file, isExported))
    const said = exported.filter((node) => ts.getJSDocCommentsAndTags(node).length > 0)
    expect(said.length / exported.length).toBeGreaterThanOrEqual(0.6)
  })
})

function arrows(files: SourceFile[]) {
  return files.flatMap(({ path, imports }) =>
    imports.filter(({ inRepo }) => inRepo).map(({ to }) => ({ from: path, to })),
  )
}

function goesUp(from: string, to: string): boolean {
  const [a, b] = [roomOf(from), roomOf(to)]
  if (a === b || b === 'build') return false
  const [floorOfA, floorOfB] = [FLOORS[a] ?? TOP, FLOORS[b] ?? TOP]
  return floorOfB > floorOfA || (floorOfB === floorOfA && floorOfA < TOP)
}

/** Depth first; a file met again while it is still open closes a circle. */
function circlesOf(files: SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const open: string[] = []
  const circles: string[] = []
  const visit = (path: string) => {
    if (open.includes(path)) circles.push([...open.slice(open.indexOf(path)), path].join(' -> '))
    if (done.has(path) || open.includes(path)) return
    open.push(path)
    for (const { to } of byPath.get(path)?.imports ?? []) if (byPath.has(to)) visit(to)
    open.pop()
    done.add(path)
  }
  for (const { path } of files) visit(path)
  return circles
}

function isClaim(node: ts.Node): boolean {
  if (node.kind === ts.SyntaxKind.AnyKeyword || ts.isNonNullExpression(node)) return true
  return ts.isAsExpression(node) && node.type.getText() !== 'const'
}

function isExported(node: ts.Node): boolean {
  const declares =
    ts.isFunctionDeclaration(node) ||
    ts.isVariableStatement(node) ||
    ts.isClassDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  return declares && (node.modifiers ?? []).some((each) => each.kind === ts.SyntaxKind.ExportKeyword)
}
