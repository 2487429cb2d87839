import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Ctx } from '../context.ts';
import type { WebhookChannel } from '../policy/sections/sending.ts';
import type { Outcome, Sendable } from './model.ts';
import { urlOf } from './secrets.ts';

/** More than any robot answers. */
const MOST_ANSWER_BYTES = 64 * 1024;

/**
 * Posts a message once. A try that never left this machine, or that was answered with a no, is
 * `refused`; one that left and was not answered is `unsure`.
 */
export async function post(
  ctx: Ctx,
  channel: WebhookChannel,
  sendable: Sendable,
): Promise<Outcome> {
  const { fillJson } = await import('../lib/json-template.ts');
  const url = urlOf(ctx, channel);
  if ('fault' in url) return { is: 'refused', fault: url.fault };
  const { title, body: text, message } = sendable;
  const site = ctx.policy.site.name;
  const body = fillJson(channel.body, { title, text, message, site });
  const left = watchLeaving();
  try {
    const answer = await fetch(url.value, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(channel.timeoutSeconds * 1000),
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      return { is: 'refused', fault: `http_${answer.status}` };
    }
    return judged(await readSome(answer));
  } catch (error) {
    return left.has() ? { is: 'unsure', fault: brokenOff(error) } : unsent(error);
  } finally {
    left.stop();
  }
}

/** Whether a request was written to the network: `fetch` tells no other way. */
function watchLeaving() {
  let hasLeft = false;
  const note = () => {
    hasLeft = true;
  };
  subscribe(HEADERS_SENT, note);
  return { has: () => hasLeft, stop: () => unsubscribe(HEADERS_SENT, note) };
}

const HEADERS_SENT = 'undici:client:sendHeaders';

/** Undefined where it is longer than any robot's. */
async function readSome(answer: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const body = answer.body as unknown as AsyncIterable<Uint8Array> | null;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_ANSWER_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * A yes of HTTP is not yet one of the robot: WeCom says `{"errcode": 93000}` with 200, Feishu
 * `{"code": 19024}`. A page is nobody's answer: a login or a proxy stands between.
 */
function judged(text: string | undefined): Outcome {
  if (text === undefined || /^\s*</.test(text)) return { is: 'unsure', fault: 'bad_answer' };
  const code = codeTold(text);
  const isFine = code === 0 || (code >= 200 && code < 300);
  return isFine ? { is: 'sent', fault: null } : { is: 'refused', fault: `errcode_${code}` };
}

/** 0 where none is told. */
function codeTold(text: string): number {
  try {
    const { errcode, code } = JSON.parse(text) as { errcode?: unknown; code?: unknown };
    const told = errcode ?? code;
    return /^-?\d{1,9}$/.test(String(told)) ? Number(told) : 0;
  } catch {
    return 0;
  }
}

const isTimeout = (error: unknown) => error instanceof Error && error.name === 'TimeoutError';

const brokenOff = (error: unknown): string => (isTimeout(error) ? 'timeout' : 'broken_off');

const UNSENT: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection_refused',
  ENOTFOUND: 'unknown_host',
  EAI_AGAIN: 'unknown_host',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
};

/** Only the code of the cause is read: its message names the address. */
function unsent(error: unknown): Outcome {
  if (isTimeout(error)) return { is: 'refused', fault: 'timeout' };
  const code = codeIn((error as { cause?: unknown }).cause);
  const isTls = /CERT|SSL|TLS|SIGNATURE|SELF_SIGNED/.test(code);
  return { is: 'refused', fault: UNSENT[code] ?? (isTls ? 'tls' : 'unreachable') };
}

/** Of several addresses of a host, the first fault. */
function codeIn(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  const { code, errors } = cause as { code?: unknown; errors?: unknown[] };
  return typeof code === 'string' ? code : codeIn(errors?.[0]);
}
