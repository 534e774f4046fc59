import { parser, plugin } from 'typescript-eslint';

// Biome lints. Only what needs types is asked here: promises nobody waits for, and switches that forget a case.
export default [
  { ignores: ['**/node_modules/**', '**/dist/**'] },
  {
    files: ['**/*.ts'],
    // One program for the workspace, for one a package would read core's types once more each, and one for CommonJS.
    languageOptions: {
      parser,
      parserOptions: {
        project: ['./tsconfig.json', './packages/n8n-nodes-plumbline/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { noInlineConfig: true },
    plugins: { '@typescript-eslint': plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
];
