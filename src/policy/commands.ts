import { deskCommand } from '../cli/command.ts';
import { text } from '../cli/field.ts';
import { EXIT } from '../lib/exit.ts';
import { dayOf } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { UTC } from '../lib/zone.ts';
import { readPolicySource } from './load.ts';
import { checkPolicy, showPolicy } from './service.ts';
import { checkView, policyTable } from './view.ts';

const check = deskCommand({
  name: 'policy check',
  about: w('检查 policy.yaml，列出全部错误', 'Check policy.yaml and list all its mistakes'),
  fields: {},
  // Which year's holidays are looked for does not hang on the hour, and the zone may be the mistake.
  runAtDesk: async (desk) => {
    const found = await checkPolicy(desk.home.policyFile, dayOf(desk.recordedAt(), UTC));
    if (!found.ok) return found;
    return { ...found, warnings: [...found.warnings, ...(await desk.operatorWarnings())] };
  },
  view: checkView,
  exit: (result) => (result.ok ? EXIT.done : EXIT.unusable),
});

const show = deskCommand({
  name: 'policy show',
  about: w(
    '查看制度参数的值、默认值和依据',
    'Show the values of the policy, their defaults and rules',
  ),
  fields: {
    key: text({
      label: w('条目，如 tickets.callback', 'a key, such as tickets.callback'),
      placeholder: 'KEY',
      positional: true,
    }),
  },
  examples: ['wy policy show', 'wy policy show tickets.callback.leak'],
  runAtDesk: (desk, input) => showPolicy(readPolicySource(desk.home.policyFile), input.key),
  view: policyTable,
});

export const commands = [check, show];
