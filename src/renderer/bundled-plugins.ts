import type { ViewPlugin } from '#shared/plugin-api/views.ts';
import type { BundledPlugin } from './plugins/view-loader.ts';

// The only place where pages reach plug-ins: by the presence of their files. Taking a plug-in's folder away takes it
// out of the program.
const ids = import.meta.glob<string>('../../plugins/*/plugin.json', { eager: true, import: 'id' });
const views = import.meta.glob<ViewPlugin>('../../plugins/*/views.tsx', { import: 'views' });

/** The plug-ins that were built with the program and have views. */
export const bundledPlugins: readonly BundledPlugin[] = Object.entries(views).flatMap(([path, load]) => {
  const id = ids[path.replace(/views\.tsx$/, 'plugin.json')];
  return id === undefined ? [] : [{ id, load }];
});
