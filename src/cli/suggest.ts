import type { Ctx } from '../context.ts';
import { EARLIER } from './field.ts';
import { DOCUMENTS } from './suggest-documents.ts';
import { earlier, entries } from './suggest-entries.ts';
import { knownUnits, PEOPLE } from './suggest-people.ts';
import type { Named, Source } from './suggester.ts';

/** By what a field names (`Field.of`); undefined where that is nothing that could be looked up. */
export async function suggesterFor(named: string | undefined, command: Named, ctx: Ctx) {
  const of = named === 'document' ? command.noun : named;
  if (of === undefined) return undefined;
  const bookOf = (noun: string) => ctx.books.find(({ key }) => key === noun);
  const own = bookOf(command.noun);
  if (own && named === 'document') return entries(own)(ctx, command);
  if (own && of.startsWith(EARLIER)) return earlier(ctx, own, of.slice(EARLIER.length));
  if (own && of === 'unit') return knownUnits(ctx);
  const meant = bookOf(of);
  return (SOURCES[of] ?? (meant && entries(meant)))?.(ctx, command);
}

const SOURCES: Readonly<Record<string, Source>> = { ...PEOPLE, ...DOCUMENTS };
