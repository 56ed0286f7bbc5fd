import { expect, it } from 'vitest';
import { chooseSink } from './sink.ts';

const out = (deviceId: string, groupId = deviceId) => ({ kind: 'audiooutput', deviceId, groupId }) as const;
const microphone = { kind: 'audioinput', deviceId: 'm', groupId: 'm' } as const;
const headset = [out('default', 'h'), out('communications', 'h'), out('headset', 'h')];

it.each([
  ['the system’s choice for the primary', [...headset, out('speaker')], 'primary', undefined],
  ['the first device beside it for the secondary', [microphone, ...headset, out('speaker')], 'secondary', 'speaker'],
  ['the system’s choice where there is no second', headset, 'secondary', undefined],
  ['the second where the system does not say which is its choice', [out('a'), out('b')], 'secondary', 'b'],
  ['the system’s choice where devices are not told', [out('')], 'secondary', undefined],
] as const)('takes %s', (_case, devices, device, sink) => expect(chooseSink(devices, device)).toBe(sink));
