import { nodeModulesStep } from './node-modules.mjs';

/**
 * One step of the set-up. `isDone` looks at the machine itself and is quick: it runs on every start.
 * @typedef {{ readonly name: string, isDone(): boolean, run(): Promise<void> }} SetupStep
 */

/** Makes the node modules complete. The only step that works with nothing installed, on the machine's own Node. */
export async function ensureNodeModules() {
  await ensure([nodeModulesStep]);
}

/** Makes everything complete that Electron needs. Needs the node modules. */
export async function ensureElectron() {
  // Imported late: these files use node modules, which the first step may only just have installed.
  const { electronStep } = await import('./electron.mjs');
  const { systemLibrariesStep } = await import('./system-libraries.mjs');
  await ensure([electronStep, systemLibrariesStep]);
}

/** @param {readonly SetupStep[]} steps */
async function ensure(steps) {
  for (const step of steps) {
    if (!step.isDone()) await step.run();
  }
}
