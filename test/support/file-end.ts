const works: (() => void)[] = [];

/** Has something done after the test file that is running: a worker runs many, one after the other. */
export function atFileEnd(work: () => void): void {
  works.push(work);
}

/** Does it, the newest first. */
export function endFile(): void {
  for (const work of works.splice(0).reverse()) work();
}
