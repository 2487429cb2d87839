import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Terminal } from '../../src/host.ts';

export const KEYS = {
  enter: '\r',
  down: '\u001b[B',
  up: '\u001b[A',
  escape: '\u001b',
  ctrlC: '\u0003',
  space: ' ',
};

const PATIENCE_MS = 5_000;

/** A terminal without a screen: waits for what is asked and types the answer. */
export class Keyboard implements Terminal {
  readonly input = new PassThrough();
  readonly output = new PassThrough();
  #drawn = '';
  #read = 0;

  constructor() {
    // Every prompt ends its output; a real terminal does not mind.
    this.output.end = () => this.output;
    this.output.on('data', (chunk: Buffer) => {
      this.#drawn += stripVTControlCharacters(chunk.toString());
    });
  }

  /** Everything drawn so far. */
  get screen(): string {
    return this.#drawn;
  }

  /** Waits until a text is drawn that was not waited for yet, then presses keys. */
  async on(text: string, ...keys: string[]): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    while (!this.#drawn.includes(text, this.#read)) {
      if (Date.now() > until)
        throw new Error(`never asked: ${text}\n${this.#drawn.slice(this.#read)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    this.#read = this.#drawn.length;
    for (const key of keys) {
      this.input.write(key);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
}
