import type { ViewPlugin } from '#shared/plugin-api/views.ts';
import { allErrors } from './rules/errors.ts';
import german from './texts/de.json' with { type: 'json' };
import english from './texts/en.json' with { type: 'json' };
import germanErrors from './texts/errors.de.json' with { type: 'json' };
import { createMediaTypeViews } from './views/media-type-views.tsx';

const englishErrors = Object.fromEntries(allErrors().map(({ key, sentence }) => [`whatsapp.error.${key}`, sentence]));

/** The WhatsApp channel's part in the pages: how its conversations look. */
export const views: ViewPlugin = {
  activate({ mediaTypes, translations }) {
    translations.register('en', { ...english, ...englishErrors });
    translations.register('de', { ...german, ...germanErrors });
    mediaTypes.register(createMediaTypeViews(translations.translate));
  },
};
