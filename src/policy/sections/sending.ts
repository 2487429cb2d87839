import * as z from 'zod/mini';
import { jsonTemplateFault, type TemplateFault } from '../../lib/json-template.ts';
import { isOwnHost, isSafeWeb } from '../../lib/web-address.ts';
import { list, same, type Words, w } from '../../lib/words.ts';
import { choice, durationOf, issue, leaf, notAllowed, someText, whole } from '../values.ts';

/** What the template of a body may speak of. */
const BODY_NAMES = ['title', 'text', 'message', 'site'] as const;

/** A group robot of WeCom takes this. */
const WECOM = '{"msgtype":"markdown","markdown":{"content":"{{title}}\\n{{text}}"}}';

/** The name of a variable of the system, never what it holds. */
const variable = leaf((value): string => {
  if (/^[A-Z][A-Z0-9_]{0,63}$/.test(value)) return value;
  throw notAllowed(
    w(
      '应是环境变量的名称（大写字母、数字、下划线），密码本身不能写进文件。',
      'This is the name of an environment variable (capitals, digits, underscores); the password itself never stands in the file.',
    ),
  );
});

const url = leaf((value): string => {
  const tried = value.replace(/\$\{[A-Z][A-Z0-9_]*\}/g, 'x');
  if (tried === 'x') return value;
  if (!tried.includes('${') && URL.canParse(tried) && isSafeWeb(new URL(tried))) return value;
  throw notAllowed(
    w(
      `应是 https 网址（本机和内网可用 http）；密钥可写成 \${环境变量名}。`,
      `This is an https address (http on this machine and in its own network); a key may be written \${VARIABLE}.`,
    ),
  );
});

const body = leaf((value): string => {
  const fault = jsonTemplateFault(value, { names: BODY_NAMES, oneOf: ['title', 'text'] });
  if (fault === undefined) return value;
  throw notAllowed(faultWords(fault));
});

function faultWords(fault: TemplateFault): Words {
  const names = list(BODY_NAMES.map((name) => same(`{{${name}}}`)));
  switch (fault.is) {
    case 'syntax':
      return w('模板的 {{ }} 没有写完整。', 'The {{ }} of this template are not complete.');
    case 'mark':
      return w(
        `模板里不能用 {{${fault.mark} …}}，只能用 ${names.zh}。`,
        `A template takes no {{${fault.mark} …}}, only ${names.en}.`,
      );
    case 'name':
      return w(
        `模板里没有 {{${fault.name}}}，可用的是 ${names.zh}。`,
        `There is no {{${fault.name}}}; a template may use ${names.en}.`,
      );
    case 'json':
      return w(
        '填好以后不是 JSON；变量要写在引号里，如 {"text":"{{text}}"}。',
        'Filled in, this is no JSON; names stand inside quotes, such as {"text":"{{text}}"}.',
      );
    case 'silent':
      return w(
        '模板里至少要写 {{title}} 或 {{text}}。',
        'This template says neither {{title}} nor {{text}}.',
      );
  }
}

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+$/;

const address = leaf((value): string => {
  if (ADDRESS.test(value)) return value;
  throw notAllowed(w('应是邮箱地址。', 'This is an e-mail address.'));
});

const written = z.strictObject({
  kind: choice(['webhook', 'mail']),
  url: z.optional(url),
  body: z.optional(body),
  host: z.optional(someText()),
  port: z.optional(whole(1, 65_535)),
  secure: z.optional(choice(['tls', 'starttls', 'none'])),
  user: z.optional(someText()),
  password: z.optional(variable),
  from: z.optional(address),
  to: z.optional(z.array(address)),
  timeout: z.optional(whole(1, 120)),
  tries: z.optional(whole(1, 20)),
});

type Written = z.output<typeof written>;

/** What belongs to the other kind, and what its own cannot do without. */
const KEYS = {
  webhook: { own: ['url', 'body'], needed: ['url'] },
  mail: {
    own: ['host', 'port', 'secure', 'user', 'password', 'from', 'to'],
    needed: ['host', 'from', 'to'],
  },
} as const satisfies Record<Written['kind'], Record<'own' | 'needed', readonly (keyof Written)[]>>;

/** A group that a robot speaks in. */
export interface WebhookChannel {
  kind: 'webhook';
  /** May hold `${VARIABLE}`. */
  url: string;
  /** A template of JSON. */
  body: string;
  timeoutSeconds: number;
  tries: number;
}

/** A mailbox, by SMTP. */
export interface MailChannel {
  kind: 'mail';
  host: string;
  port: number;
  secure: 'tls' | 'starttls' | 'none';
  user: string | null;
  /** The variable in which the password stands. */
  passwordIn: string | null;
  from: string;
  to: readonly string[];
  timeoutSeconds: number;
  tries: number;
}

export type Channel = WebhookChannel | MailChannel;

const PORTS = { tls: 465, starttls: 587, none: 25 } as const;
const USUAL_TIMEOUT = 20;
const USUAL_TRIES = 5;

const channels = z.pipe(
  z.record(z.string(), written).check(sensible),
  z.transform(
    (all: Record<string, Written>): Record<string, Channel> =>
      Object.fromEntries(Object.entries(all).map(([key, it]) => [key, filled(it)])),
  ),
);

/** Only what `sensible` let through. */
function filled(it: Written): Channel {
  const trying = { timeoutSeconds: it.timeout ?? USUAL_TIMEOUT, tries: it.tries ?? USUAL_TRIES };
  if (it.kind === 'webhook')
    return { kind: 'webhook', url: it.url ?? '', body: it.body ?? WECOM, ...trying };
  const secure = it.secure ?? 'tls';
  return {
    ...{ kind: 'mail', host: it.host ?? '', port: it.port ?? PORTS[secure], secure },
    ...{ user: it.user ?? null, passwordIn: it.password ?? null },
    ...{ from: it.from ?? '', to: it.to ?? [] },
    ...trying,
  };
}

function sensible({ value, issues }: z.core.ParsePayload<Record<string, Written>>) {
  for (const [key, it] of Object.entries(value)) {
    if (!/^[\p{L}\p{N}_-]{1,40}$/u.test(key)) issues.push(issue(value, [key], CHANNEL_NAME));
    for (const { at, words } of [...misplaced(it), ...unsafe(it)])
      issues.push(issue(value, [key, ...at], words));
  }
}

interface Fault {
  at: string[];
  words: Words;
}

/** What it lacks, and what only the other kind has. */
function misplaced(it: Written): Fault[] {
  const { own, needed } = KEYS[it.kind];
  const others = KEYS[it.kind === 'mail' ? 'webhook' : 'mail'].own;
  const isEmpty = (key: 'url' | 'host' | 'from' | 'to') => !it[key]?.length;
  return [
    ...needed.filter(isEmpty).map((key) => ({ at: [], words: lacks(key) })),
    ...others
      .filter((key) => it[key] !== undefined)
      .map((key) => ({ at: [key], words: ofOther(own) })),
  ];
}

function unsafe({ user, password, secure, host = '' }: Written): Fault[] {
  if ((user === undefined) !== (password === undefined)) return [{ at: [], words: PAIR }];
  const isOpen = secure === 'none' && user !== undefined && !isOwnHost(host);
  return isOpen ? [{ at: ['secure'], words: IN_THE_OPEN }] : [];
}

const CHANNEL_NAME = w(
  '名称只能用文字、数字、- 和 _。',
  'A name is letters, digits, hyphens and underscores.',
);
const lacks = (key: string) => w(`少了 ${key}。`, `${key} is missing.`);
const ofOther = (own: readonly string[]) =>
  w(
    `这一种没有这一项，可写 ${own.join('、')}。`,
    `This kind has no such key; it takes ${own.join(', ')}.`,
  );
const PAIR = w(
  'user 和 password（环境变量名）要一起写。',
  'user and password (the name of a variable) stand together.',
);
const IN_THE_OPEN = w(
  '密码不能不加密地发出去：请写 tls 或 starttls。',
  'A password is never sent in the open: write tls or starttls.',
);

/** The messages there are. */
const MESSAGES = ['today', 'daily'] as const;

export type MessageKind = (typeof MESSAGES)[number];

/** What goes out to a group or a mailbox, and where to (rule 162). */
export const sending = z
  .strictObject({
    channels,
    messages: z.strictObject({ today: z.array(someText()), daily: z.array(someText()) }),
    retry: durationOf(['m', 'h']),
  })
  .check(({ value, issues }) => {
    for (const message of MESSAGES) {
      value.messages[message].forEach((name, index) => {
        if (Object.hasOwn(value.channels, name)) return;
        const path = ['messages', message, index];
        issues.push(issue(name, path, w('channels 里没有它。', 'It is not among channels.')));
      });
    }
  });

/** What `wy run-day` does by itself. */
export const nightly = z.strictObject({
  bill: choice(['yes', 'no']),
  penalty: choice(['yes', 'no']),
});
