import js from '@eslint/js'
import appsync from '@aws-appsync/eslint-plugin'
import hooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import typescript from 'typescript-eslint'
import { fence, TESTS } from './eslint.fence.js'

export default defineConfig(
  globalIgnores([
    'build/',
    '.sandbox/',
    '.cache/',
    'node_modules/',
    'public/',
    'playwright-report/',
    'test-results/',
  ]),
  js.configs.recommended,
  typescript.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 200 }],
      eqeqeq: 'error',
      // Its index is three hundred modules, each of which makes Node read the package's long list of exports once more.
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'date-fns', message: "One function each: 'date-fns/addDays'." }] },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      // Records of closures, not classes: nothing here has a `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A fake or a port may be async because the thing it stands for is.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'app/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'max-lines-per-function': ['error', { max: 60 }],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'The environment is read once, by schema: src/adapters/env.ts.',
        },
      ],
      'no-restricted-syntax': ['error', ...sandboxIsNotReached()],
    },
  },
  { files: ['app/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 90 }] } },
  {
    files: ['src/adapters/env.ts', 'src/{sandbox,commands,plugins}/**/*.ts', TESTS],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      // Remix answers by throwing a Response.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  {
    files: ['src/agent/{sanitise,classify,reason}/handler.ts', 'src/agent/wire-{asking,page}.ts'],
    rules: { 'no-restricted-syntax': ['error', ...sandboxIsNotReached(), ...onlyReads()] },
  },
  {
    files: ['src/graphql/resolvers/*.ts', 'src/adapters/dynamo/keys.ts'],
    extends: [appsync.configs.recommended],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ThrowStatement', message: 'APPSYNC_JS has no throw: util.error.' },
      ],
    },
  },
  ...fence,
  {
    files: [TESTS, 'tests/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-restricted-imports': 'off',
      // A test reads JSON answers as they come.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  // Playwright reads a test's fixtures from this pattern.
  { files: ['tests/e2e/**/*.ts'], rules: { 'no-empty-pattern': 'off' } },
  { files: ['**/*.js'], extends: [typescript.configs.disableTypeChecked] },
)

function sandboxIsNotReached() {
  const message = 'Only plugins, commands and tests reach the sandbox.'
  return [{ selector: 'ImportExpression[source.value=/sandbox/]', message }]
}

/** Triage reads people and documents and never writes them. IAM can't say that: their rows lie beside matters. */
function onlyReads() {
  const message = 'Triage only reads people and documents.'
  const stores = '/^connect(People|Artefacts)$/'
  return [
    `MemberExpression[object.callee.name=${stores}][property.name='save']`,
    `VariableDeclarator[init.callee.name=${stores}] > ObjectPattern > Property[key.name='save']`,
    `MemberExpression[object.name=/^(people|artefacts)$/][property.name='save']`,
  ].map((selector) => ({ selector, message }))
}
