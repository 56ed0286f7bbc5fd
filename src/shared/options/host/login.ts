import { LONGEST_PLACE } from '../../protocol/login.ts';
import { defineOption } from '../metadata.ts';

export const loginOptions = [
  defineOption({
    name: 'login.prompt-place',
    type: { kind: 'boolean' },
    default: 'false',
    takesEffect: 'restart',
    description:
      'The agent is asked at login for the place where they sit. The one last used on this computer is offered first. Supervisors and scripts see it with `GET /api/v1/agents`.',
  }),
  defineOption({
    name: 'login.default-place',
    type: { kind: 'text', maxLength: LONGEST_PLACE },
    default: '',
    takesEffect: 'restart',
    description:
      'Place that counts where agents are not asked, or that is offered at the first login on a computer where they are. Empty: none.',
  }),
  defineOption({
    name: 'login.<media>.is-auto-ready',
    type: { kind: 'boolean' },
    default: 'true',
    takesEffect: 'restart',
    description:
      'The agent is ready for this medium as soon as they are logged in, such as `login.whatsappsession.is-auto-ready`.',
  }),
  defineOption({
    name: 'login.<media>.auto-not-ready-reason',
    type: { kind: 'text' },
    default: '',
    takesEffect: 'restart',
    description:
      'Reason, out of `[business-attribute-NotReadyReason]`, with which the agent is not ready for this medium after login. It counts where `login.<media>.is-auto-ready` is false.',
  }),
] as const;
