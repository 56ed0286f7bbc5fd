// `npm test`: the set-up, then all checks and tests. Runs on the machine's own Node with nothing installed.
import { runMain } from './lib/failure.mjs';
import { continueOnDeclaredNode } from './setup/on-declared-node.mjs';

await runMain(() => continueOnDeclaredNode('scripts/test/main.ts'));
