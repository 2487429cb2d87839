import Mustache from 'mustache';
import { FORM_TEMPLATE } from './form-template.ts';
import { escapeHtml } from './html.ts';
import type { Paper } from './model.ts';
import { pageValues } from './page-rules.ts';

/**
 * Some papers as one HTML file that needs nothing beside itself, a sheet each. Whatever stands in a value
 * is text; only the template is HTML.
 */
export const pageHtml = (papers: readonly Paper[], template: string = FORM_TEMPLATE): string =>
  Mustache.render(template, pageValues(papers), {}, { escape: escapeHtml });
