import type { AddressInfo, Server } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { listOutbox } from '../../src/outbox/handling.ts';
import { sendMessage } from '../../src/outbox/sending.ts';
import { closedPort, ctxSendingTo, DAILY, type Mailbox, mailboxWith } from './support.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

async function mailbox(options: Parameters<typeof mailboxWith>[0] = {}): Promise<Mailbox> {
  const made = await mailboxWith(options);
  open.push(made);
  return made;
}

const to = (port: number, more = 'secure: none') =>
  `{kind: mail, host: 127.0.0.1, port: ${port}, ${more}, from: desk@example.com, to: [a@example.com, b@example.com], timeout: 2}`;

async function stateAfterSending(channel: string, env: Record<string, string> = {}) {
  const ctx = await ctxSendingTo(channel, { env });
  await sendMessage(ctx, DAILY);
  const [row] = listOutbox(ctx, {});
  return row && [row.state, row.fault];
}

/** The text of a mail whose parts are in Base64 or quoted-printable. */
function decoded(raw: string): { subject: string; text: string } {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const subject = [...head.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)]
    .map(([, kind, words = '']) =>
      kind === 'B' ? fromBase64(words) : fromQuoted(words.replaceAll('_', ' ')),
    )
    .join('');
  const text = body.join('\r\n\r\n');
  const isBase64 = /^content-transfer-encoding: base64/im.test(head);
  return { subject, text: isBase64 ? fromBase64(text) : fromQuoted(text) };
}
const fromBase64 = (text: string) => Buffer.from(text, 'base64').toString('utf8');
const fromQuoted = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** A server that says some lines, one for each it hears, and then nothing. */
async function scripted(...lines: string[]): Promise<number> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => {});
    const rest = [...lines];
    const next = () => {
      const line = rest.shift();
      if (line === 'HANG UP') socket.destroy();
      else if (line !== undefined) socket.write(`${line}\r\n`);
    };
    next();
    socket.on('data', next);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  open.push({ close: () => new Promise((resolve) => server.close(resolve)) });
  return (server.address() as AddressInfo).port;
}

const GREETED = ['220 mail', '250 mail', '250 ok', '250 ok', '250 ok'];

describe('a mailbox', () => {
  it('gets subject and text in Chinese, at every address', async () => {
    const box = await mailbox();
    expect(await stateAfterSending(to(box.port))).toEqual(['sent', null]);
    const [mail, ...others] = box.mails;
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      from: 'desk@example.com',
      to: ['a@example.com', 'b@example.com'],
    });
    expect(decoded(mail?.raw ?? '').subject).toContain(DAILY.title);
    expect(
      decoded(mail?.raw ?? '')
        .text.replaceAll('\r\n', '\n')
        .trim(),
    ).toBe(DAILY.text);
  });

  it('is opened with the password of the environment', async () => {
    const heard: unknown[] = [];
    const box = await mailbox({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, done) => {
        heard.push([username, password]);
        done(null, { user: 1 });
      },
    });
    const channel = to(box.port, 'secure: none, user: desk, password: SMTP_PASSWORD');
    expect(await stateAfterSending(channel, { SMTP_PASSWORD: '密 码' })).toEqual(['sent', null]);
    expect(heard).toEqual([['desk', '密 码']]);
    expect(await stateAfterSending(channel)).toEqual(['waiting', 'missing_env']);
  });

  it('with a wrong password takes nothing', async () => {
    const box = await mailbox({
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('no')),
    });
    const channel = to(box.port, 'secure: none, user: desk, password: SMTP_PASSWORD');
    expect(await stateAfterSending(channel, { SMTP_PASSWORD: 'x' })).toEqual(['waiting', 'auth']);
    expect(box.mails).toEqual([]);
  });

  it('is let go where the server answers no goodbye', async () => {
    const port = await scripted(...GREETED, '354 go', '250 queued');
    expect(await stateAfterSending(to(port))).toEqual(['sent', null]);
    const gone = Promise.resolve(open.pop()?.close()).then(() => 'gone');
    expect(await Promise.race([gone, setTimeout(3_000, 'still there')])).toBe('gone');
  });

  it('of which one address is not taken is told', async () => {
    const box = await mailbox({
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('b') ? new Error('unknown') : null),
    });
    expect(await stateAfterSending(to(box.port))).toEqual(['sent', 'some_rejected']);
    expect(box.mails[0]?.to).toEqual(['a@example.com']);
  });

  it.each([
    ['nobody listens', async () => to(await closedPort()), 'connection_refused'],
    ['the host is unknown', async () => to(1).replace('127.0.0.1', 'mail.invalid'), 'unknown_host'],
    [
      'TLS is wanted and there is none',
      async () => to((await mailbox()).port, 'secure: tls'),
      'tls',
    ],
    [
      'STARTTLS is wanted and there is none',
      async () => to((await mailbox()).port, 'secure: starttls'),
      'tls',
    ],
    [
      'the certificate is nobody’s',
      async () => to((await mailbox({ hideSTARTTLS: false })).port, 'secure: starttls'),
      'tls',
    ],
    ['nobody greets', async () => to(await scripted()), 'timeout'],
    [
      'the sender is refused',
      async () => to(await scripted('220 a', '250 a', '550 no')),
      'smtp_550',
    ],
    [
      'the text is refused',
      async () => to(await scripted(...GREETED, '354 go', '554 spam')),
      'smtp_554',
    ],
  ])('has certainly not got it where %s', async (_, channel, fault) => {
    expect(await stateAfterSending(await channel())).toEqual(['waiting', fault]);
  });

  it.each([
    ['says no more', [...GREETED, '354 go'], 'timeout'],
    ['hangs up', [...GREETED, '354 go', 'HANG UP'], 'broken_off'],
  ])('may have got it where the server %s after the text', async (_, lines, fault) => {
    expect(await stateAfterSending(to(await scripted(...lines)))).toEqual(['unsure', fault]);
  });
});
