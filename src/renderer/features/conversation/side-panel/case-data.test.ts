import { describe, expect, it } from 'vitest';
import { splitCaseData } from './case-data.ts';

describe('splitCaseData', () => {
  it('keeps what an agent can use, in its order, and puts the rest aside', () => {
    const data = splitCaseData({
      _umsMsgId: 'wamid.1',
      Subject: 'Appointment',
      _umsChannel: 'jungle',
      Order: 'JC-20418',
      PhoneNumber: '+16145551234',
      IW_OverrideOptions: 'vip',
    });
    expect(data.readable.map(({ key }) => key)).toEqual(['Subject', 'Order']);
    expect(data.technical.map(({ key }) => key)).toEqual([
      'IW_OverrideOptions',
      'PhoneNumber',
      '_umsChannel',
      '_umsMsgId',
    ]);
  });

  it('leaves out what is empty', () => {
    expect(splitCaseData({ Subject: ' ', Note: '' })).toEqual({ readable: [], technical: [] });
  });
});
