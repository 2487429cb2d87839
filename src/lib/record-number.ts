/** A number of our own form, `T261122-001`; whatever else a list called it may hold a name. */
export const isRecordNumber = (text: string): boolean => /^[A-Z]{1,3}\d{6}-\d{3,}$/.test(text);

/** A turn of something that returns: `2026-11-22`, `2026-11`, `2026`. */
export const isTurn = (text: string): boolean => /^\d{4}(?:-\d{2}){0,2}$/.test(text);
