import { same, type Words, w } from '../lib/words.ts';
import { FAULTS } from './model.ts';

/** `http_500`: what it means, and the code that the other side gave. */
export function faultWords(fault: string): Words {
  const known = FAULTS[fault];
  if (known) return known;
  const [, kind = '', code = ''] = /^([a-z]+)_(-?\d+)$/.exec(fault) ?? [];
  const words = FAULTS[kind];
  return words ? w(`${words.zh}（${code}）`, `${words.en} (${code})`) : same(fault);
}
