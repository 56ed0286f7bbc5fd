import { shortcutOptions } from '../commands/shortcuts.ts';
import { accessibilityOptions } from './host/accessibility.ts';
import { cacheOptions } from './host/cache.ts';
import { composerOptions } from './host/composer.ts';
import { connectionOptions } from './host/connection.ts';
import { contactOptions } from './host/contact.ts';
import { displayFormatOptions } from './host/display-format.ts';
import { dispositionOptions } from './host/disposition.ts';
import { guiOptions } from './host/gui.ts';
import { interactionOptions } from './host/interaction.ts';
import { logOptions } from './host/log.ts';
import { loginOptions } from './host/login.ts';
import { pluginsOptions } from './host/plugins.ts';
import { securityOptions } from './host/security.ts';
import { standardResponseOptions } from './host/standard-response.ts';
import { toastOptions } from './host/toast.ts';

/** The host's own options (OPT-5), a file for each group in `host/`. A plug-in declares its own in its manifest. */
export const hostOptions = [
  ...guiOptions,
  ...toastOptions,
  ...displayFormatOptions,
  ...interactionOptions,
  ...composerOptions,
  ...dispositionOptions,
  ...contactOptions,
  ...standardResponseOptions,
  ...loginOptions,
  ...securityOptions,
  ...accessibilityOptions,
  ...connectionOptions,
  ...logOptions,
  ...cacheOptions,
  ...pluginsOptions,
  ...shortcutOptions,
] as const;

/** The declaration of a host option by its name, with its type. */
export type HostOption<N extends HostOptionName> = Extract<(typeof hostOptions)[number], { readonly name: N }>;
export type HostOptionName = (typeof hostOptions)[number]['name'];
