import * as z from 'zod/mini';
import { duration, whole } from '../values.ts';

/** The agenda of the desk. */
export const today = z.strictObject({ within: duration() });

/** The copies of the ledger. */
export const backup = z.strictObject({ keep: whole(1, 3650) });
