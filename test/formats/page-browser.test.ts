import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/documents/html.ts';
import { reportPage } from '../../src/formats/page-view.ts';
import { temporaryPath } from '../support/session.ts';
import { asIn, sample } from './sample.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'],
  ...['--disable-background-networking', '--no-pdf-header-footer'],
];

async function inBrowser(...flags: string[]): Promise<string> {
  const profile = `--user-data-dir=${temporaryPath('profile')}`;
  const { stdout } = await promisify(execFile)(CHROMIUM ?? '', [...FLAGS, profile, ...flags], {
    maxBuffer: 50_000_000,
    timeout: 50_000,
  });
  return stdout;
}

/** The page in a frame so many points wide, and how wide what stands in it is. */
const framed = (page: string, width: number) =>
  `<body><iframe style="width:${width}px;height:4000px;border:0" srcdoc="${escapeHtml(
    page.replace(/<meta http-equiv[^>]*>/, ''),
  )}" onload="const at = this.contentDocument; document.title = [at.documentElement.scrollWidth,
  at.querySelectorAll('svg').length, at.querySelectorAll('table').length].join(' ')"></iframe>`;

describe.skipIf(CHROMIUM === undefined)('a page in a browser', () => {
  let page = '';
  let file = '';
  beforeAll(async () => {
    page = (await reportPage(sample, asIn('zh'))).join('');
    file = temporaryPath('report.html');
    writeFileSync(file, page);
  });

  it.each([320, 360, 768, 1200])('never scrolls sideways at %i', async (width) => {
    const frame = temporaryPath('frame.html');
    writeFileSync(frame, framed(page, width));
    const [, title] =
      /<title>([^<]*)<\/title>/.exec(await inBrowser('--dump-dom', `file://${frame}`)) ?? [];
    expect(title).toBe(`${width} 3 5`);
  });

  it('prints on A4, each sheet with its number', async () => {
    const pdf = temporaryPath('report.pdf');
    await inBrowser(`--print-to-pdf=${pdf}`, `file://${file}`);
    const text = readFileSync(pdf, 'latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/);
  });
});
