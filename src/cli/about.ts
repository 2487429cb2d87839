import { type Words, w } from '../lib/words.ts';
import { commandsOf } from './catalogue.ts';

/** Nouns of the journal that stand behind another one in the command line: `wy visit plan add`. */
const UNDER: Readonly<Record<string, string>> = { enquiry: 'visit', plan: 'visit' };

/** What lies behind an action of the journal, in few words: of `ticket.open` what `wy ticket open` does. */
export async function aboutAction(action: string): Promise<Words | undefined> {
  const [own = '', verb = ''] = action.split('.');
  const noun = UNDER[own] ?? own;
  const name = noun === own ? `${own} ${verb}` : `${noun} ${own} ${verb}`;
  const commands = (await commandsOf(noun)) ?? [];
  const about = commands.find((each) => each.name === name)?.about;
  return about && w(withoutRemark(about.zh), withoutRemark(about.en));
}

/** 改期（之后须告知住户） is 改期. */
const withoutRemark = (text: string): string => text.replace(/\s*[（(;；].*$/, '');
