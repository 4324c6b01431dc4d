import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { ConnectError } from "#lib/integrations/connect/connect-error.ts";
import { writeFewLines } from "#lib/limits/few-lines.ts";
import { logger } from "#lib/logger.ts";
import { toProblem } from "#lib/transport/problem.ts";
import type { Locale } from "#lib/words/locale.ts";
import { render } from "#lib/words/render.ts";

type Display = "page" | "popup";

export function redirect(location: string, headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 302, headers: { location, "cache-control": "no-store", ...headers } });
}

/**
 * As `redirect`, by a page: browsers hold our policy (`form-action`) against the redirect of a form as well, and the
 * app is another site.
 */
export function leadOn(location: string, headers: Record<string, string> = {}): Response {
  const address = escapeHtml(location);
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="0;url=${address}"><title>Going on</title><p><a href="${address}">Go on to the app</a></p></html>`;
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "referrer-policy": "same-origin",
      "cache-control": "no-store",
      ...headers,
    },
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Where an app is connected. */
export function appPage(provider: string): string {
  return `${env().APP_URL}/marketplace/${encodeURIComponent(provider)}`;
}

/** Where a browser reads how its connection went: the app's own page, or the window that opened the popup. */
export function outcomeUrl(provider: string, display: Display, outcome: Record<string, string>): string {
  const { APP_URL } = env();
  const query = new URLSearchParams(outcome);
  if (display === "page") return `${appPage(provider)}?${query}`;
  return `${APP_URL}/connect/done?${new URLSearchParams({ provider, ...outcome })}`;
}

/** A browser is led to a page with words; other callers get the problem as JSON. */
export function refuseConnection(
  request: Request,
  options: {
    provider: string;
    display: Display;
    error: unknown;
    requestId: string;
    /** Of whoever asked, where that is known. */
    locale: Locale | undefined;
  },
): Response {
  const { provider, error, requestId, locale } = options;
  const known = toAppError(error);
  if (!known) return toProblem(error, requestId, locale);
  // Anyone may ask for this address, under any name of a provider.
  const named = { provider: provider.slice(0, 100), reason: render(known.said).slice(0, 500) };
  writeFewLines(`not connected ${known.code === "unauthenticated"}`, (omitted) =>
    logger.info({ ...named, code: known.code, requestId, ...omitted }, "not connected"),
  );
  const isPage = request.headers.get("accept")?.includes("text/html") ?? false;
  if (!isPage || known.status === 404) return toProblem(known, requestId, locale);
  if (known.status === 401) {
    const { pathname, search } = new URL(request.url);
    return redirect(`${env().APP_URL}/sign-in?callbackUrl=${encodeURIComponent(pathname + search)}`);
  }
  const display = error instanceof ConnectError && error.display === "popup" ? "popup" : options.display;
  return redirect(outcomeUrl(provider, display, { connect_error: known.code }));
}

function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (!(error instanceof ConnectError)) return null;
  return new AppError({ status: 400, code: error.code, said: error.said, cause: error });
}
