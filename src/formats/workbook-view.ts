import type { Rendering } from '../cli/shape.ts';
import type { Report } from './model.ts';

export function reportWorkbook(_report: Report, _as: Rendering): string[] {
  throw new Error('not yet');
}
