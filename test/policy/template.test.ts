import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../src/lib/words.ts';
import { compilePolicy } from '../../src/policy/compile.ts';
import { DEFAULT_TEXT, defaultTree } from '../../src/policy/default.ts';
import { policyText } from '../../src/policy/template.ts';
import { readTree } from '../../src/policy/tree.ts';

const nobody = { siteName: '', operators: {} };

function treeOf(text: string) {
  const read = readTree(text);
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes));
  return read.tree;
}

describe('the policy of a new home', () => {
  it.each<Lang>(['zh', 'en'])('says what the defaults say, in %s', (lang) => {
    expect(treeOf(policyText(lang, nobody))).toEqual({
      ...(defaultTree().tree as object),
      language: lang,
    });
  });

  it.each<Lang>(['zh', 'en'])('looks like this in %s', async (lang) => {
    const site = {
      siteName: lang === 'zh' ? '示范花园' : 'Sample Garden',
      operators: { root: '王芳' },
    };
    await expect(policyText(lang, site)).toMatchFileSnapshot(`golden/policy.${lang}.yaml`);
  });

  it('has comments in one language only', () => {
    const comments = (text: string) => text.split('\n').map((line) => /#.*$/.exec(line)?.[0] ?? '');
    expect(comments(policyText('en', nobody)).join('')).not.toMatch(/\p{Script=Han}/u);
    expect(
      comments(policyText('zh', nobody)).filter(
        (each) => each !== '' && !/\p{Script=Han}/u.test(each),
      ),
    ).toEqual([]);
    expect(policyText('zh', nobody) + policyText('en', nobody)).not.toMatch(/#(zh|en)\b/);
  });

  it('reads names back as they were given', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        'a: b',
        '- x',
        '# x',
        'null',
        '0531',
        '王芳',
        '"',
        "'",
        '*a',
        '&a',
        '!a',
        ' ',
        '{}',
        '---',
        'a #b',
        '\u00a0',
      ),
    );
    // The sign of a file in the wrong encoding is refused wherever it stands.
    const readable = name.filter((text) => !text.includes('\uFFFD'));
    const user = readable.filter((text) => text !== '__proto__');
    fc.assert(
      fc.property(readable, user, readable, (siteName, systemUser, staff) => {
        const tree = treeOf(policyText('zh', { siteName, operators: { [systemUser]: staff } }));
        expect(tree).toMatchObject({ site: { name: siteName } });
        expect(tree).toHaveProperty(['operators'], { [systemUser]: staff });
      }),
    );
  });

  it('is a policy without mistakes', async () => {
    const text = policyText('en', { siteName: '示范花园: 1#', operators: { root: '王芳' } });
    expect(await compilePolicy(text)).toMatchObject({
      policy: { language: 'en', site: { name: '示范花园: 1#' }, operators: { root: '王芳' } },
    });
  });
});

describe('default.yaml', () => {
  it('has each comment in both languages', () => {
    const count = (mark: RegExp) => DEFAULT_TEXT.match(mark)?.length ?? 0;
    const lines = DEFAULT_TEXT.split('\n');
    const behind = lines.filter((line) => /^[^#]*: .* #zh /.test(line));
    expect(behind.every((line) => line.includes(' #en '))).toBe(true);
    expect(count(/#(zh|en) /g)).toBe(count(/#/g));
  });
});
