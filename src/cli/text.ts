import { type Words, w } from '../lib/words.ts';

/** The words of the command line itself. */
export const HELP = {
  about: w('物业客服前台台账', 'the ledger of a property-management front desk'),
  usage: w('用法', 'Usage'),
  options: w('选项', 'Options'),
  arguments: w('参数', 'Arguments'),
  required: w('必填', 'Required'),
  commands: w('命令', 'Commands'),
  books: w(
    '登记簿（说明见 wy book list；中文名也能找到，如 wy 钥匙）',
    'Books (wy book list tells what each is for)',
  ),
  globals: w('通用选项', 'Global options'),
  examples: w('例', 'Examples'),
  more: w('某条命令的用法：wy ticket open --help', 'More on a command: wy ticket open --help'),
  allGlobals: w('通用选项见 wy --help。', 'See wy --help for the global options.'),
  oneOf: w('只给其中一个', 'give one of them'),
  many: w('可给多项，用逗号隔开', 'several, separated by commas'),
  help: w('显示帮助', 'show help'),
  version: w('显示版本号', 'show the version'),
  home: w('台账所在目录（或 WY_HOME）', 'the folder of the ledger (or WY_HOME)'),
  by: w('操作人姓名或编号（或 WY_BY）', 'who acts, by name or id (or WY_BY)'),
  at: w(
    '事情发生的时间，如 "2026-11-22 09:30"（或 WY_AT）',
    'when it happened, such as "2026-11-22 09:30" (or WY_AT)',
  ),
  json: w('以 JSON 输出', 'answer in JSON'),
  lang: w('语言（或 WY_LANG）', 'language (or WY_LANG)'),
  noInput: w('不询问，缺少内容即报错', 'never ask; what is missing is an error'),
  noColor: w('不用颜色（或 NO_COLOR）', 'no colours (or NO_COLOR)'),
  yes: w('所有确认都回答“是”', 'answer every question of confirmation with yes'),
  reveal: w(
    '显示完整的电话、证件号（记入日志）',
    'show phones and identity numbers in full (leaves a journal line)',
  ),
} satisfies Record<string, Words>;

interface GlobalOption {
  name: string;
  /** Its letter, where it has one: `-h`. */
  letter?: string;
  /** What stands for its value; a flag has none. */
  value?: string;
  about: Words;
}

/** The options that every command takes; no field of a command may be named like one of them. */
export const GLOBALS: readonly GlobalOption[] = [
  { name: 'home', value: 'DIR', about: HELP.home },
  { name: 'by', value: 'STAFF', about: HELP.by },
  { name: 'at', value: 'MOMENT', about: HELP.at },
  { name: 'json', about: HELP.json },
  { name: 'lang', value: 'zh|en', about: HELP.lang },
  { name: 'no-input', about: HELP.noInput },
  { name: 'no-color', about: HELP.noColor },
  { name: 'yes', about: HELP.yes },
  { name: 'help', letter: 'h', about: HELP.help },
  { name: 'version', letter: 'V', about: HELP.version },
];

/** As the help writes it: `-h, --help`, `--home DIR`. */
export function globalTerm({ name, letter, value }: GlobalOption): string {
  const long = value ? `--${name} ${value}` : `--${name}`;
  return letter ? `-${letter}, ${long}` : long;
}

/** The option of commands that show personal data. */
export const REVEAL = 'reveal';

/** Where to read on: the help of a command, or of wy. */
export function seeHelp(command: string): Words {
  const line = ['wy', command, '--help'].filter(Boolean).join(' ');
  return w(`用法见：${line}`, `See ${line}`);
}
