import { Readable } from 'node:stream';
import type { Ctx } from '../context.ts';
import { sha256 } from '../lib/sha256.ts';
import type { MailChannel } from '../policy/sections/sending.ts';
import type { Outcome, Sendable } from './model.ts';
import { loginOf } from './secrets.ts';

type Login = { user: string; pass: string };

/**
 * Hands a message to the mail server once. Whatever fails before the server asks for its text is
 * `refused`; where the text was handed over and not answered, `unsure`.
 */
export async function mail(ctx: Ctx, channel: MailChannel, sendable: Sendable): Promise<Outcome> {
  const login = loginOf(ctx, channel);
  if ('fault' in login) return { is: 'refused', fault: login.fault };
  const handing = { hasLeft: false };
  try {
    const text = await composed(ctx, channel, sendable);
    const turnedDown = await handOver(channel, login.value, text, handing);
    return { is: 'sent', fault: turnedDown > 0 ? 'some_rejected' : null };
  } catch (error) {
    return outcomeOf(error as SmtpFault, handing.hasLeft);
  }
}

async function composed(ctx: Ctx, { from, to }: MailChannel, sendable: Sendable): Promise<Buffer> {
  const { default: Composer } = await import('nodemailer/lib/mail-composer');
  const { title, body, message, channel, queuedAt } = sendable;
  // The same message has the same id, by which a mailbox can tell it came twice.
  const id = sha256(`${message} ${channel} ${queuedAt}`).slice(0, 32);
  return new Composer({
    ...{ from: { name: ctx.policy.site.name, address: from }, to: [...to] },
    ...{ subject: title, text: body, messageId: `<${id}@${from.split('@')[1]}>` },
  })
    .compile()
    .build();
}

/** How many of its recipients the server did not take. */
async function handOver(
  { host, port, secure, from, to, timeoutSeconds }: MailChannel,
  login: Login | null,
  text: Buffer,
  handing: { hasLeft: boolean },
): Promise<number> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const connection = new Connection({
    ...{ host, port, secure: secure === 'tls' },
    ...{ requireTLS: secure === 'starttls', ignoreTLS: secure === 'none' },
  });
  // Read only when the server has taken sender and recipients.
  const body = Readable.from(
    (function* () {
      handing.hasLeft = true;
      yield text;
    })(),
  );
  let timer: NodeJS.Timeout | undefined;
  try {
    const turnedDown = await new Promise<number>((resolve, reject) => {
      timer = setTimeout(() => reject(timedOut()), timeoutSeconds * 1000);
      const send = () =>
        connection.send({ from, to: [...to], size: text.length }, body, (error, info) =>
          error ? reject(error) : resolve(info.rejected.length),
        );
      connection.once('error', reject);
      connection.connect((error) => {
        if (error) reject(error);
        else if (login === null) send();
        else connection.login(login, (refused) => (refused ? reject(refused) : send()));
      });
    });
    connection.quit();
    // Not every server answers a goodbye, and none is waited for.
    connection.close();
    return turnedDown;
  } catch (error) {
    connection.on('error', () => {});
    connection.close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

interface SmtpFault {
  code?: string | undefined;
  originalCode?: string | undefined;
  responseCode?: number | undefined;
}

const timedOut = (): Error => Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' });

const CODES: Readonly<Record<string, string>> = {
  EAUTH: 'auth',
  ENOAUTH: 'auth',
  EDNS: 'unknown_host',
  ENOTFOUND: 'unknown_host',
  ETLS: 'tls',
  EREQUIRETLS: 'tls',
  ETIMEDOUT: 'timeout',
  ECONNREFUSED: 'connection_refused',
};

/** A no of the server is a no, also after the text; of a fault only its codes are read. */
function outcomeOf(error: SmtpFault, hasLeft: boolean): Outcome {
  const { responseCode } = error;
  const code = codeOf(error);
  if (CODES[code] === 'auth') return { is: 'refused', fault: 'auth' };
  if (typeof responseCode === 'number') return { is: 'refused', fault: `smtp_${responseCode}` };
  if (hasLeft) return { is: 'unsure', fault: code === 'ETIMEDOUT' ? 'timeout' : 'broken_off' };
  const isTls = /CERT|SSL|TLS|SIGNATURE|SELF_SIGNED/.test(code);
  return { is: 'refused', fault: CODES[code] ?? (isTls ? 'tls' : 'unreachable') };
}

/** The library calls what the network says ESOCKET, and keeps the network's own code beside it. */
const codeOf = ({ code, originalCode }: SmtpFault): string => originalCode ?? code ?? '';
