// `npm start`: the set-up, the build, and Replydesk in trial mode. Runs on the machine's own Node with nothing installed.
import { runMain } from './lib/failure.mjs';
import { continueOnDeclaredNode } from './setup/on-declared-node.mjs';

await runMain(() => continueOnDeclaredNode('scripts/start/main.ts'));
