const STEP = 1024;
const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** The size of a file as people read it: `512 B`, `1.4 MB`. */
export function bytesText(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= STEP && unit < UNITS.length - 1) {
    size /= STEP;
    unit += 1;
  }
  return `${size < 10 && unit > 0 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit]}`;
}
