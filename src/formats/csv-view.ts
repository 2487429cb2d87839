import type { Rendering } from '../cli/shape.ts';
import type { Report } from './model.ts';

export function reportCsv(_report: Report, _as: Rendering): string[] {
  throw new Error('not yet');
}
