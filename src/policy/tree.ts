import type { Alias, Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isMap, isScalar, isSeq, Lexer, LineCounter, Parser, parseDocument, visit } from 'yaml';
import { type Words, w } from '../lib/words.ts';
import type { Mistake } from './mistakes.ts';
import { yamlWords } from './yaml-words.ts';

/** A policy file as written: every value is text, so that 0531 and no stay what was typed. */
export type Tree = string | Tree[] | { [key: string]: Tree };

/** The tree, and the line each dotted path stands on (items of lists by their index). */
export interface PolicyTree {
  tree: Tree;
  lines: ReadonlyMap<string, number>;
}

const DEEPEST = 50;

/** What kind of file is read, as its mistakes call it. */
interface FileKind {
  name: Words;
  mostCharacters: number;
}

const POLICY: FileKind = { name: w('政策', 'policy'), mostCharacters: 100_000 };

const SAFE = {
  schema: 'failsafe',
  stringKeys: true,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/** Reads the YAML alone; keys and values are not yet judged. All mistakes at once. */
export function readTree(
  text: string,
  file: FileKind = POLICY,
): PolicyTree | { mistakes: Mistake[] } {
  const foul = unreadable(text, file);
  if (foul) return { mistakes: [foul] };

  const counter = new LineCounter();
  const document = parseDocument(text, { ...SAFE, lineCounter: counter });
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line);
  const mistakes = [...syntaxMistakes(document, lineAt), ...trickMistakes(document, lineAt, file)];
  if (mistakes.length > 0) return { mistakes: mistakes.sort((a, b) => a.line - b.line) };

  const lines = new Map<string, number>();
  return { tree: plain(document.contents, '', lines, lineAt), lines };
}

/** The dotted path below a parent; '' is the top. */
export function below(parent: string, key: string | number): string {
  return parent === '' ? String(key) : `${parent}.${key}`;
}

/** The line of a path, or of what stands around it; 1 of what stands nowhere. */
export function lineOf(path: string, lines: PolicyTree['lines']): number {
  const found = lines.get(path);
  if (found !== undefined || path === '') return found ?? 1;
  return lineOf(path.slice(0, Math.max(0, path.lastIndexOf('.'))), lines);
}

/** What must not reach the parser at all: wrong encoding, sizes and depths no policy has. */
function unreadable(text: string, { name, mostCharacters }: FileKind): Mistake | undefined {
  const garbled = text.indexOf('\uFFFD');
  if (garbled >= 0) {
    const line = text.slice(0, garbled).split('\n').length;
    const words = w(
      '文件不是 UTF-8 编码，请另存为 UTF-8。',
      'The file is not UTF-8; save it as UTF-8.',
    );
    return { path: '', line, words };
  }
  if (text.length > mostCharacters) {
    const words = w(
      `文件太大：${name.zh}最多 ${mostCharacters} 个字符。`,
      `The file is too large: a ${name.en} has at most ${mostCharacters} characters.`,
    );
    return { path: '', line: 1, words };
  }
  return tooDeep(text);
}

/** The parser recurses into nested groups; thousands of them would bring the process down. */
function tooDeep(text: string): Mistake | undefined {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > DEEPEST) {
      const line = text.slice(0, parser.offset).split('\n').length;
      return { path: '', line, words: w('嵌套太深。', 'The groups are nested too deeply.') };
    }
  }
  return undefined;
}

function syntaxMistakes(document: Document, lineAt: (offset: number) => number): Mistake[] {
  return document.errors.map((error) => ({
    path: error.code === 'DUPLICATE_KEY' ? pathOfKeyAt(document, error.pos[0]) : '',
    line: lineAt(error.pos[0]),
    words: yamlWords(error.code),
  }));
}

/** Anchors, aliases and tags have no use in a policy and can hide what a line says. */
function trickMistakes(
  document: Document,
  lineAt: (offset: number) => number,
  { name }: FileKind,
): Mistake[] {
  const mistakes: Mistake[] = [];
  const refuse = (node: Node, path: readonly unknown[]) => {
    const words = w(
      `${name.zh}里不能用 & * ! 标记，请把值直接写出来；值以它们开头时请加引号。`,
      `A ${name.en} takes no & * ! marks: write the value itself, in quotes if it begins with one.`,
    );
    mistakes.push({ path: pathOf(path), line: lineAt(node.range?.[0] ?? 0), words });
  };
  visit(document, {
    Alias: (_, node: Alias, path) => refuse(node, [...path, node]),
    Value: (_, node: Scalar | YAMLMap | YAMLSeq, path) => {
      if (node.anchor !== undefined || node.tag !== undefined) refuse(node, [...path, node]);
    },
  });
  return mistakes;
}

function pathOfKeyAt(document: Document, offset: number): string {
  let found = '';
  visit(document, {
    Pair: (_, pair: Pair, path) => {
      if (isScalar(pair.key) && pair.key.range?.[0] === offset) found = pathOf([...path, pair]);
    },
  });
  return found;
}

/** The dotted path from the nodes `visit` walked through. */
function pathOf(nodes: readonly unknown[]): string {
  let path = '';
  nodes.forEach((node, index) => {
    const parent = nodes[index - 1];
    if (isSeq(parent)) path = below(path, parent.items.indexOf(node));
    else if (isMap(parent) && isPairOfText(node)) path = below(path, node.key.value);
  });
  return path;
}

function isPairOfText(node: unknown): node is Pair<Scalar<string>> {
  return typeof node === 'object' && node !== null && 'key' in node && isScalar(node.key);
}

function plain(
  node: unknown,
  path: string,
  lines: Map<string, number>,
  lineAt: (offset: number) => number,
): Tree {
  if (isSeq<Node>(node)) {
    return node.items.map((item, index) => {
      const itemPath = below(path, index);
      lines.set(itemPath, lineAt(item.range?.[0] ?? 0));
      return plain(item, itemPath, lines, lineAt);
    });
  }
  if (isMap<Scalar<string>, Node>(node)) {
    return Object.fromEntries(
      node.items.map((pair) => {
        const keyPath = below(path, pair.key.value);
        lines.set(keyPath, lineAt(pair.key.range?.[0] ?? 0));
        return [pair.key.value, plain(pair.value, keyPath, lines, lineAt)];
      }),
    );
  }
  return isScalar(node) ? String(node.value ?? '') : '';
}
