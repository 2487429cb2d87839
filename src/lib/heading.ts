const AREA_UNIT = /㎡|m²|平方米|平米/gi;

/** Headers compare without remarks in brackets, marks, spaces, punctuation and case. */
export function headingKey(title: string): string {
  const plain = title.replace(AREA_UNIT, '').normalize('NFKC').toLowerCase();
  const bare = plain.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '');
  return lettersOf(bare) || lettersOf(plain);
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
