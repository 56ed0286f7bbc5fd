import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/**
 * Every fuse of Electron, named, with its reason (SEC-1). A fuse is a switch inside the program file: it holds whatever
 * the command line or the environment say.
 * @type {readonly (readonly [fuse: FuseV1Options, on: boolean])[]}
 */
export const fuses = [
  // Off: with ELECTRON_RUN_AS_NODE any script could run under our signature and with our keyring entries.
  [FuseV1Options.RunAsNode, false],
  // On: cookies on disk are encrypted with a key of the system's keyring.
  [FuseV1Options.EnableCookieEncryption, true],
  // Off: NODE_OPTIONS could load foreign code into the main process.
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  // Off: --inspect would open the main process, with all conversations, to any program of the machine.
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  // On: a changed app.asar is not started (Windows and macOS check it; Linux has no check yet).
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  // On: a folder resources/app beside the checked archive would be run instead of it.
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  // Off: we ship no start-up snapshot of our own for the main process.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  // Off: our pages come from app://, so file:// needs no more rights than in a browser.
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
  // On, as Electron ships it: WebAssembly (hashing) keeps its bounds checks in hardware and stays fast.
  [FuseV1Options.WasmTrapHandlers, true],
];

/**
 * Sets the fuses of a program file. Older Electrons know fewer fuses: what they lack is left out, and only that.
 * @param {string} executable the program file, or the .app folder on macOS
 */
export async function setFuses(executable) {
  const present = Object.keys(await getCurrentFuseWire(executable));
  const known = fuses.filter(([fuse]) => present.includes(String(fuse)));
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // A fuse that a newer Electron adds must get a decision and a reason above before it is packed.
    strictlyRequireAllFuses: true,
    .../** @type {Record<FuseV1Options, boolean>} */ (Object.fromEntries(known)),
  });
}

/**
 * electron-builder's hook: after the app is put together and before it is signed.
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function setFusesOfPackage(context) {
  const packager = /** @type {typeof context.packager & { executableName?: string }} */ (context.packager);
  const { productFilename } = packager.appInfo;
  const names = {
    darwin: `${productFilename}.app`,
    mas: `${productFilename}.app`,
    win32: `${productFilename}.exe`,
    linux: packager.executableName ?? productFilename,
  };
  const name = names[/** @type {keyof typeof names} */ (context.electronPlatformName)];
  await setFuses(join(context.appOutDir, name));
}

// biome-ignore lint/style/noDefaultExport: electron-builder calls the default export of its hook file.
export default setFusesOfPackage;
