import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runQuietly } from '../lib/exec.mjs';
import { Failure } from '../lib/failure.mjs';
import { withProgress } from '../lib/progress.mjs';

/**
 * Something of the system that Electron needs, how to see that it is there, and Debian's package for it. Where a
 * release of Debian or Ubuntu renamed a package, the newer name comes first.
 * @typedef {{ readonly library?: string, readonly file?: string, readonly packages: readonly string[] }} Need
 */

/** @type {readonly Need[]} */
const libraries = [
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: 'libnss3.so', packages: ['libnss3'] },
  { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { library: 'libgbm.so.1', packages: ['libgbm1'] },
  { library: 'libXss.so.1', packages: ['libxss1'] },
];

/**
 * Needed only where there is no display: a virtual one, a window manager (without one, windows get no focus and cannot
 * be minimised), and the fonts a desktop has anyway.
 * @type {readonly Need[]}
 */
const virtualDisplay = [
  { file: '/usr/bin/Xvfb', packages: ['xvfb'] },
  { file: '/usr/bin/xauth', packages: ['xauth'] },
  { file: '/usr/bin/openbox', packages: ['openbox'] },
  { file: '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf', packages: ['fonts-noto-core'] },
  { file: '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf', packages: ['fonts-noto-color-emoji'] },
  // A keyring, as a signed-in desktop has one: without it no session outlives a restart.
  { library: 'libsecret-1.so.0', packages: ['libsecret-1-0'] },
  { file: '/usr/bin/dbus-daemon', packages: ['dbus-daemon', 'dbus'] },
  { file: '/usr/bin/gnome-keyring-daemon', packages: ['gnome-keyring'] },
];

/** The system libraries Electron needs on Linux; installed when root on Debian, otherwise the command is told. */
export const systemLibrariesStep = {
  name: 'system libraries',

  isDone() {
    return process.platform !== 'linux' || missing().length === 0;
  },

  async run() {
    const isDebian = existsSync('/usr/bin/apt-get');
    if (!isDebian) throw new Failure(`Electron needs ${namesOf(missing())}, missing here.`, otherSystemRemedy());
    if (process.getuid?.() !== 0) {
      throw new Failure(
        `Electron needs system libraries that are missing here: ${namesOf(missing())}.`,
        `Run this, then the same command again:\n\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${availablePackages().join(' ')}\n`,
      );
    }
    await withProgress('Reading the package lists (apt-get update)', (tell) => apt(['update'], tell));
    const packages = availablePackages();
    await withProgress(`Installing ${packages.join(' ')}`, (tell) =>
      apt(['install', '-y', '--no-install-recommends', ...packages], tell),
    );
    const left = missing();
    if (left.length > 0) {
      throw new Failure(
        `apt-get ended well but these are still missing: ${namesOf(left)}.`,
        'Install the packages that hold them by hand, then run the same command again.',
      );
    }
  },
};

/** @returns {boolean} whether windows can be shown without a virtual display */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** @returns {readonly Need[]} */
function missing() {
  const known = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? '';
  const needs = hasDisplay() ? libraries : [...libraries, ...virtualDisplay];
  return needs.filter((need) => {
    if (need.library !== undefined) return !known.includes(`\t${need.library} `);
    return need.file !== undefined && !existsSync(need.file);
  });
}

/** @param {readonly Need[]} needs */
function namesOf(needs) {
  return needs.map((need) => need.library ?? need.file).join(', ');
}

/** @returns {readonly string[]} for each missing thing the package name that this release of Debian has */
function availablePackages() {
  return missing().map(({ packages }) => {
    const found = packages.find((name) => {
      const policy = spawnSync('apt-cache', ['policy', name], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
      });
      return /Candidate: (?!\(none\))/.test(policy.stdout ?? '');
    });
    return found ?? packages.at(-1) ?? '';
  });
}

/**
 * @param {readonly string[]} args
 * @param {(detail: string) => void} tell
 */
async function apt(args, tell) {
  // A machine that has just started may be running its own updates: wait for the lock instead of failing on it.
  const { code, tail } = await runQuietly('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    onLine: tell,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code !== 0) {
    throw new Failure(
      `"apt-get ${args.join(' ')}" ended with code ${code}:\n${tail}`,
      'Check that apt-get reaches its package source and that no other installation is running, then run the same command again.',
    );
  }
}

function otherSystemRemedy() {
  return 'Install the packages that hold these files with your system\'s package manager (on Fedora: "sudo dnf install gtk3 nss alsa-lib mesa-libgbm libXScrnSaver xorg-x11-server-Xvfb xorg-x11-xauth openbox google-noto-sans-fonts google-noto-color-emoji-fonts"), then run the same command again.';
}
