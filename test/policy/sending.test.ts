import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../src/policy/compile.ts';
import { showPolicy } from '../../src/policy/service.ts';

const ROBOT = 'kind: webhook, url: "https://robot.example/send?key=k"';
const MAIL = 'kind: mail, host: smtp.example.com, from: a@example.com, to: [b@example.com]';

const sending = (channel: string, messages = '{daily: [office]}') =>
  `sending:\n  channels:\n    office: {${channel}}\n  messages: ${messages}\n`;

async function mistakesIn(text: string) {
  const compiled = await compilePolicy(text);
  return 'mistakes' in compiled ? compiled.mistakes : [];
}

describe('where to send', () => {
  it('is nowhere unless said', async () => {
    const compiled = await compilePolicy('');
    expect('policy' in compiled && compiled.policy.sending).toMatchObject({
      channels: {},
      messages: { today: [], daily: [] },
    });
  });

  it.each([
    ['a robot', ROBOT, { timeoutSeconds: 20, tries: 5 }],
    ['whose whole address is a secret', `kind: webhook, url: "\${WECOM_URL}"`, {}],
    ['in the office’s own network', 'kind: webhook, url: "http://192.168.1.9:8080/x"', {}],
    ['a mailbox', MAIL, { port: 465, secure: 'tls', user: null }],
    ['a mailbox by STARTTLS', `${MAIL}, secure: starttls`, { port: 587 }],
    [
      'a mailbox with a password',
      `${MAIL}, user: a@example.com, password: SMTP_PASSWORD`,
      { passwordIn: 'SMTP_PASSWORD' },
    ],
  ])('may be %s', async (_, channel, expected) => {
    const compiled = await compilePolicy(sending(channel));
    const { channels } = 'policy' in compiled ? compiled.policy.sending : { channels: {} };
    expect(Object.values(channels)).toEqual([expect.objectContaining(expected)]);
  });

  it.each([
    ['a robot without an address', 'kind: webhook', 'office'],
    ['an address without encryption', 'kind: webhook, url: "http://robot.example/k"', 'office.url'],
    ['no address', 'kind: webhook, url: robot', 'office.url'],
    ['a variable in small letters', `kind: webhook, url: "https://a.b/\${key}"`, 'office.url'],
    ['a template that is not closed', `${ROBOT}, body: '{"a":"{{text"}'`, 'office.body'],
    ['a template that makes no JSON', `${ROBOT}, body: '{"a":{{text}}}'`, 'office.body'],
    ['a template of an unknown name', `${ROBOT}, body: '{"a":"{{txt}}"}'`, 'office.body'],
    ['a template that does not escape', `${ROBOT}, body: '{"a":"{{{text}}}"}'`, 'office.body'],
    ['a template with a section', `${ROBOT}, body: '{"a":"{{#text}}x{{/text}}"}'`, 'office.body'],
    ['a template that says nothing', `${ROBOT}, body: '{"a":"{{site}}"}'`, 'office.body'],
    ['a robot with a mail server', `${ROBOT}, host: a`, 'office.host'],
    ['a mailbox without addresses', 'kind: mail, host: a, from: a@b.c, to: []', 'office'],
    ['an address that is none', MAIL.replace('b@', 'b '), 'office.to.0'],
    ['a password in the file', `${MAIL}, user: a, password: geheim!`, 'office.password'],
    ['a user without a password', `${MAIL}, user: a`, 'office'],
    ['a password in the open', `${MAIL}, secure: none, user: a, password: P`, 'office.secure'],
    ['no time to answer', `${ROBOT}, timeout: 0`, 'office.timeout'],
    ['no try', `${ROBOT}, tries: 0`, 'office.tries'],
  ])('is refused: %s', async (_, channel, path) => {
    const mistakes = await mistakesIn(sending(channel));
    expect(mistakes.map((each) => each.path)).toEqual([`sending.channels.${path}`]);
  });

  it('may be as docs/cron.md shows', async () => {
    const page = readFileSync(new URL('../../docs/cron.md', import.meta.url), 'utf8');
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    expect(yaml).toContain('sending:');
    expect(await mistakesIn(yaml)).toEqual([]);
  });

  it('is refused where a message goes to what is not there, and where a name is no name', async () => {
    const nowhere = await mistakesIn(sending(ROBOT, '{today: [office, boss]}'));
    expect(nowhere.map((each) => each.path)).toEqual(['sending.messages.today.1']);
    const unnamed = await mistakesIn(`sending: {channels: {"a b": {${ROBOT}}}}`);
    expect(unnamed.map((each) => each.path)).toEqual(['sending.channels.a b']);
  });

  it('never shows the key of a robot, nor says it in a mistake', async () => {
    const [line] = showPolicy(sending(ROBOT), 'sending.channels.office');
    expect(line?.value).toBe('kind: webhook, url: https://robot.example/…');
    const mistakes = await mistakesIn(sending('kind: webhook, url: "http://x.example/k?key=hush"'));
    expect(JSON.stringify(mistakes)).not.toContain('hush');
  });
});
