export type Lang = 'zh' | 'en';

/** One text for people, in both languages of the desk. */
export type Words = Readonly<Record<Lang, string>>;

export const w = (zh: string, en: string): Words => ({ zh, en });

/** A text that is the same in both languages: a number, a name, a command. */
export const same = (text: string): Words => ({ zh: text, en: text });

/** Joins texts, each language for itself; the Chinese list comma is 、. */
export function list(words: readonly Words[]): Words {
  return w(words.map((each) => each.zh).join('、'), words.map((each) => each.en).join(', '));
}

/** In English: 1 charge, 2 charges. */
export const plural = (amount: number, noun: string): string =>
  `${amount} ${noun}${amount === 1 ? '' : 's'}`;

/** With a capital letter where there is one, as a line of its own begins. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
