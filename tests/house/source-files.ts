import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'

export type SourceFile = { path: string; text: string; lines: number; imports: Import[] }
/** `to` is a path from the project's root, or a package's name. `inRepo`: it is a file of ours. */
export type Import = { spec: string; to: string; inRepo: boolean }

/** Every source file of src/ and app/, with what it imports, types and dynamic imports included. */
export function readSources(): SourceFile[] {
  return globSync(['src/**/*.{ts,tsx}', 'app/**/*.{ts,tsx}'])
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => {
      const text = readFileSync(path, 'utf8')
      const specs = ts.preProcessFile(text, true, true).importedFiles.map((each) => each.fileName)
      return {
        path,
        text,
        lines: text.split('\n').length - 1,
        imports: specs.map((spec) => resolve(path, spec)),
      }
    })
}

/** `src/domain`, or `app`, or `src/adapters`. */
export function roomOf(path: string): string {
  const [top = '', room = ''] = path.split('/')
  return top === 'src' ? `src/${room}` : top
}

/** Every node of a kind, anywhere in the file. */
export function nodesOf(file: SourceFile, wanted: (node: ts.Node) => boolean): ts.Node[] {
  const kind = file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const root = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, kind)
  const found: ts.Node[] = []
  const visit = (node: ts.Node) => {
    if (wanted(node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(root)
  return found
}

export const isTest = (path: string) => /\.test\.tsx?$/.test(path)

function resolve(from: string, spec: string): Import {
  if (spec.startsWith('#')) return { spec, to: spec.slice(1), inRepo: true }
  if (spec.startsWith('.')) return { spec, to: normalize(join(dirname(from), spec)), inRepo: true }
  return { spec, to: spec, inRepo: false }
}
