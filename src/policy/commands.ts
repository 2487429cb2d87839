import { deskCommand } from '../cli/command.ts';
import { text } from '../cli/field.ts';
import { dayOf, momentOf } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { readPolicySource } from './load.ts';
import { checkPolicy, showPolicy } from './service.ts';
import { checkView, policyTable } from './view.ts';

/** A policy with mistakes cannot be used. */
const UNUSABLE = 3;

const UTC = { name: 'UTC', shifts: [[0, 0]] } as const;

const check = deskCommand({
  name: 'policy check',
  about: w('检查 policy.yaml，列出全部错误', 'Check policy.yaml and list all its mistakes'),
  fields: {},
  // Which year's holidays are looked for does not hang on the hour, and the zone may be the mistake.
  runAtDesk: (desk) => checkPolicy(desk.home.dir, dayOf(momentOf(desk.host.clock()), UTC)),
  view: checkView,
  exit: (result) => (result.ok ? 0 : UNUSABLE),
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
  runAtDesk: (desk, input) => showPolicy(readPolicySource(desk.home.dir), input.key),
  view: policyTable,
});

export const commands = [check, show];
