// Linter settings, passed by flag (`npm run lint`) so that the top level of the repository holds only what a reader needs.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'eslint/config';
import a11y from 'eslint-plugin-lit-a11y';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A template is blocked by a strict `style-src` (`style=`, styleMap) or opens an injection (the rest). */
const unsafeMarkup = [
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    message: 'A strict Content-Security-Policy blocks style attributes: use a class, a part or a data attribute.',
  },
  {
    selector: 'ImportSpecifier[imported.name=/^(unsafeHTML|unsafeSVG|unsafeMathML|unsafeStatic|unsafeCSS|styleMap)$/]',
    message: 'Breaks under a strict Content-Security-Policy or lets markup in.',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Text from a backend is never parsed as markup: bind it as text.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'Text from a backend is never parsed as markup: bind it as text.',
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: 'A host page is not ours to write.',
  },
  {
    selector: 'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]',
    message: 'A strict Content-Security-Policy blocks style attributes: use a class, a part or a data attribute.',
  },
];

const ownClock = [
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'The domain has no clock: take the time as an argument.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The domain has no clock: take the time as an argument.',
  },
  {
    selector: 'CallExpression[callee.name="Date"]',
    message: 'The domain has no clock: take the time as an argument.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'The domain is pure: take chance as an argument.',
  },
];

export default defineConfig(
  { ignores: ['dist/**', '.data/**', 'node_modules/**', 'demo/wordpress/**', 'test/packages/apps/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strict],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: root } },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-else-return': 'error',
      // The typed rules that catch what a booking cannot afford: a promise nobody waits for, a state nobody handles.
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: safeCalls() }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // An interface that only extends merges our events into the DOM's map.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // tsconfig has noUncheckedIndexedAccess, so an assertion is often the honest way to state an invariant in a test.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...unsafeMarkup],
      'no-restricted-globals': [
        'error',
        ...['localStorage', 'sessionStorage', 'indexedDB', 'event', 'name', 'alert', 'confirm', 'prompt'].map(
          (name) => ({
            name,
            message: 'An embedded widget keeps nothing on the device and takes nothing from the page by a bare name.',
          }),
        ),
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'zod', message: "Import 'zod/mini': classic zod probes eval and weighs ten times as much." },
            { name: 'zod/v4', message: "Import 'zod/mini'." },
          ],
          patterns: [
            {
              group: ['lit/directives/unsafe-*', 'lit/directives/style-map*', 'lit/static-html*'],
              message: 'Breaks under a strict Content-Security-Policy or lets markup in.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/domain/**/*.ts', 'src/flow/{state,actions,reducer,selectors}.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unsafeMarkup, ...ownClock] },
  },
  {
    // Where a developer is told about a mistake in the page or in a backend's answer; never with a value.
    files: [
      'src/ui/element/warn-once.ts',
      'src/backend/http/*.ts',
      'src/backend/beside-script.ts',
      'src/theme/check-contrast.ts',
      'src/locales/languages.ts',
      'src/backend/adapters/**/*.ts',
    ],
    rules: { 'no-console': ['error', { allow: ['warn'] }] },
  },
  { files: ['src/conformance/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    plugins: { 'lit-a11y': a11y },
    rules: {
      ...a11y.configs.recommended.rules,
      // It does not see text bound to `.textContent`, which page translators cannot freeze; axe sees it in every story.
      'lit-a11y/accessible-name': 'off',
      'lit/attribute-names': ['error', { convention: 'kebab' }],
      'lit/no-classfield-shadowing': 'error',
      'lit/no-invalid-escape-sequences': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-private-properties': ['error', { private: '^#', protected: '^_' }],
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-nothing': 'error',
      'lit/lifecycle-super': 'error',
      'lit/value-after-constraints': 'error',
      'wc/guard-super-call': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-empty-function': 'off' },
  },
);

function safeCalls() {
  const runner = ['test', 'it', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'];
  return [
    { from: 'package', package: 'node:test', name: runner },
    // A plugin of @open-wc/testing declares `expect(…).to.equal` as a promise, which it is not.
    { from: 'package', package: 'chai', name: 'Equal' },
  ];
}
