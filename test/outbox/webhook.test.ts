import { afterEach, describe, expect, it } from 'vitest';
import { drop, listOutbox, retry } from '../../src/outbox/handling.ts';
import { sendMessage, sendWaiting } from '../../src/outbox/sending.ts';
import { codeOf, violated } from '../support/checks.ts';
import type { TestCtx } from '../support/ledger.ts';
import {
  closedPort,
  ctxSendingTo,
  DAILY,
  later,
  OK,
  type Robot,
  robotThat,
  says,
} from './support.ts';

const robots: Robot[] = [];
afterEach(async () => {
  await Promise.all(robots.splice(0).map((robot) => robot.close()));
});

async function robot(...args: Parameters<typeof robotThat>): Promise<Robot> {
  const made = await robotThat(...args);
  robots.push(made);
  return made;
}

const FEISHU_NO = says(200, '{"code":19024,"msg":"Key Words Not Found"}');
const TEXT_NO = says(200, '{"errcode":"93000"}');

const to = (url: string, more = '') => `{kind: webhook, url: "${url}"${more}}`;

/** State, tries and fault of the only row. */
const stateOf = (ctx: TestCtx) => {
  const [row] = listOutbox(ctx, {});
  return row && [row.state, row.tries, row.fault];
};

describe('a group robot', () => {
  it('gets the message once, in Chinese, however often it is sent', async () => {
    const wecom = await robot(OK);
    const ctx = await ctxSendingTo(to(`${wecom.url}?key=\${WECOM_KEY}`), {
      env: { WECOM_KEY: 'a-secret' },
    });
    for (const each of [ctx, ctx, later(ctx, 60)]) await sendMessage(each, DAILY);
    await sendWaiting(later(ctx, 600));
    expect(wecom.received).toEqual([
      {
        url: '/send?key=a-secret',
        type: 'application/json; charset=utf-8',
        body: expect.any(String),
      },
    ]);
    expect(JSON.parse(wecom.received[0]?.body ?? '')).toEqual({
      msgtype: 'markdown',
      markdown: { content: `${DAILY.title}\n${DAILY.text}` },
    });
    expect(stateOf(ctx)).toEqual(['sent', 1, null]);
    expect(violated(ctx)).toEqual([]);
  });

  it('of another service gets its own body', async () => {
    const other = await robot(says(204));
    const body = `'{"msg_type":"text","content":{"text":"{{title}} {{message}}"},"from":"{{site}}"}'`;
    const ctx = await ctxSendingTo(to(other.url, `, body: ${body}`));
    await sendMessage(ctx, DAILY);
    expect(JSON.parse(other.received[0]?.body ?? '')).toEqual({
      msg_type: 'text',
      content: { text: `${DAILY.title} daily:2026-11-22` },
      from: '蓝天新苑',
    });
    expect(stateOf(ctx)).toEqual(['sent', 1, null]);
  });

  it.each([
    ['nothing', ''],
    ['a word', 'ok'],
    ['null', 'null'],
    ['the yes of Feishu', '{"StatusCode":0,"code":0,"msg":"success"}'],
    ['a yes like that of HTTP', '{"code":200,"msg":"ok"}'],
  ])('that answers %s has got it', async (_, answer) => {
    const ctx = await ctxSendingTo(to((await robot(says(200, answer))).url));
    await sendMessage(ctx, DAILY);
    expect(stateOf(ctx)).toEqual(['sent', 1, null]);
  });

  it('that fails once gets it later, not sooner than the policy says', async () => {
    const flaky = await robot((response, count) => says(count === 1 ? 500 : 200)(response, count));
    const ctx = await ctxSendingTo(to(flaky.url));
    await sendMessage(ctx, DAILY);
    expect(stateOf(ctx)).toEqual(['waiting', 1, 'http_500']);
    await sendWaiting(later(ctx, 9));
    expect(flaky.received).toHaveLength(1);
    await sendWaiting(later(ctx, 10));
    expect(stateOf(ctx)).toEqual(['sent', 2, null]);
    expect(new Set(flaky.received.map(({ body }) => body)).size).toBe(1);
  });

  it('that never takes it is given up after its tries, each after twice the time', async () => {
    const stubborn = await robot(says(200, '{"errcode":93000,"errmsg":"invalid webhook url key"}'));
    const ctx = await ctxSendingTo(to(stubborn.url, ', tries: 3'));
    await sendMessage(ctx, DAILY);
    for (const minutes of [10, 29, 30, 1000]) await sendWaiting(later(ctx, minutes));
    expect(stubborn.received).toHaveLength(3);
    expect(stateOf(ctx)).toEqual(['failed', 3, 'errcode_93000']);
    expect(violated(ctx)).toEqual([]);
  });

  it.each([
    ['is not there', async () => `http://127.0.0.1:${await closedPort()}/a`, 'connection_refused'],
    ['has no such host', async () => 'https://robot.invalid/a', 'unknown_host'],
    ['speaks no TLS', async () => (await robot(OK)).url.replace('http:', 'https:'), 'tls'],
    ['leads elsewhere', async () => (await robot(says(302))).url, 'http_302'],
    ['is asked too often', async () => (await robot(says(429, 'later'))).url, 'http_429'],
    ['says no as Feishu does', async () => (await robot(FEISHU_NO)).url, 'errcode_19024'],
    ['says its number as a text', async () => (await robot(TEXT_NO)).url, 'errcode_93000'],
    [
      'needs a variable that is not set',
      async () => `http://127.0.0.1/\${WECOM_KEY}`,
      'missing_env',
    ],
  ])('that %s has certainly not got it', async (_, url, fault) => {
    const ctx = await ctxSendingTo(to(await url()));
    await sendMessage(ctx, DAILY);
    expect(stateOf(ctx)).toEqual(['waiting', 1, fault]);
  });

  it.each([
    ['says nothing in time', () => {}, 'timeout'],
    ['hangs up', (response: { destroy(): unknown }) => void response.destroy(), 'broken_off'],
    ['answers with a page', says(200, '\n<!doctype html><title>login</title>'), 'bad_answer'],
    ['answers without an end', says(200, 'x'.repeat(100_000)), 'bad_answer'],
  ])('that %s may have got it: it is not sent again by itself', async (_, answer, fault) => {
    const silent = await robot(answer);
    const ctx = await ctxSendingTo(to(silent.url, ', timeout: 1'));
    await sendMessage(ctx, DAILY);
    await sendWaiting(later(ctx, 5000));
    expect(stateOf(ctx)).toEqual(['unsure', 1, fault]);
    expect(silent.received).toHaveLength(1);
    expect(codeOf(() => retry(ctx, 1, { isAgreed: false }))).toBe('may_arrive_twice');
    retry(ctx, 1, { isAgreed: true });
    expect(stateOf(ctx)).toEqual(['waiting', 0, null]);
    drop(ctx, 1);
    await sendMessage(ctx, DAILY);
    expect(stateOf(ctx)).toEqual(['dropped', 0, null]);
    expect(violated(ctx)).toEqual([]);
  });

  it('leaves neither address, key nor answer behind', async () => {
    const talkative = await robot(says(500, 'key a-secret of 13800000000 is wrong'));
    const ctx = await ctxSendingTo(to(`${talkative.url}?key=\${WECOM_KEY}`), {
      env: { WECOM_KEY: 'a-secret' },
    });
    await sendMessage(ctx, DAILY);
    const kept = ['outbox', 'journal'].map((table) =>
      JSON.stringify(ctx.ledger.db.prepare(`SELECT * FROM ${table}`).all()),
    );
    expect(kept.join('')).not.toMatch(/a-secret|13800000000|127\.0\.0\.1/);
  });

  it('is not asked where the policy names no place', async () => {
    const ctx = await ctxSendingTo(to('http://127.0.0.1:1/'));
    const messages = { today: [], daily: [] };
    const policy = { ...ctx.policy, sending: { ...ctx.policy.sending, messages } };
    await expect(sendMessage({ ...ctx, policy }, DAILY)).rejects.toThrow('nowhere_to_send');
    expect(listOutbox(ctx, {})).toEqual([]);
  });

  it('that the policy has no more fails for good', async () => {
    const ctx = await ctxSendingTo(to(`http://127.0.0.1:${await closedPort()}/`));
    await sendMessage(ctx, DAILY);
    const policy = { ...ctx.policy, sending: { ...ctx.policy.sending, channels: {} } };
    await sendWaiting({ ...later(ctx, 10), policy });
    expect(stateOf(ctx)).toEqual(['failed', 2, 'no_channel']);
  });
});

describe('a message that was being sent when its process ended', () => {
  it('is told as unsure once nobody can be at it, and not sent again', async () => {
    const wecom = await robot(OK);
    const ctx = await ctxSendingTo(to(wecom.url));
    await sendMessage(ctx, DAILY);
    ctx.ledger.db.exec("UPDATE outbox SET state = 'sending', sent_at = NULL");
    expect(await sendWaiting(later(ctx, 1))).toEqual([]);
    const [told] = await sendWaiting(later(ctx, 2));
    expect(told).toMatchObject({ state: 'unsure', fault: 'crashed' });
    expect(wecom.received).toHaveLength(1);
  });
});
