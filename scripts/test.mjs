// `npm test`: the set-up, then all checks and tests. Runs on the machine's own Node with nothing installed.
import { runMain } from './lib/failure.mjs';
import { ensureNodeModules } from './setup/index.mjs';
import { continueOnDeclaredNode } from './setup/on-declared-node.mjs';

await runMain(async () => {
  try {
    await ensureNodeModules();
  } catch (error) {
    // Every run ends with a closing line, this one too.
    process.on('exit', () => console.log('\n0 passed, 1 failed, 0 skipped'));
    throw error;
  }
  return continueOnDeclaredNode('scripts/test/main.ts');
});
