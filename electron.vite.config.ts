import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Entries whose source exists; a part that is taken out of the tree is left out of the build. */
function entries(all: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(all)
      .map(([name, path]) => [name, at(path)] as const)
      .filter(([, path]) => existsSync(path)),
  );
}

/**
 * The only modules that are not bundled. better-sqlite3 has a native addon; everything else goes into the bundle, so
 * that the packed program has one dependency to find at run time, and what runs is what was built and checked.
 */
const external = ['electron', /^electron\//, 'better-sqlite3'];

/** Node of the oldest Electron the app runs on (33; see scripts/README.md), and its Chromium. */
const nodeTarget = 'node20.18';
const pageTarget = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      outDir: 'out/main',
      sourcemap: true,
      minify: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: entries({
          index: 'src/main/index.ts',
          'cache-worker': 'src/main/cache/worker.ts',
          'plugin-host': 'src/plugin-host/index.ts',
          server: 'server/main.ts',
          simulator: 'simulator/main.ts',
        }),
        external,
        // Chunks lie beside the entries: whatever file a module lands in, its import.meta.url is in out/main.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      outDir: 'out/preload',
      minify: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: entries({ index: 'src/preload/index.ts' }),
        external,
        // A sandboxed preload is CommonJS and may require nothing but electron: one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      target: pageTarget,
      outDir: at('out/renderer'),
      minify: true,
      sourcemap: true,
      // Every asset is a file of the app:// origin: the content security policy needs no data: for fonts or scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: entries({
          index: 'src/renderer/index.html',
          interaction: 'src/renderer/interaction.html',
          toast: 'src/renderer/toast.html',
        }),
      },
    },
  },
});
