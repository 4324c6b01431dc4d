import { z } from "zod";

/** What came of a code or a refresh token. */
export type Tokens = {
  accessToken: string;
  /** undefined: the answer had none, and the one that is known stays. */
  refreshToken: string | undefined;
  expiresAt: Date | null;
  refreshExpiresAt: Date | null;
  /** undefined: the answer does not say. */
  grantedScopes: string[] | undefined;
  /** What of the answer is kept beside the secrets. */
  settings: Record<string, string>;
};

/** Far beyond any token's life; more than this is taken as "does not end". */
const maxSeconds = 100 * 365 * 24 * 60 * 60;

/** 0 is how Mailchimp says "never"; what is no number of seconds says nothing. */
const seconds = z
  .union([
    z.number(),
    z
      .string()
      .max(30)
      .regex(/^\s*\d+(?:\.\d+)?\s*$/)
      .transform(Number),
  ])
  .pipe(z.number().positive().max(maxSeconds))
  .optional()
  .catch(undefined);

/** A text with spaces or commas, or a list: some providers say it so. */
const scope = z
  .union([z.string(), z.array(z.string()).transform((names) => names.join(" "))])
  .optional()
  .catch(undefined);

/**
 * RFC 6749 §5.1 and what some providers say besides. The token is all that must be there: the code that it came for is
 * spent, so nothing optional may cost it. What is optional and not in its form is left out.
 */
const tokenAnswer = z.looseObject({
  access_token: z.string().trim().min(1),
  refresh_token: z.string().trim().min(1).optional().catch(undefined),
  expires_in: seconds,
  refresh_token_expires_in: seconds,
  scope,
});

/**
 * A token answer as data: JSON, or a form, as the drafts of OAuth had it and some servers still answer.
 * @throws {SyntaxError} where it is neither
 */
export function parseTokenAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const form = Object.fromEntries(new URLSearchParams(text.trim()));
    if (form.access_token || form.error) return form;
    throw error;
  }
}

/** @param now when the request was sent: what the answer took on its way is no part of the token's life */
export function toTokens(answer: unknown, settings: Record<string, string>, now: Date): Tokens {
  const parsed = tokenAnswer.parse(answer);
  return {
    accessToken: parsed.access_token,
    refreshToken: parsed.refresh_token,
    expiresAt: parsed.expires_in ? after(now, parsed.expires_in) : null,
    refreshExpiresAt: parsed.refresh_token_expires_in ? after(now, parsed.refresh_token_expires_in) : null,
    grantedScopes: parseScopes(parsed.scope),
    settings,
  };
}

/** RFC 6749 §3.3 has no empty scope: an answer with one does not say what was granted. */
function parseScopes(scope = ""): string[] | undefined {
  const names = scope.split(/[\s,]+/).filter(Boolean);
  return names.length > 0 ? names : undefined;
}

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}

/**
 * A token answer with only those fields that a strict reader understands. `error: null` beside a token is no refusal,
 * `token_type` is the one that every request is sent with, whatever it is called there, and who signed in (`id_token`)
 * is not asked for, so it need not be checked. Answers without a token stay as they are, but for texts of refusals that
 * are none.
 */
export function strictAnswer(answer: unknown): unknown {
  const tokens = tokenAnswer.safeParse(answer).data;
  if (tokens) {
    const { id_token: _, error, ...rest } = tokens;
    if (typeof error === "string" && error !== "") return { error };
    return { ...withoutUndefined(rest), token_type: "bearer" };
  }
  const refused = refusal.safeParse(answer).data;
  return refused ? withoutUndefined(refused) : answer;
}

const refusal = z.looseObject({
  error: z.string().min(1),
  error_description: z.string().optional().catch(undefined),
  error_uri: z.string().optional().catch(undefined),
});

function withoutUndefined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
