import { OPTION_LIMITS, type OptionDiagnostic, utf8Length } from './entry.ts';

type Decoding =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly diagnostic: OptionDiagnostic };

type DecoderHost = {
  TextDecoder: new (
    label: string,
    options: { fatal: boolean; ignoreBOM: boolean },
  ) => { decode(bytes: Uint8Array): string };
};

/** Turns a file's bytes into text, or says where and why it is not an option file: size, encoding, binary content. */
export function decodeOptionFile(file: string, content: string | Uint8Array): Decoding {
  const size = typeof content === 'string' ? textSize(content) : content.length;
  if (size > OPTION_LIMITS.fileBytes) {
    return refusal(file, 1, 1, 'file-too-large', `${file} is larger than 8 MiB. Split it with an [include] section.`);
  }
  if (typeof content !== 'string') return decodeBytes(file, content);
  return withoutNul(file, content.startsWith('\uFEFF') ? content.slice(1) : content);
}

function decodeBytes(file: string, bytes: Uint8Array): Decoding {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refusal(file, 1, 1, 'not-utf-8', `${file} is saved as UTF-16. Save it as UTF-8.`);
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  try {
    return withoutNul(file, decodeUtf8(body));
  } catch {
    const at = firstInvalidByte(body);
    const { line, column } = placeOfByte(body, at);
    const shown = `0x${(body[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
    return refusal(
      file,
      line,
      column,
      'not-utf-8',
      `${file} is not UTF-8: byte ${shown} at line ${line} does not fit. Save the file as UTF-8.`,
    );
  }
}

function withoutNul(file: string, text: string): Decoding {
  const at = text.indexOf('\0');
  if (at < 0) return { ok: true, text };
  const { line, column } = placeOfOffset(text, at);
  return refusal(
    file,
    line,
    column,
    'binary-file',
    `${file} holds a NUL character at line ${line}, as binary files and parts in UTF-16 do. Save it as text in UTF-8.`,
  );
}

function refusal(file: string, line: number, column: number, code: string, message: string): Decoding {
  return { ok: false, diagnostic: { file, line, column, code, severity: 'error', message } };
}

function textSize(text: string): number {
  return text.length * 3 <= OPTION_LIMITS.fileBytes ? text.length : utf8Length(text);
}

function decodeUtf8(bytes: Uint8Array): string {
  // Present in Node, Electron and browsers, but declared by none of the libraries shared code may use.
  const { TextDecoder } = globalThis as unknown as DecoderHost;
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** The byte at which the first sequence starts that is not well-formed UTF-8. */
function firstInvalidByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return Math.max(bytes.length - 1, 0);
}

/** Length of the well-formed sequence at `at`, 0 when there is none (table 3-7 of the Unicode standard). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (let i = 1; i < length; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return length;
}

function placeOfByte(bytes: Uint8Array, at: number): { line: number; column: number } {
  const before = decodeUtf8(bytes.subarray(0, at));
  return placeOfOffset(before, before.length);
}

function placeOfOffset(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', start)) {
    line += 1;
    start = next + 1;
  }
  return { line, column: at - start + 1 };
}
