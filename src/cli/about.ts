import { type Words, w } from '../lib/words.ts';
import { commandsOf } from './catalogue.ts';

/** What lies behind an action of the journal, in few words: of `ticket.open` what `wy ticket open` does. */
export async function aboutAction(action: string): Promise<Words | undefined> {
  const [noun = ''] = action.split('.');
  const commands = (await commandsOf(noun)) ?? [];
  const about = commands.find(({ name }) => name === action.replace('.', ' '))?.about;
  return about && w(withoutRemark(about.zh), withoutRemark(about.en));
}

/** 改期（之后须告知住户） is 改期. */
const withoutRemark = (text: string): string => text.replace(/\s*[（(;；].*$/, '');
