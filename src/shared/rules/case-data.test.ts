import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseData, formattedRows } from './case-data.ts';

const attached = {
  _umsMsgId: 'wamid.1',
  Subject: 'Appointment',
  _umsChannel: 'jungle',
  Order: 'JC-20418',
  PhoneNumber: '+16145551234',
  IW_OverrideOptions: 'vip',
};
const keys = (entries: readonly { readonly key: string }[]) => entries.map(({ key }) => key);
const format = [
  { value: 'Order', displayName: 'Order number' },
  { value: 'Missing', displayName: 'Missing' },
  { value: '_umsChannel', displayName: 'Channel' },
];

describe('caseData', () => {
  it('keeps what an agent can use, in its order, and puts the rest aside', () => {
    const data = caseData(attached);
    expect(data.readable.map(({ name }) => name)).toEqual(['Subject', 'Order']);
    expect(keys(data.technical)).toEqual(['IW_OverrideOptions', 'PhoneNumber', '_umsChannel', '_umsMsgId']);
  });

  it('leaves out what is empty', () => {
    expect(caseData({ Subject: ' ', Note: '' })).toEqual({ readable: [], technical: [] });
  });

  it('shows the rows of a business attribute and no others, under their names', () => {
    const { readable, technical } = caseData(attached, { format });
    expect(readable.map(({ name, value }) => [name, value])).toEqual([
      ['Order number', 'JC-20418'],
      ['Channel', 'jungle'],
    ]);
    expect(keys(technical)).toEqual(['IW_OverrideOptions', 'PhoneNumber', '_umsMsgId']);
  });

  it('shows no row for a business attribute without values', () => {
    expect(caseData(attached, { format: [] }).readable).toEqual([]);
  });

  it('puts the keys of the order first, and leaves the others as they are', () => {
    const many = { A: '1', B: '2', C: '3', D: '4' };
    expect(keys(caseData(many, { order: ['D', 'nothing', 'B'] }).readable)).toEqual(['D', 'B', 'A', 'C']);
    expect(keys(caseData(attached, { format, order: ['_umsChannel'] }).readable)).toEqual(['_umsChannel', 'Order']);
  });

  it('is not led astray by the names of keys', () => {
    const odd = [{ value: 'constructor', displayName: '' }];
    expect(formattedRows({}, odd)).toEqual([]);
    expect(formattedRows({ constructor: 'x' }, odd)).toMatchObject([{ name: 'constructor', value: 'x' }]);
  });

  it('shows each value once, whatever comes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.array(fc.string()), (data, order) => {
        const { readable, technical } = caseData(data, { order });
        const shown = Object.entries(data).filter(([, value]) => value.trim() !== '');
        expect([...keys(readable), ...keys(technical)].sort()).toEqual(shown.map(([key]) => key).sort());
      }),
    );
  });
});
