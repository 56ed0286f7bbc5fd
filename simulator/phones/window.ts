const hour = 3_600_000;

/** What opened or may open the right to write freely to one person from one number. Times in milliseconds. */
export interface WindowRecord {
  /** Origin time of the customer's last message. */
  readonly lastInboundAt?: number;
  /** Origin time of the last message that came from an advert. */
  readonly advertAt?: number;
  /** When the business answered that advert message in time. */
  readonly freeEntryAt?: number;
}

export interface WindowLengths {
  readonly windowHours: number;
  readonly freeEntryHours: number;
}

export interface WindowState {
  readonly open: boolean;
  readonly freeEntry: boolean;
  /** The end of what is open, or of what was; 0 when there never was a window. */
  readonly closesAt: number;
}

/** Is free text allowed now (31-cloud-api section 16)? The end itself is outside. */
export function windowState(record: WindowRecord, now: number, lengths: WindowLengths): WindowState {
  const serviceEnd = record.lastInboundAt === undefined ? 0 : record.lastInboundAt + lengths.windowHours * hour;
  const entryEnd = record.freeEntryAt === undefined ? 0 : record.freeEntryAt + lengths.freeEntryHours * hour;
  const closesAt = Math.max(serviceEnd, entryEnd);
  return { open: now < closesAt, freeEntry: now < entryEnd, closesAt };
}

/** The customer wrote; older messages that arrive late do not shorten anything. */
export function afterInbound(record: WindowRecord, at: number, fromAdvert: boolean): WindowRecord {
  return {
    ...record,
    lastInboundAt: Math.max(record.lastInboundAt ?? 0, at),
    ...(fromAdvert ? { advertAt: at } : {}),
  };
}

/** The business wrote; answering an advert message within 24 h opens the free entry point. */
export function afterOutbound(record: WindowRecord, at: number): WindowRecord {
  if (record.advertAt === undefined || at - record.advertAt >= 24 * hour) return record;
  const { advertAt: _, ...rest } = record;
  return { ...rest, freeEntryAt: at };
}

/** The windows of all pairs of business number and customer. */
export class WindowBook {
  readonly #records = new Map<string, WindowRecord>();

  of(phoneNumberId: string, customerKey: string): WindowRecord {
    return this.#records.get(`${phoneNumberId}:${customerKey}`) ?? {};
  }

  set(phoneNumberId: string, customerKey: string, record: WindowRecord): void {
    this.#records.set(`${phoneNumberId}:${customerKey}`, record);
  }

  reset(): void {
    this.#records.clear();
  }
}
