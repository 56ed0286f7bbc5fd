// `npm run imports`: the import table of .dependency-cruiser.mjs.
import { Failure, runMain } from '../lib/failure.mjs';
import { projectRoot } from '../lib/paths.mjs';
import { checkImports } from './import-rules.ts';

await runMain(async () => {
  const { modules, dependencies, unseen, violations } = await checkImports(projectRoot);
  if (modules === 0 || dependencies === 0 || unseen.length > 0) {
    throw new Failure(
      `The import check read ${modules} files and ${dependencies} imports, and missed these: ${unseen.join(', ') || 'all'}.`,
      'See that @swc/core is installed and that .dependency-cruiser.mjs leaves out no folder of ours.',
    );
  }
  for (const { rule, from, to } of violations) console.error(`${rule}: ${from} -> ${to}`);
  console.log(`${modules} files, ${dependencies} imports, ${violations.length} not allowed`);
  return violations.length === 0 ? 0 : 1;
});
