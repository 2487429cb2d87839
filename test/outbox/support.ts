import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { addMinutes } from '../../src/lib/moment.ts';
import { at, type CtxOptions, makeCtx, policyOf, type TestCtx } from '../support/ledger.ts';

/** What a robot was sent. */
interface Received {
  url: string;
  type: string;
  body: string;
}

type Answer = (response: http.ServerResponse, count: number) => void;

export interface Robot {
  url: string;
  received: Received[];
  close(): Promise<void>;
}

/** A real server that answers each request as it is told; the count begins at 1. */
export async function robotThat(answer: Answer): Promise<Robot> {
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      received.push({ url: request.url ?? '', type: request.headers['content-type'] ?? '', body });
      answer(response, received.length);
    });
  });
  const port = await listening(server);
  return {
    url: `http://127.0.0.1:${port}/send`,
    received,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const listening = (server: http.Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

export const says =
  (status: number, body = ''): Answer =>
  (response) => {
    response.statusCode = status;
    response.end(body);
  };

export const OK = says(200, '{"errcode":0,"errmsg":"ok"}');

/** A port where nobody listens. */
export async function closedPort(): Promise<number> {
  const server = http.createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface Mailbox {
  port: number;
  mails: { from: string; to: string[]; raw: string }[];
  close(): Promise<void>;
}

/** A real mail server; what it is told by the options comes first. */
export async function mailboxWith(options: SMTPServerOptions): Promise<Mailbox> {
  const mails: Mailbox['mails'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    hideSTARTTLS: true,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return { port, mails, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A ledger whose policy sends its messages to one place, `office`, as said in YAML. */
export async function ctxSendingTo(
  channel: string,
  { env = {}, ...options }: CtxOptions & { env?: Record<string, string> } = {},
): Promise<TestCtx> {
  const policy = await policyOf(`site: {name: 蓝天新苑}
sending:
  channels:
    office: ${channel}
  messages: {today: [office], daily: [office]}
`);
  const ctx = await makeCtx({ policy, ...options });
  return { ...ctx, outside: { ...ctx.outside, env: (name) => env[name] } };
}

/** The same desk so many minutes later. */
export const later = (ctx: TestCtx, minutes: number): TestCtx =>
  at(ctx, addMinutes(ctx.now, minutes));

export const DAILY = {
  message: 'daily:2026-11-22',
  title: '蓝天新苑 2026-11-22 客服日报',
  text: '维修："新报" 3\n投诉：1',
};
