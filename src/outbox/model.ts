import type { Moment } from '../lib/moment.ts';
import { type Words, w } from '../lib/words.ts';

/**
 * `sending`: claimed by one process, which has not noted yet what came of it. `unsure`: it may have
 * arrived; it is told and never sent again by itself.
 */
export const SENDING_STATES = {
  waiting: w('待发', 'waiting'),
  sending: w('正在发', 'being sent'),
  sent: w('已发', 'sent'),
  failed: w('没发成', 'failed'),
  unsure: w('不确定', 'unsure'),
  dropped: w('不发了', 'dropped'),
} as const satisfies Record<string, Words>;

export type SendingState = keyof typeof SENDING_STATES;

/** One message for one place. */
export interface Sendable {
  id: number;
  /** What it is: `daily:2026-11-22`. */
  message: string;
  channel: string;
  title: string;
  body: string;
  state: SendingState;
  queuedAt: Moment;
  tries: number;
  triedAt: Moment | null;
  sentAt: Moment | null;
  /** Why the last try failed: a code, never what the other side wrote. */
  fault: string | null;
}

/** As it is listed: with when it is tried next, where it waits. */
export interface Listed extends Sendable {
  nextAt: Moment | null;
}

/**
 * What came of one try. `refused`: it certainly did not arrive; `unsure`: it left and was not answered,
 * or not readably.
 */
export type Outcome =
  | { is: 'sent'; fault: string | null }
  | { is: 'refused' | 'unsure'; fault: string };

/** What goes out: no names, phones, or texts that people typed. */
export interface Message {
  /** By which it is known for ever: `daily:2026-11-22`, of which nothing goes twice to one place. */
  message: string;
  title: string;
  text: string;
}

/** Why something did not go, by the beginning of its code. */
export const FAULTS: Readonly<Record<string, Words>> = {
  no_channel: w('政策里已没有这个去处', 'the policy no longer has this place'),
  missing_env: w('没有设置它要的环境变量', 'the environment variable it needs is not set'),
  bad_url: w('网址不能用', 'the address is not usable'),
  connection_refused: w('对方没有开门（连接被拒）', 'the connection was refused'),
  unknown_host: w('找不到对方主机', 'the host is not known'),
  unreachable: w('连不上', 'it cannot be reached'),
  tls: w('加密连接没有建成（证书或 TLS）', 'no secure connection (certificate or TLS)'),
  auth: w('用户名或密码不对', 'the user or password was refused'),
  timeout: w('超时，没有回音', 'no answer in time'),
  broken_off: w('发出后连接断了', 'the connection broke after it was sent'),
  bad_answer: w('回答看不懂', 'the answer is not readable'),
  http: w('对方不收', 'it was not taken'),
  errcode: w('机器人不收', 'the robot did not take it'),
  smtp: w('邮件服务器不收', 'the mail server did not take it'),
  some_rejected: w('部分收件人没有收', 'some recipients were not taken'),
  crashed: w('发送时程序中断，可能已发出', 'wy stopped while sending; it may have arrived'),
};
