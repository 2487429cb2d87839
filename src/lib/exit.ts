/** What a run answers to whoever called it; the same in every language (README). */
export const EXIT = {
  done: 0,
  /** Understood, but not allowed now. */
  refused: 1,
  /** Words missing or not readable; faulty rows of an import. */
  usage: 2,
  /** The ledger or the policy cannot be used, or cannot be relied on. */
  unusable: 3,
  /** Done, but something is overdue; only where it was asked for. */
  overdue: 4,
  /** Our bug. */
  bug: 70,
  interrupted: 130,
} as const;
