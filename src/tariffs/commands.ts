import { command } from '../cli/command.ts';
import { text } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { tariffGuide } from './guide.ts';
import { listTariffs, showTariff } from './tariffs.ts';
import { tariffCard, tariffTable } from './view.ts';

const list = command({
  name: 'fee tariff list',
  about: w('收费项目和现行单价', 'The tariffs and their present rates'),
  fields: {},
  run: (ctx) => listTariffs(ctx),
  view: tariffTable,
});

const show = command({
  name: 'fee tariff show',
  about: w('查看一个收费项目', 'Show a tariff'),
  fields: {
    key: text({
      label: w('代码或名称', 'its key or name'),
      required: true,
      positional: true,
      placeholder: 'KEY',
    }),
  },
  guides: { key: tariffGuide() },
  examples: ['wy fee tariff show energy'],
  run: (ctx, input) => showTariff(ctx, input.key),
  view: tariffCard,
});

export const commands = [list, show];
