import type { Ctx } from '../context.ts';
import { isSafeWeb } from '../lib/web-address.ts';
import type { MailChannel, WebhookChannel } from '../policy/sections/sending.ts';

type Found<T> = { value: T } | { fault: string };

/** The address with its variables filled in; a fault instead, which never says what stood in it. */
export function urlOf({ outside }: Pick<Ctx, 'outside'>, { url }: WebhookChannel): Found<string> {
  const names = [...url.matchAll(/\$\{([A-Z][A-Z0-9_]*)\}/g)].map(([, name = '']) => name);
  if (names.some((name) => !outside.env(name))) return { fault: 'missing_env' };
  const value = url.replace(
    /\$\{([A-Z][A-Z0-9_]*)\}/g,
    (_, name) => outside.env(name)?.trim() ?? '',
  );
  const isUsable = URL.canParse(value) && isSafeWeb(new URL(value));
  return isUsable ? { value } : { fault: 'bad_url' };
}

/** Null where the server wants none. */
export function loginOf(
  { outside }: Pick<Ctx, 'outside'>,
  { user, passwordIn }: MailChannel,
): Found<{ user: string; pass: string } | null> {
  if (user === null || passwordIn === null) return { value: null };
  const pass = outside.env(passwordIn);
  return pass ? { value: { user, pass } } : { fault: 'missing_env' };
}
