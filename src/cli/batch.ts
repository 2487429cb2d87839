import { readFile } from 'node:fs/promises';
import type { Desk } from '../desk.ts';
import { decodeText } from '../lib/decode.ts';
import { misused, refused } from '../lib/errors.ts';
import { EXIT } from '../lib/exit.ts';
import { splitWords } from '../lib/shell-words.ts';
import { type Lang, w } from '../lib/words.ts';
import { lookAt } from './argv.ts';
import { deskCommand } from './command.ts';
import { type Failure, failureJson, failureOf, langOf, printWarnings } from './failure.ts';
import { file, flag } from './field.ts';
import { carryOut, type Order, understand } from './run.ts';
import type { Json } from './shape.ts';
import { streamed } from './view.ts';

interface Line {
  number: number;
  text: string;
}

/** What came of one line; `overdue` (4) is a result, no failure. */
interface Answer {
  line: number;
  exitCode: number;
  /** What is said of it: a result, an error, or a result that is a failure, such as of an import. */
  said: { result: Json } | { error: ReturnType<typeof failureJson> };
}

const failed = ({ exitCode }: Answer) => exitCode !== EXIT.done && exitCode !== EXIT.overdue;

const batch = deskCommand({
  name: 'batch',
  about: w('一次执行一个文件里的多条命令', 'Carry out a file of commands in one run'),
  fields: {
    file: file({
      label: w(
        '命令文件，每行一条；- 为标准输入',
        'file of commands, one a line; - for standard input',
      ),
      required: true,
      positional: true,
    }),
    atomic: flag({ label: w('全部成功才写入，否则一条也不写', 'all of the lines or none') }),
    keepGoing: flag({ label: w('出错后继续执行后面的', 'go on after a line that failed') }),
  },
  examples: ['wy batch 今天.txt', 'wy batch --atomic 入住.txt', 'wy batch -'],
  runAtDesk: async (desk, input) => {
    if (input.atomic && input.keepGoing) throw contradiction();
    const lines = linesOf(await readCommands(desk, input.file));
    const desks = desk.with({ input: false, json: true });
    return input.atomic ? together(lines, desks) : oneByOne(lines, desks, input.keepGoing);
  },
  inBatch: 'never',
  view: streamed,
  exit: (exitCode) => exitCode,
});

export const commands = [batch];

const contradiction = () =>
  misused(
    'atomic_keep_going',
    w(
      '--atomic 和 --keep-going 不能同时用：前者一条出错就全部不写。',
      '--atomic and --keep-going contradict each other: with the first, one failure undoes all.',
    ),
  );

async function readCommands(desk: Desk, path: string): Promise<string> {
  const bytes = path === '-' ? await desk.host.readInput() : await readFile(path).catch(unreadable);
  return decodeText(bytes).text;
}

function unreadable(): never {
  throw misused(
    'file_unreadable',
    w('命令文件打不开。', 'The file of commands cannot be read.'),
    w('请检查文件名和权限。', 'Check its name and its permissions.'),
  );
}

const linesOf = (text: string): Line[] =>
  text.split(/\r\n?|\n/).map((each, index) => ({ number: index + 1, text: each }));

/** Every line a transaction of its own, answered as soon as it is done. */
async function oneByOne(lines: readonly Line[], desk: Desk, keepGoing: boolean): Promise<number> {
  const answers: Answer[] = [];
  for (const line of lines) {
    const answer = await answerTo(line, desk, { atomic: false });
    if (!answer) continue;
    say(desk, answer);
    answers.push(answer);
    if (failed(answer) && (!keepGoing || answer.exitCode === EXIT.bug)) break;
  }
  return exitCodeOf(answers);
}

/** All lines one transaction; nothing is said to be done before it is. */
async function together(lines: readonly Line[], desk: Desk): Promise<number> {
  const ledger = await desk.ledger();
  const answers: Answer[] = [];
  ledger.begin();
  try {
    for (const line of lines) {
      const answer = await answerTo(line, desk, { atomic: true });
      if (answer) answers.push(answer);
      if (answer && failed(answer)) break;
    }
    if (answers.some(failed)) ledger.rollback();
    else ledger.commit();
  } catch (error) {
    ledger.rollback();
    throw error;
  }
  const culprit = answers.find(failed);
  const lang = await langOf(desk);
  for (const answer of answers) {
    const isUndone = culprit !== undefined && answer !== culprit;
    say(desk, isUndone ? rolledBack(answer, culprit.line, lang) : answer);
  }
  return exitCodeOf(answers);
}

/** Undefined for a line that says nothing: blank, a comment. */
async function answerTo(
  line: Line,
  desk: Desk,
  { atomic }: { atomic: boolean },
): Promise<Answer | undefined> {
  let speaker = desk;
  try {
    const words = splitWords(line.text);
    if (words.length === 0) return undefined;
    const argv = words[0] === 'wy' ? words.slice(1) : words;
    const { globals } = lookAt(argv);
    speaker = desk.with({ lang: globals.lang ?? desk.globals.lang });
    if (globals.home !== undefined) throw otherHome();
    const order = await understand(argv, desk);
    if (order.kind !== 'order') throw noCommand();
    refuseInBatch(order, atomic);
    const done = await carryOut(order);
    await printWarnings(done.desk, w(`第 ${line.number} 行：`, `Line ${line.number}: `));
    const result = done.json() ?? null;
    return { line: line.number, exitCode: done.exitCode, said: { result } };
  } catch (error) {
    const failure = await failureOf(error);
    return answerOf(line.number, failure, await langOf(speaker));
  }
}

function refuseInBatch({ command, words }: Order, atomic: boolean): void {
  const { name } = command;
  const asked = command.inBatch;
  const inBatch = typeof asked === 'function' ? asked(words) : asked;
  if (inBatch === 'never') {
    throw refused(
      'not_in_batch',
      w(`批处理里不能用 wy ${name}。`, `wy ${name} is not for a batch.`),
      w('请单独执行它。', 'Run it by itself.'),
    );
  }
  if (inBatch === 'notAtomic' && atomic) {
    throw refused(
      'not_in_atomic',
      w(
        `--atomic 里不能这样用 wy ${name}：它会写台账以外的文件，无法一起撤销。`,
        `wy ${name} is not for a batch with --atomic: the files it writes would not be undone.`,
      ),
      w('请单独执行它，或去掉 --atomic。', 'Run it by itself, or leave --atomic out.'),
    );
  }
}

const otherHome = () =>
  refused(
    'home_in_batch',
    w('--home 不能写在批处理的行里。', 'A line of a batch takes no --home.'),
    w('请写在 wy batch 后面。', 'Give it to wy batch itself.'),
  );

const noCommand = () =>
  refused(
    'not_in_batch',
    w('这一行没有要执行的命令。', 'This line has no command to carry out.'),
    w('帮助请单独看：wy --help', 'Read the help by itself: wy --help'),
  );

function rolledBack(answer: Answer, culprit: number, lang: Lang): Answer {
  const words = w(
    `第 ${culprit} 行出错，这一行也没有写入。`,
    `Line ${culprit} failed, so this one was not written either.`,
  );
  const failure = { code: 'rolled_back', words, hint: undefined, exitCode: EXIT.refused };
  return answerOf(answer.line, failure, lang);
}

const answerOf = (line: number, failure: Failure, lang: Lang): Answer => ({
  line,
  exitCode: failure.exitCode,
  said: { error: failureJson(failure, lang) },
});

function say(desk: Desk, answer: Answer): void {
  const { line, said } = answer;
  desk.host.out(`${JSON.stringify({ line, ok: !failed(answer), ...said })}\n`);
}

/** The first failure's; without one, whether anything is overdue. */
function exitCodeOf(answers: readonly Answer[]): number {
  const telling = answers.find(failed) ?? answers.find(({ exitCode }) => exitCode !== EXIT.done);
  return telling?.exitCode ?? EXIT.done;
}
