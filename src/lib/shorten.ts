/** The beginning of a long text: so many characters, then a dash of dots. */
export const shorten = (text: string, most: number): string => {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : text;
};
