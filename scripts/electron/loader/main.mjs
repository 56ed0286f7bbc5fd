// The stand-in Electron has no default_app.asar, the part that starts an app folder named on the command line.
// This takes its place, and does what that does for `electron FOLDER`: name, version, app path, then the app itself.
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-') && isAppFolder(argument));
if (folder === undefined) {
  console.error('Name the folder of an app (one with a package.json): electron FOLDER');
  app.exit(2);
} else {
  const appDir = isAbsolute(folder) ? folder : resolve(folder);
  const manifest = JSON.parse(readFileSync(join(appDir, 'package.json'), 'utf8'));
  // The two setters are not in Electron's documentation; its own default app uses them.
  const settable = /** @type {typeof app & { setVersion(v: string): void, setAppPath(p: string): void }} */ (app);
  settable.setName(manifest.productName ?? manifest.name);
  settable.setVersion(manifest.version);
  settable.setAppPath(appDir);
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  // Awaited at the top level: Electron holds back its ready event until the entry module has been evaluated, and what
  // must come before that event (privileged schemes) is done by the app's main file.
  await import(pathToFileURL(join(appDir, manifest.main)).href);
}

/** @param {string} argument */
function isAppFolder(argument) {
  return existsSync(join(argument, 'package.json'));
}
