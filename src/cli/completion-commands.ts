import { w } from '../lib/words.ts';
import { deskCommand } from './command.ts';
import { SCRIPTS, SHELLS } from './completion-scripts.ts';
import { choice } from './field.ts';
import type { View } from './view.ts';

const script: View<string> = { json: (text) => ({ script: text }), text: (text) => text };

const completion = deskCommand({
  name: 'completion',
  about: w(
    '让 shell 用 Tab 补全 wy 的命令、房号和编号',
    'Let a shell complete commands, units and numbers by Tab',
  ),
  fields: {
    shell: choice(SHELLS, { label: w('shell', 'shell'), required: true, positional: true }),
  },
  examples: ['wy completion bash', 'wy completion zsh'],
  runAtDesk: (_, { shell }) => SCRIPTS[shell],
  inBatch: 'never',
  view: script,
});

export const commands = [completion];
