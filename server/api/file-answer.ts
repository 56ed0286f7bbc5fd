import { z } from 'zod';

/** What a route answers that has a file in place of JSON. */
export class FileAnswer {
  readonly mimeType: string;
  readonly content: Buffer;

  constructor(mimeType: string, content: Buffer) {
    this.mimeType = mimeType;
    this.content = content;
  }
}

export const fileAnswerSchema = z.instanceof(FileAnswer);
