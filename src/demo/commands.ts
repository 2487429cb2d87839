import { deskCommand } from '../cli/command.ts';
import { folder } from '../cli/field.ts';
import { quoteWord } from '../lib/shell-words.ts';
import { w } from '../lib/words.ts';
import { layOutEstate } from './lay-out.ts';
import { typedAs } from './program.ts';
import { demoView } from './view.ts';

const demo = deskCommand({
  name: 'demo',
  about: w('示范小区：马上看到它怎么用', 'A sample estate to try things on'),
  fields: {
    dir: folder({
      label: w('放在哪个目录（须为新的或空的）', 'where to keep it: a new or empty folder'),
      positional: true,
    }),
  },
  examples: ['wy demo', 'wy demo ./示范小区', 'wy demo --at "2026-11-22 08:30"'],
  runAtDesk: async (desk, input) => {
    const { host, globals } = desk;
    const estate = await layOutEstate(desk, input.dir ?? globals.home);
    const options = [
      ['--home', estate.home],
      ...(globals.at === undefined ? [] : [['--at', globals.at]]),
    ].flatMap(([name = '', value = '']) => [name, quoteWord(value, host.platform)]);
    return { ...estate, wy: [typedAs(host), ...options].join(' ') };
  },
  inBatch: 'never',
  view: demoView,
});

export const commands = [demo];
