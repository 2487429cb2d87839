const decoder = new TextDecoder('gb18030', { fatal: true });
const FIRST_BEYOND_BMP = 0x10000;
const LINEAR_BEYOND_BMP = 189_000;

/** Node reads GB18030 but does not write it: the decoder's own table, turned round. */
export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap(bytesOf));
}

function bytesOf(char: string): number[] {
  const point = char.codePointAt(0) ?? 0;
  if (point < 0x80) return [point];
  if (point >= FIRST_BEYOND_BMP) return fourBytes(point - FIRST_BEYOND_BMP + LINEAR_BEYOND_BMP);
  const bytes = table().get(char);
  if (!bytes) throw new Error(`no GB18030 for U+${point.toString(16)}`);
  return bytes;
}

let built: Map<string, number[]> | undefined;
function table(): Map<string, number[]> {
  built ??= new Map([...fourByteArea(), ...twoByteArea()].flatMap(entryOf));
  return built;
}

function* twoByteArea(): Generator<number[]> {
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) yield [lead, trail];
  }
}

function* fourByteArea(): Generator<number[]> {
  for (let linear = 0; linear < 39_420; linear++) yield fourBytes(linear);
}

function fourBytes(linear: number): number[] {
  const fourth = 0x30 + (linear % 10);
  const third = 0x81 + (Math.floor(linear / 10) % 126);
  const second = 0x30 + (Math.floor(linear / 1260) % 10);
  return [0x81 + Math.floor(linear / 12_600), second, third, fourth];
}

function entryOf(bytes: number[]): [string, number[]][] {
  try {
    const char = decoder.decode(Uint8Array.from(bytes));
    return [...char].length === 1 ? [[char, bytes]] : [];
  } catch {
    return [];
  }
}
