import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { owners } from './declarations.ts';
import { reference } from './reference.ts';

describe('reference', () => {
  const text = `${reference().lines.join('\n')}\n`;

  it('is what docs/options.md holds; after a change: npx replydesk-options reference > docs/options.md', () => {
    expect(readFileSync(join(import.meta.dirname, '..', 'docs', 'options.md'), 'utf8')).toBe(text);
  });

  it('has every option of every owner, and says which are planned', () => {
    for (const { name, planned, description } of owners.flatMap(({ options }) => options)) {
      expect(text).toContain(`\n### \`${name}\`${planned ? ' (planned)' : ''}\n\n${description}\n`);
    }
  });
});
