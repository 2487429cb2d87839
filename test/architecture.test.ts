import { readdirSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Which kind of file may import which. `own` is a file of the same slice, `other` one of a slice
 * below it (SLICES); the rest are rooms. After `type` only types may be imported, after `lazy`
 * only with `await import()`.
 */
const MAY_IMPORT = {
  lib: ['lib'],
  ledger: ['ledger', 'lib'],
  policy: ['policy', 'lib'],

  model: ['own model', 'other model', 'type policy', 'lib'],
  rules: ['own model', 'own rules', 'other model', 'other rules', 'type policy', 'lib'],
  store: ['own model', 'own store', 'type other model', 'ledger', 'lib'],
  service: [
    'own model',
    'own rules',
    'own store',
    'own service',
    'own text',
    'other model',
    'other rules',
    'other service',
    'policy',
    'type context',
    'ledger',
    'lib',
  ],
  text: ['own model', 'other model', 'type other text', 'lib'],
  view: [
    'other rules',
    'own model',
    'own rules',
    'own text',
    'own view',
    'type own service',
    'other model',
    'other view',
    'type other service',
    'type policy',
    'output',
    'lib',
  ],
  commands: [
    'other rules',
    'own model',
    'own rules',
    'own text',
    'own view',
    'own service',
    'own commands',
    'other commands',
    'other model',
    'other view',
    'other service',
    'type policy',
    'type context',
    'type desk',
    'cli',
    'output',
    'lib',
  ],

  output: ['output', 'lib'],
  cli: ['cli', 'output', 'catalogue', 'desk', 'type context', 'lib'],
  catalogue: [
    'lazy any',
    'catalogue',
    'cli',
    'type other model',
    'type context',
    'type desk',
    'lib',
  ],

  context: ['type ledger', 'type policy', 'type other model', 'lib'],
  desk: ['desk', 'context', 'other service', 'type other model', 'ledger', 'policy', 'lib'],
  setup: [
    'setup',
    'desk',
    'type context',
    'other service',
    'other model',
    'other rules',
    'ledger',
    'policy',
    'lib',
  ],
  main: ['main', 'desk', 'context', 'cli', 'output', 'catalogue', 'ledger', 'policy', 'lib'],
} as const satisfies Record<string, readonly string[]>;

type Kind = keyof typeof MAY_IMPORT;

/** What the slices of cases stand on. */
const CASES = ['policy', 'timeline', 'deadlines', 'cases', 'registry'];

const MONEY = [
  'meters',
  'cash',
  'tariffs',
  'fees',
  'subscriptions',
  'receipts',
  'billing',
  'accounts',
  'export',
  'dunning',
  'deposits',
  'trusts',
];

const RENOVATIONS = ['renovations', 'approval', 'works', 'acceptance'];

/** The other registers, from their declaration to their figures. */
const BOOKS = ['books', 'shelf', 'entries', 'rhythms', 'keeping', 'figures', 'papers', 'documents'];

const DESK = [...BOOKS, 'roster', 'handover'];

const HOUSEHOLDS = ['tickets', 'moves', 'complaints', 'enquiries', 'plans', 'visits', 'surveys'];

/** Each slice, and the slices below it. The top of the list knows none of the others. */
const SLICES: Record<string, readonly string[]> = {
  policy: [],
  timeline: [],
  books: ['policy', 'deadlines'],
  shelf: ['policy', 'deadlines', 'registry', 'books'],
  entries: [...CASES, 'books', 'tariffs', 'fees', 'roster', 'documents'],
  rhythms: ['policy', 'deadlines', 'books'],
  keeping: [
    ...CASES,
    ...['books', 'entries', 'tickets', 'tariffs', 'fees', 'accounts', 'trusts', 'roster'],
  ],
  figures: ['policy', 'deadlines', 'books', 'shelf', 'entries', 'rhythms'],
  papers: [...CASES, 'books', 'entries', 'keeping', 'documents'],
  deadlines: ['policy'],
  cases: ['policy', 'timeline', 'deadlines'],
  registry: ['policy', 'timeline', 'deadlines'],
  meters: CASES,
  cash: CASES,
  tariffs: [...CASES, 'meters'],
  fees: [...CASES, 'tariffs'],
  subscriptions: [...CASES, 'tariffs', 'fees'],
  receipts: [...CASES, 'cash', 'tariffs', 'fees'],
  billing: [...CASES, 'meters', 'tariffs', 'fees', 'subscriptions', 'receipts'],
  accounts: [...CASES, 'cash', 'tariffs', 'fees', 'receipts'],
  export: [...CASES, 'tariffs', 'fees', 'receipts'],
  dunning: [...CASES, 'tariffs', 'fees', 'accounts', 'documents'],
  deposits: [...CASES, 'cash', 'fees'],
  trusts: [...CASES, 'meters', 'tariffs', 'fees', 'subscriptions'],
  renovations: [...CASES, 'cash', 'tariffs', 'fees', 'receipts', 'deposits'],
  approval: [...CASES, 'cash', 'tariffs', 'fees', 'receipts', 'deposits', 'renovations'],
  works: [...CASES, 'renovations'],
  acceptance: [...CASES, 'cash', 'tariffs', 'fees', 'receipts', 'deposits', 'renovations'],
  tickets: [...CASES, 'tariffs', 'fees'],
  moves: [...CASES, 'tickets', 'meters', 'accounts', 'deposits', 'trusts'],
  complaints: [...CASES, 'tickets', 'accounts'],
  enquiries: CASES,
  plans: CASES,
  visits: [...CASES, 'tickets', 'complaints', 'moves', 'plans'],
  surveys: CASES,
  exchange: [
    ...CASES,
    ...['tickets', 'complaints', 'surveys', 'meters', 'cash', 'tariffs', 'fees', 'receipts'],
    ...['accounts', 'trusts', 'books', 'entries', 'papers', 'documents'],
  ],
  documents: ['policy', 'timeline'],
  measures: [...CASES, ...MONEY, ...RENOVATIONS, ...HOUSEHOLDS, ...DESK],
  formats: ['documents'],
  reports: [
    ...['measures', 'formats', 'agenda', 'outbox'],
    ...[...CASES, ...MONEY, ...RENOVATIONS, ...HOUSEHOLDS, ...DESK],
  ],
  forms: ['documents', ...CASES, ...MONEY, ...RENOVATIONS, ...HOUSEHOLDS, ...DESK],
  outbox: ['policy'],
  nightly: ['policy', 'deadlines', 'agenda', 'billing', 'outbox', 'formats', 'reports', 'upkeep'],
  roster: ['policy', 'timeline', 'deadlines', 'cases', 'registry'],
  handover: [...['agenda', 'roster'], ...CASES, ...MONEY, ...RENOVATIONS, ...HOUSEHOLDS, ...BOOKS],
  agenda: [
    ...['policy', 'timeline', 'deadlines', 'registry', 'dunning', 'books', 'rhythms', 'roster'],
    'outbox',
  ],
  upkeep: [
    ...['reports', 'outbox', 'forms'],
    ...[...CASES, ...MONEY, ...RENOVATIONS, ...HOUSEHOLDS, ...DESK],
  ],
  demo: [
    ...CASES,
    ...MONEY,
    ...RENOVATIONS,
    ...HOUSEHOLDS,
    ...DESK,
    'agenda',
    'reports',
    'exchange',
    'upkeep',
  ],
  desk: ['registry', 'books'],
  context: ['books'],
  cli: ['books', 'registry'],
};

/** Files whose name does not tell their kind. */
const KINDS: Record<string, Kind> = {
  'main.ts': 'main',
  'build.ts': 'desk',
  'host.ts': 'desk',
  'desk.ts': 'desk',
  'home.ts': 'desk',
  'context.ts': 'context',
  'cli/run.ts': 'main',
  'cli/failure.ts': 'main',
  'cli/menu.ts': 'main',
  'cli/batch.ts': 'commands',
  'cli/completion-commands.ts': 'commands',
  'cli/catalogue.ts': 'catalogue',
  'cli/suggest.ts': 'catalogue',
  'cli/suggest-documents.ts': 'catalogue',
  'cli/suggest-entries.ts': 'catalogue',
  'cli/suggest-people.ts': 'catalogue',
  'cli/nouns.ts': 'catalogue',
  'cli/shape.ts': 'output',
  'cli/view.ts': 'output',
  'cli/pen.ts': 'output',
  'cli/layout.ts': 'output',
  'policy/roles.ts': 'model',
  'books/kinds.ts': 'model',
  'books/rhythm.ts': 'rules',
  'deadlines/kinds.ts': 'model',
  'deadlines/cadence.ts': 'rules',
  'deadlines/routines.ts': 'model',
  'cases/kind.ts': 'service',
  'documents/html.ts': 'rules',
  'documents/style.ts': 'rules',
  'documents/form-template.ts': 'rules',
  'documents/page.ts': 'rules',
  'formats/page-style.ts': 'rules',
  'formats/page-template.ts': 'rules',
  'measures/families.ts': 'service',
  'nightly/saving.ts': 'setup',
  'measures/facts-model.ts': 'model',
};

/** Clock, environment and terminal; process ids, which tell who holds a file, are no matter. */
const OUTER_WORLD = /\bprocess\.(?!(?:pid|kill)\b)\w+|\bDate\.now\(|\bnew Date\(\)|'node:process'/;
const EDGES = ['main.ts', 'host.ts', 'cli/prompt.ts', 'demo/program.ts'];

/** Packages that only some kinds of file may use. */
const ONLY_FOR: Record<string, readonly Kind[]> = {
  'better-sqlite3': ['ledger'],
};

interface Import {
  from: string;
  to: string;
  how: 'value' | 'type' | 'lazy';
}

const SRC = resolve(import.meta.dirname, '../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .sort();
const code = new Map(files.map((file) => [file, withoutComments(file)]));
const imports = files.flatMap(importsOf);
const between = imports.filter(({ to }) => files.includes(to));

function withoutComments(file: string): string {
  const text = readFileSync(resolve(SRC, file), 'utf8');
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function importsOf(from: string): Import[] {
  const statement = /^(?:import|export)\s(type\s)?(?:[^'";]*?\sfrom\s)?'([^']+)'/gm;
  const call = /\bimport\(\s*'([^']+)'\s*\)/g;
  const text = code.get(from) ?? '';
  return [
    ...[...text.matchAll(statement)].map(([, type, to]) => ({ to, how: type ? 'type' : 'value' })),
    ...[...text.matchAll(call)].map(([, to]) => ({ to, how: 'lazy' })),
  ].map(({ to, how }) => ({ from, to: place(from, to as string), how: how as Import['how'] }));
}

function place(from: string, to: string): string {
  return to.startsWith('.') ? posix.join(posix.dirname(from), to) : to;
}

function folderOf(file: string): string {
  return file.split('/')[0] ?? '';
}

/** By its room, or the end of its name; what is named after a noun alone belongs to the service. */
function kindOf(file: string): Kind {
  const room = folderOf(file);
  const ending = /(?:^|[/-])(model|rules|store|view|text|commands)\.ts$/.exec(file)?.[1] as Kind;
  const isCommand = ['commands', 'view', 'text'].includes(ending);

  if (KINDS[file]) return KINDS[file];
  if (room === 'lib' || room === 'ledger' || room === 'cli') return room;
  if (room === 'policy' && !isCommand) return 'policy';
  if ((room === 'upkeep' || room === 'demo') && !isCommand) return 'setup';
  return ending ?? 'service';
}

const IN_SLICES: readonly Kind[] = [
  'model',
  'rules',
  'store',
  'service',
  'text',
  'view',
  'commands',
];

/** The names under which MAY_IMPORT can allow an import. */
function namesFor({ from, to }: Import): string[] {
  const kind = kindOf(to);
  const isInSlice = IN_SLICES.includes(kind);
  const [own, other] = [folderOf(from), folderOf(to)];
  const names: string[] = isInSlice ? ['any'] : ['any', kind];

  // A room like policy is what its own commands serve.
  if (own === other) names.push(`own ${isInSlice ? kind : 'service'}`);
  if (SLICES[own.replace('.ts', '')]?.includes(other)) names.push(`other ${kind}`);
  return names;
}

function isAllowed(each: Import): boolean {
  const allowed: readonly string[] = MAY_IMPORT[kindOf(each.from)];
  return namesFor(each).some(
    (name) => allowed.includes(name) || allowed.includes(`${each.how} ${name}`),
  );
}

const told = ({ from, to, how }: Import) =>
  `${from} (${kindOf(from)}) imports ${to} (${how} of ${kindOf(to)})`;

/** The files of a circle of imports, or nothing. */
function circleFrom(start: string, graph: Map<string, string[]>): string[] | undefined {
  const seen = new Set<string>();
  const walk = (file: string, path: string[]): string[] | undefined => {
    for (const next of graph.get(file) ?? []) {
      if (next === start) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const circle = walk(next, [...path, next]);
      if (circle) return circle;
    }
    return undefined;
  };
  return walk(start, [start]);
}

describe('the house', () => {
  it('is read: files and the imports between them', () => {
    expect(files).toContain('main.ts');
    expect(between.length).toBeGreaterThan(files.length);
  });

  it('imports in the directions of its plan', () => {
    expect(between.filter((each) => !isAllowed(each)).map(told)).toEqual([]);
  });

  it('has no circles', () => {
    const graph = new Map(files.map((file) => [file, [] as string[]]));
    for (const { from, to, how } of between) if (how !== 'lazy') graph.get(from)?.push(to);
    expect(files.map((file) => circleFrom(file, graph)?.join(' → ')).filter(Boolean)).toEqual([]);
  });

  it('keeps packages to the rooms they are for', () => {
    const misplaced = imports.filter(
      ({ from, to }) => ONLY_FOR[to]?.includes(kindOf(from)) === false,
    );
    expect(misplaced.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('asks clock, environment and terminal at its edges only', () => {
    const elsewhere = files.filter((file) => !EDGES.includes(file));
    const found = elsewhere.map((file) => [file, OUTER_WORLD.exec(code.get(file) ?? '')?.[0]]);
    expect(found.filter(([, what]) => what)).toEqual([]);
  });
});
