import type { Words } from './words.ts';

/**
 * What can go wrong for a reason the user can mend. The kind decides the exit code:
 * `refused` 1 (understood, but not allowed now), `usage` 2 (words missing or not readable),
 * `unusable` 3 (ledger or policy cannot be used). Anything else thrown is our bug: 70.
 */
export type ErrorKind = 'refused' | 'usage' | 'unusable';

/** A "no" with a name. `code` never changes with the language; messages carry no personal data. */
export class WyError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly words: Words;
  /** What to type instead. */
  readonly hint: Words | undefined;

  constructor(kind: ErrorKind, code: string, words: Words, hint?: Words) {
    super(`${code}: ${words.en}`);
    this.name = 'WyError';
    this.kind = kind;
    this.code = code;
    this.words = words;
    this.hint = hint;
  }
}

export const refused = (code: string, words: Words, hint?: Words) =>
  new WyError('refused', code, words, hint);

export const misused = (code: string, words: Words, hint?: Words) =>
  new WyError('usage', code, words, hint);

export const unusable = (code: string, words: Words, hint?: Words) =>
  new WyError('unusable', code, words, hint);
