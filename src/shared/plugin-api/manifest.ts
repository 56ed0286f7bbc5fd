import { z } from 'zod';
import { optionMetadataSchema } from '../options/metadata.ts';
import type { RegionName } from './views.ts';

/** Reverse-domain, and safe as a name in a file system: no dots at the ends, no separators (PLG-1). */
const pluginIdSchema = z
  .string()
  .max(120)
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$/,
    'must be a reverse-domain name such as com.example.crm',
  );

/** A path inside the plug-in's folder. */
const innerPathSchema = z
  .string()
  .max(200)
  .refine(
    (path) => !/^[/\\]|^[a-z]:|\\|\0/i.test(path) && !path.split('/').includes('..'),
    'must be a path inside the plug-in folder',
  );

const versionSchema = z.string().regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/, 'must be a version such as 1.2.3');

/** What host functions a plug-in may call (PLG-4); each method of the API names the one it needs. */
export const permissionSchema = z.enum(['commands.steps', 'media-types', 'regions', 'options.read', 'log', 'clock']);
export type Permission = z.infer<typeof permissionSchema>;

const regionNames = [
  'main.navigation',
  'main.view',
  'interaction.toolbar',
  'interaction.header',
  'interaction.above-composer',
  'interaction.side-panel',
  'interaction.case-data',
  'message.actions',
  'contact.card',
  'toast.body',
  'settings.section',
] as const satisfies readonly RegionName[];

const named = { id: z.string().min(1).max(100) };

/** `plugin.json` (PLG-1). An unknown key is an error, not silence. */
export const manifestSchema = z.strictObject({
  id: pluginIdSchema,
  version: versionSchema,
  displayName: z.string().min(1).max(100),
  publisher: z.string().min(1).max(100),
  description: z.string().max(1000).optional(),
  engines: z.strictObject({ replydesk: z.string().min(1) }),
  /** Background entry; for a bundled plug-in the name of its module. */
  main: innerPathSchema.optional(),
  views: innerPathSchema.optional(),
  /** Without it the plug-in is not loaded at all; left out means everybody may. */
  requiredPrivilege: z.string().min(1).max(200).optional(),
  /** Privileges of the host without all of which it is not loaded either, such as those for work items (ROLE-1). */
  alsoRequiredPrivileges: z.array(z.string().min(1).max(200)).optional(),
  permissions: z.array(permissionSchema),
  options: z.array(optionMetadataSchema),
  privileges: z.array(
    z.strictObject({ name: z.string().min(1), displayName: z.string().min(1), description: z.string().min(1) }),
  ),
  contributes: z.strictObject({
    mediaTypes: z.array(z.strictObject({ ...named, displayName: z.string().min(1) })).optional(),
    regions: z.array(z.strictObject({ ...named, region: z.enum(regionNames) })).optional(),
    commandSteps: z.array(z.strictObject({ ...named, command: z.string().min(1) })).optional(),
  }),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest in `json`, or every reason why it is none, each with its place. */
export function readManifest(json: string): { readonly manifest?: Manifest; readonly reasons: readonly string[] } {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch (error) {
    return { reasons: [`plugin.json is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`] };
  }
  const parsed = manifestSchema.safeParse(content);
  if (parsed.success) return { manifest: parsed.data, reasons: [] };
  return {
    reasons: parsed.error.issues.map(
      (issue) => `plugin.json, ${issue.path.join('.') || 'top level'}: ${issue.message}.`,
    ),
  };
}
