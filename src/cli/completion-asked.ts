/** The first word by which a shell asks what may come next; no command of a person's. */
export const ASKED = '__complete';
