import { describe, expect, it } from 'vitest';
import { readManifest } from '#shared/plugin-api/manifest.ts';
import { optionNumber, optionNumbers, options } from './options.ts';
import json from './plugin.json' with { type: 'json' };
import { cloudApi } from './profiles/cloud-api.ts';
import german from './texts/de.json' with { type: 'json' };
import english from './texts/en.json' with { type: 'json' };

describe('plugin.json', () => {
  const { manifest, reasons } = readManifest(JSON.stringify(json));

  it('is a manifest', () => {
    expect(reasons).toEqual([]);
    expect(manifest?.id).toBe('com.replydesk.whatsapp');
  });

  it('declares exactly the options that are read', () => {
    const working = manifest?.options.filter((option) => !option.planned);
    expect(working?.map((option) => option.name).sort()).toEqual(Object.values(options).sort());
  });

  it('gives the defaults where a page has no value yet', () => {
    expect(optionNumbers(options.pendingResponse, undefined)).toEqual([30, 50]);
    expect(optionNumber(options.maxTextSize, undefined)).toBe(4096);
    expect(optionNumber(options.delaySpan, '90')).toBe(90);
  });

  it("names the channel's own limit as the profile has it", () => {
    const option = manifest?.options.find(({ name }) => name === options.maxTextSize);
    expect(option?.description).toContain(`${cloudApi.text.body.max} characters`);
  });
});

describe('texts', () => {
  it('are the same ones in each language', () => expect(Object.keys(german)).toEqual(Object.keys(english)));
});
