/** What two ways of typing a word have in common: width, case and spaces around it make no difference. */
export const plainWord = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
