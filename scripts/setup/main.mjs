import { electronRuntime } from '../electron/runtime.mjs';
import { runMain } from '../lib/failure.mjs';
import { ensureElectron } from './index.mjs';

await runMain(async () => {
  await ensureElectron();
  const { kind, version, executablePath } = electronRuntime();
  console.log(`Set-up is complete. Electron ${version} (${kind}): ${executablePath}`);
});
