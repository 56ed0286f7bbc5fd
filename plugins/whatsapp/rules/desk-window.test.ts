import { describe, expect, it } from 'vitest';
import { deskWindow } from './desk-window.ts';

const HOUR = 3_600_000;
const server = { opensAt: 1000, closesAt: 1000 + 24 * HOUR, why: 'customer-message' } as const;

describe('deskWindow', () => {
  it('ends when the option says, counted from the customer’s message', () => {
    expect(deskWindow(server, 3600)?.closesAt).toBe(1000 + HOUR);
    expect(deskWindow(server, 86_399)?.closesAt).toBe(server.closesAt - 1000);
  });

  it('is the server’s at the highest value, also where an advert opened three days', () => {
    const advert = { ...server, closesAt: 1000 + 72 * HOUR, why: 'free-entry-point' } as const;
    expect(deskWindow(server, 86_400)).toEqual(server);
    expect(deskWindow(advert, 86_400)).toEqual(advert);
  });

  it('is never longer than the server’s', () => {
    const shorter = { ...server, closesAt: 1000 + HOUR / 2 };
    expect(deskWindow(shorter, 3600)).toEqual(shorter);
  });

  it('is the server’s where the option cannot be read', () => expect(deskWindow(server, Number.NaN)).toEqual(server));

  it('is none where there is none', () => expect(deskWindow(null, 3600)).toBeNull());
});
