// `npm run build`: builds the app into out/, always.
import { build } from './build/build.ts';
import { runMain } from './lib/failure.mjs';

await runMain(build);
