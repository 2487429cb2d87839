import { desk } from './001-desk.ts';

export interface Migration {
  name: string;
  sql: string;
}

/** In order; an entry that has been released is never changed, only followed by another. */
export const migrations: readonly Migration[] = [desk];
