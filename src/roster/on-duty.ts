import type { Ctx } from '../context.ts';
import type { Staff } from '../registry/model.ts';

/** Who is on duty at this moment by the roster (rule 150); nobody where none is planned. */
export function onDuty(_ctx: Ctx): Staff[] {
  return [];
}
