// The import table: which part of the program may import which. `npm run imports` checks it.

/** Our own code, as against packages and Node's modules. */
const ours = '^(src|plugins|server|simulator|options-command|tests|scripts)/';
/** Tests may import everything, so every rule about product code leaves them out. */
const tests = '\\.test\\.tsx?$';
const api = '^src/shared/plugin-api/';

/**
 * One row of the table: files of an area import, of our own code, only what is listed.
 * @param {string} name
 * @param {string} why
 * @param {string} from pattern of the area's files
 * @param {readonly string[]} allowed patterns
 * @param {readonly string[]} [except] files of the area with a row of their own
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
function row(name, why, from, allowed, except = []) {
  return {
    name,
    comment: why,
    severity: 'error',
    from: { path: from, pathNot: [tests, ...except] },
    to: { path: ours, pathNot: [...allowed] },
  };
}

const mainComposition = '^src/main/plugins/bundled\\.ts$';
const rendererComposition = '^src/renderer/bundled-plugins\\.tsx?$';

const table = [
  row('shared-imports-nothing', 'Contracts and rules run anywhere.', '^src/shared/', ['^src/shared/']),
  row('node-imports-shared', 'Files and folders, for the parts that run on Node.', '^src/node/', [
    '^src/(node|shared)/',
  ]),
  row('preload-imports-shared', 'The bridge knows the contract only.', '^src/preload/', ['^src/(preload|shared)/']),
  row(
    'renderer-imports-shared',
    'Pages reach main through the contract only.',
    '^src/renderer/',
    ['^src/(renderer|shared)/'],
    [rendererComposition],
  ),
  row('renderer-composition', 'The one place where pages meet the bundled plug-ins.', rendererComposition, [
    '^src/(renderer|shared)/',
    '^plugins/',
  ]),
  row(
    'main-imports-shared',
    'Main speaks to the server through its protocol, never through its code.',
    '^src/main/',
    ['^src/(main|node|shared)/'],
    [mainComposition],
  ),
  row('main-composition', 'The one place where main meets the bundled plug-ins.', mainComposition, [
    '^src/(main|shared)/',
    '^plugins/',
  ]),
  row('plugin-host-imports-shared', 'The plug-in process sees the public API only.', '^src/plugin-host/', [
    '^src/(plugin-host|shared)/',
  ]),
  row(
    'server-imports-shared',
    "The server shares contracts, and of a channel's plug-in its pure rules and profiles.",
    '^server/',
    ['^server/', '^src/(node|shared)/', '^plugins/[^/]+/(rules|profiles)/'],
  ),
  row(
    'options-command-imports-shared',
    'Administrators run it where neither desk nor server is; of plug-ins it knows the manifests.',
    '^options-command/',
    ['^options-command/', '^src/(node|shared)/', '^plugins/[^/]+/plugin\\.json$'],
  ),
  row('simulator-imports-shared', 'The simulator stands in for the outside world.', '^simulator/', [
    '^simulator/',
    '^src/shared/',
  ]),
  row('plugin-imports-api', 'A plug-in is written against the public API only.', '^plugins/(?!examples/)([^/]+)/', [
    '^plugins/$1/',
    api,
  ]),
  row('example-imports-api', 'An example is written against the public API only.', '^plugins/examples/([^/]+)/', [
    '^plugins/examples/$1/',
    api,
  ]),
  row(
    'plugin-rules-are-pure',
    'The server runs these too, so they may not lean on the rest of the plug-in.',
    '^plugins/([^/]+)/(rules|profiles)/',
    ['^plugins/$1/(rules|profiles)/', api],
  ),
];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const placeRules = [
  {
    name: 'feature-inside',
    comment: "A feature uses another feature's index at most, never its inside.",
    severity: 'error',
    from: { path: '^src/renderer/features/([^/]+)/', pathNot: tests },
    to: {
      path: '^src/renderer/features/',
      pathNot: ['^src/renderer/features/$1/', '^src/renderer/features/[^/]+/index\\.tsx?$'],
    },
  },
  {
    name: 'tests-are-leaves',
    comment: 'Product code never depends on tests.',
    severity: 'error',
    from: { path: '^(src|plugins|server|simulator|options-command|scripts)/', pathNot: tests },
    to: { path: ['^tests/', tests] },
  },
  {
    name: 'scripts-are-leaves',
    comment: 'Product code never depends on the build tooling.',
    severity: 'error',
    from: { path: '^(src|plugins|server|simulator|options-command)/', pathNot: tests },
    to: { path: '^scripts/' },
  },
  {
    name: 'electron-only-where-it-exists',
    comment: 'The server runs on plain Node, pages and rules in a sandbox.',
    severity: 'error',
    from: { path: '^(src/(shared|node|renderer)|plugins|server|simulator|options-command)/', pathNot: tests },
    to: { path: '(^|/)node_modules/electron/|^electron(/|$)' },
  },
  {
    name: 'no-node-in-pages-and-rules',
    comment: 'These files run where Node is not.',
    severity: 'error',
    from: { path: '^(src/(shared|renderer|preload)|plugins)/', pathNot: tests },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-development-packages',
    comment: 'What the product runs on stands under "dependencies". Electron is the exception: it is the platform.',
    severity: 'error',
    from: { path: '^(src|plugins|server|simulator|options-command)/', pathNot: [tests, '\\.d\\.ts$'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/electron/' },
  },
];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const treeRules = [
  {
    name: 'no-cycles',
    comment: 'Files in a circle can only be understood, tested and started together.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolvable',
    comment: 'An import that leads nowhere hides from every other rule.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @satisfies {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...table, ...placeRules, ...treeRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    // TypeScript 7 has no JavaScript API; swc reads .ts and .tsx, and keeps `import type`, which counts like any other.
    parser: 'swc',
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
