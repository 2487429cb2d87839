import { readFileSync } from 'node:fs';
import type { Ctx } from '../context.ts';
import { splitWords } from '../lib/shell-words.ts';
import type { Role } from '../policy/roles.ts';
import { ROLES } from '../policy/roles.ts';
import { addStaff } from '../registry/staff.ts';

/** Adds everybody of a batch of `staff add NAME --role ROLE --phone PHONE`. */
export function addEverybody(ctx: Ctx, file: string): void {
  const lines = readFileSync(file, 'utf8').split('\n').map(splitWords);
  for (const words of lines.filter((each) => each.length > 0)) {
    const [, , name = '', , role, , phone = null] = words;
    addStaff(ctx, { name, roles: [roleOf(role)], phone });
  }
}

function roleOf(word: string | undefined): Role {
  const role = ROLES.find((each) => each === word);
  if (!role) throw new RangeError(`no role: ${word}`);
  return role;
}
