import packageJson from '../package.json' with { type: 'json' };
import { ASKED } from './cli/completion-asked.ts';
import { failureJson, failureOf, failureText, langOf, printWarnings } from './cli/failure.ts';
import { peek } from './cli/program.ts';
import { execute, type Outcome } from './cli/run.ts';
import { Desk } from './desk.ts';
import { type Host, systemHost } from './host.ts';
import { EXIT } from './lib/exit.ts';

/** Carries out one command line and prints what came of it; the exit code is the answer. */
export async function run(argv: readonly string[], host: Host = systemHost()): Promise<number> {
  const desk = new Desk(host, packageJson.version, peek(argv));
  if (argv[0] === ASKED) {
    const { answerShell } = await import('./cli/completion-answer.ts');
    return answerShell(argv.slice(1), desk);
  }
  try {
    return await print(await execute(argv, desk), host);
  } catch (error) {
    return await report(error, desk);
  } finally {
    desk.closeLedger();
  }
}

async function print(outcome: Outcome, host: Host): Promise<number> {
  if (outcome.kind === 'text') {
    host.out(outcome.text);
    return EXIT.done;
  }
  if (outcome.kind === 'bare') {
    if (outcome.desk.mayAsk) {
      const { menu } = await import('./cli/menu.ts');
      return menu(outcome.desk);
    }
    host.out(outcome.help);
    return EXIT.done;
  }
  if (outcome.desk.globals.json) {
    const json = outcome.json();
    if (json !== undefined) host.out(`${JSON.stringify(json)}\n`);
  } else {
    printText(await outcome.text(), host);
  }
  await printWarnings(outcome.desk);
  return outcome.exitCode;
}

function printText(text: string, host: Host): void {
  if (text !== '') host.out(text.endsWith('\n') ? text : `${text}\n`);
}

async function report(error: unknown, desk: Desk): Promise<number> {
  const failure = await failureOf(error);
  const lang = await langOf(desk);
  const { host, globals } = desk;
  if (globals.json) host.err(`${JSON.stringify({ error: failureJson(failure, lang) })}\n`);
  else host.err(failureText(failure, lang));
  return failure.exitCode;
}
