import type { Lang, Words } from '../lib/words.ts';

// A comment of default.yaml stands in both languages: lines of its own `#zh …` and `#en …` above
// a key, or `#zh … #en …` behind it.
const OWN_LINE = /^(\s*)#(zh|en) (.*)$/;
const BEHIND = /^(.*\S) +#zh (.*?) +#en (.*)$/;

/** The shipped text with the comments of one language only, written `# …`. */
export function inLanguage(text: string, lang: Lang): string {
  return text
    .split('\n')
    .flatMap((line) => lineInLanguage(line, lang))
    .join('\n');
}

/** What the comments above a line (counted from 1) or behind it say; null where there are none. */
export function commentAt(text: string, line: number): Words | null {
  const lines = text.split('\n');
  const behind = BEHIND.exec(lines[line - 1] ?? '');
  if (behind) return { zh: behind[2] ?? '', en: behind[3] ?? '' };

  const above: RegExpExecArray[] = [];
  for (let index = line - 2; index >= 0; index -= 1) {
    const found = OWN_LINE.exec(lines[index] ?? '');
    if (!found) break;
    above.unshift(found);
  }
  const of = (lang: Lang) => above.filter(([, , of]) => of === lang).map(([, , , words]) => words);
  return above.length > 0 ? { zh: of('zh').join(''), en: of('en').join(' ') } : null;
}

function lineInLanguage(line: string, lang: Lang): string[] {
  const own = OWN_LINE.exec(line);
  if (own) return own[2] === lang ? [`${own[1]}# ${own[3]}`] : [];
  const behind = BEHIND.exec(line);
  return behind ? [`${behind[1]} # ${behind[lang === 'zh' ? 2 : 3]}`] : [line];
}
