type EncoderHost = { TextEncoder: new () => { encode(text: string): Uint8Array } };

/** For tests: a text as the bytes of a UTF-8 file. */
export function bytes(text: string): Uint8Array {
  const { TextEncoder } = globalThis as unknown as EncoderHost;
  return new TextEncoder().encode(text);
}
