/** Libraries that do nothing but compute: the only ones a pure room may use. */
const PURE = ['zod$', 'date-fns(/|$)', '@date-fns/tz$', 'diff$']
const ANY_PACKAGE = ['[^.#]']
const DEEPEST = 4
/** Tests stand above every floor. */
export const TESTS = '**/*.test.{ts,tsx}'

/** The import fence of docs/house.md. Tests stand above every floor and may import anything. */
export const fence = [
  ...room('src/domain', { may: PURE }),
  ...room('src/executor', { may: [...PURE, '#src/domain/'] }),
  ...room('src/use-cases', { may: [...PURE, '#src/domain/'] }),
  ...room('src/asking', { may: [...PURE, 'p-limit$', '#src/domain/'] }),
  ...room('src/adapters', { may: [...ANY_PACKAGE, '#src/domain/'] }),
  ...agentRoom(),
  ...room('src/graphql', { may: [...ANY_PACKAGE, '#src/adapters/', '#src/domain/'] }),
  ...room('src/graphql', {
    files: 'resolvers/*.ts',
    may: ['@aws-appsync/utils(/|$)', '#src/adapters/dynamo/keys\\.ts$'],
  }),
  ...room('app', { may: [...ANY_PACKAGE, '#src/domain/'] }),
  ...room('app', {
    files: '{rows,live/*}.{ts,tsx}',
    may: [...ANY_PACKAGE, '#src/domain/', '#src/adapters/push/operations\\.ts$'],
  }),
  ...room('app', {
    files: '{services,deps}.server.ts',
    may: [...ANY_PACKAGE, '#src/(domain|use-cases|adapters)/'],
  }),
  ...room('src/plugins', { may: [...ANY_PACKAGE, '#src/(?!sandbox/)'] }),
  ...room('src/sandbox', { may: [...ANY_PACKAGE, '#src/'] }),
  ...room('src/commands', { may: [...ANY_PACKAGE, '#src/'] }),
]

/**
 * A room may import what `may` names, its own files by alias, and its neighbours by a relative path that does not leave
 * it. `not` is forbidden even so, except for types.
 */
function room(folder, { may, not, files = '**/*.{ts,tsx}' }) {
  const own = folder === 'app' ? '#app/' : `#${folder}/`
  const names = [...may, own, '\\.{1,2}/'].join('|')
  const wide = files.startsWith('**/')
  return Array.from({ length: wide ? DEEPEST : 1 }, (_, index) => {
    const depth = wide ? index : files.split('/').length - 1
    const pattern = wide ? `${'*/'.repeat(depth)}*.{ts,tsx}` : files
    const patterns = [
      { regex: `^(?!${names})`, message: `${folder} may not import this: docs/house.md, "Arrows".` },
      { regex: `^(\\.\\./){${depth + 1}}`, message: 'A relative path stays in its room: use #src or #app.' },
      ...(not
        ? [
            {
              regex: not,
              message: 'Steps share types only: docs/house.md, "Arrows".',
              allowTypeImports: true,
            },
          ]
        : []),
    ]
    return {
      files: [`${folder}/${pattern}`],
      ignores: [TESTS],
      rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
    }
  })
}

/**
 * Logic reaches domain, executor, asking and rules; handlers and `wire-*.ts` wire adapters. The handlers of triage, and
 * the two wirings that they may use, reach hardly any, and no other wiring or step.
 */
function agentRoom() {
  const logic = [...PURE, '#src/(domain|executor|asking)/']
  const wiring = [...ANY_PACKAGE, ...logic, '#src/adapters/']
  const above = '^(\\.\\./|#src/agent/)'
  const steps = `${above}(?!(rules|prompts)/)[^./]+/`
  const stores =
    'dynamo/(signals|matters|pages|proposals|people|memories|boards|spending|artefacts|escalations|table)\\.ts$'
  const triage = [...PURE, '#src/(domain|asking)/', `#src/adapters/((env|clock|log)\\.ts$|model/|${stores})`]
  return [
    ...room('src/agent', { may: logic, not: `${steps}|(/|^)wire-[^/]+$` }),
    ...room('src/agent', { files: 'wire-*.ts', may: wiring }),
    ...room('src/agent', { files: 'wire-{asking,page}.ts', may: triage }),
    ...room('src/agent', { files: '*/handler.ts', may: wiring }),
    ...room('src/agent', {
      files: '{sanitise,classify,reason}/handler.ts',
      may: triage,
      not: `${steps}|${above}wire-(?!(asking|page)\\.ts$)`,
    }),
  ]
}
