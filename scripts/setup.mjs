// `npm run setup`: everything `npm start` and `npm test` need, and nothing more.
import { runMain } from './lib/failure.mjs';
import { continueOnDeclaredNode } from './setup/on-declared-node.mjs';

await runMain(() => continueOnDeclaredNode('scripts/setup/main.mjs'));
