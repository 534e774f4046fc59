/** Imports go one way: apps -> service -> store -> core; the n8n reader knows core only. */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one idea in two places, and neither can be tested or moved alone.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'core-is-pure',
      comment:
        'The same flow must give the same answer anywhere, in a browser too: core does no I/O, so it takes nothing from Node.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-stands-alone',
      comment:
        'Everything else hangs on core. What core imports, every user of the check functions has to carry: only the schema library and the one that reads rules of your own.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: ['^packages/core/src/', '(^|/)node_modules/(zod|@marcbachmann/cel-js)/'],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'findings-know-no-profile',
      comment:
        'A finding must not change when a profile, a waiver or an attestation does, or each of these would ask every flow again.',
      severity: 'error',
      from: {
        path: '^packages/core/src/(checks/|flow/|evaluate/(finding|run-check)\\.ts$)',
        pathNot: '\\.test\\.ts$',
      },
      to: { path: '^packages/core/src/(profile/|report/|evaluate/(assess|judge)\\.ts$)' },
    },
    {
      name: 'n8n-knows-core-only',
      comment:
        'Reading n8n is one of many readers to come; the next one must not find storage or use cases tangled up with it.',
      severity: 'error',
      from: { path: '^packages/n8n/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(packages|apps)/', pathNot: '^packages/(n8n|core)/src/' },
    },
    {
      name: 'nodes-stand-alone',
      comment:
        'n8n takes a community node without dependencies only: what it imports beyond these would be missing there.',
      severity: 'error',
      from: { path: '^packages/n8n-nodes-plumbline/(credentials|nodes|src)/', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: [
          '^packages/n8n-nodes-plumbline/(credentials|nodes|src)/',
          '(^|/)node_modules/n8n-workflow/',
          '^(node:)?crypto$',
        ],
      },
    },
    {
      name: 'store-knows-core-only',
      comment:
        'A port with its adapters: it keeps what others decide, so it must not call the deciding side.',
      severity: 'error',
      from: { path: '^packages/store/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(packages|apps)/', pathNot: '^packages/(store|core)/src/' },
    },
    {
      name: 'service-takes-the-port',
      comment:
        'A use case works over any store. Only an app builds an adapter, so the service may import what the package offers as port, never an adapter.',
      severity: 'error',
      from: { path: '^packages/service/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/store/src/(embedded|postgres)' },
    },
    {
      name: 'packages-know-no-app',
      comment:
        'Apps put packages together and read the environment; a package that imports an app turns that around. The tests of the n8n nodes meet the real API, as a client does.',
      severity: 'error',
      from: { path: '^packages/', pathNot: '^packages/n8n-nodes-plumbline/test/' },
      to: { path: '^apps/' },
    },
    {
      name: 'api-knows-no-cli',
      comment: 'The command line starts the API; the API runs without any command line.',
      severity: 'error',
      from: { path: '^apps/api/' },
      to: { path: '^apps/cli/' },
    },
    {
      name: 'doors-only',
      comment:
        'A package is used by its name, through what it exports. A path into its folder makes every file of it public.',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: { path: '^(packages|apps)/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What ships must not need what tests it.',
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '(\\.test\\.ts$|^(packages|apps)/[^/]+/test/|^scripts/)' },
    },
    {
      name: 'only-apps-touch-the-process',
      comment:
        'Settings reach a package as arguments; only apps read the environment. (The global `process.env` is refused by biome.)',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(node:)?process$' },
    },
    {
      name: 'declared-dependencies',
      comment:
        'What is imported stands in the package.json of the importing package, or the published package does not run. (For packages of this workspace knip says so.)',
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/src/', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: '^(packages|apps)/',
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev', 'unknown', 'undetermined'],
      },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'node'] },
  },
};
