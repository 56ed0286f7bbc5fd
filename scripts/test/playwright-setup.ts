import { startDisplay } from '../display/virtual-display.mjs';
import { resolveRuntime } from '../electron/runtime.mjs';

/**
 * Before any end-to-end test: says which Electron they run on, and gives them a display where there is none, so that
 * `playwright test` works by itself too.
 * @returns what is to be done after the last one
 */
export async function setUp(): Promise<() => Promise<void>> {
  const { version, kind, appDir } = resolveRuntime();
  console.log(`End-to-end tests run on Electron ${version} (${kind}), app folder ${appDir}`);
  const display = await startDisplay();
  Object.assign(process.env, display.env);
  return display.stop;
}

// biome-ignore lint/style/noDefaultExport: Playwright calls the default export of its set-up file.
export default setUp;
