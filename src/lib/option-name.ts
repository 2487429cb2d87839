/** The option of a key: `leakTested` is typed `--leak-tested`. Without its dashes. */
export const optionName = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
