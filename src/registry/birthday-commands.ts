import { command } from '../cli/command.ts';
import { duration, whole } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { birthdayTable } from './birthday-view.ts';
import { listBirthdays } from './birthdays.ts';
import { recordGreeting } from './greetings.ts';
import { residentCard, residentName } from './view.ts';

const birthdays = command({
  name: 'visit birthdays',
  about: w(
    '近期过生日的住户（只列同意祝贺的）',
    'Birthdays to come, of those who agreed to be greeted',
  ),
  fields: {
    within: duration({
      label: w('多久以内；默认按制度', 'how far ahead; by the policy by default'),
    }),
  },
  reveals: (found) => found.map(({ id }) => `resident ${id}`),
  examples: ['wy visit birthdays', 'wy visit birthdays --within 1mo --reveal'],
  run: (ctx, input) => listBirthdays(ctx, input.within),
  view: birthdayTable,
});

const greet = command({
  name: 'visit greet',
  about: w('生日贺卡已寄出', 'The birthday card was sent'),
  fields: {
    id: whole({
      label: w('住户编号', 'id of the resident'),
      required: true,
      positional: true,
      placeholder: 'ID',
      of: 'resident',
      min: 1,
      max: 999_999_999,
    }),
  },
  reveals: (resident) => [residentName(resident)],
  examples: ['wy visit greet 12'],
  run: (ctx, input) => recordGreeting(ctx, input.id),
  view: residentCard,
});

export const commands = [birthdays, greet];
