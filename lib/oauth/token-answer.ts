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

/** RFC 6749 §5.1, as oauth4webapi hands it over, with what some providers say besides. */
const tokenAnswer = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().optional(),
  refresh_token_expires_in: z.number().optional(),
  scope: z.string().optional(),
});

/** @param now when the request was sent: what the answer took on its way is no part of the token's life */
export function toTokens(answer: unknown, settings: Record<string, string>, now: Date): Tokens {
  const parsed = tokenAnswer.parse(answer);
  return {
    accessToken: parsed.access_token,
    refreshToken: parsed.refresh_token,
    // Mailchimp says 0 for "never".
    expiresAt: parsed.expires_in ? after(now, parsed.expires_in) : null,
    refreshExpiresAt: parsed.refresh_token_expires_in ? after(now, parsed.refresh_token_expires_in) : null,
    grantedScopes: parsed.scope?.split(/[\s,]+/).filter(Boolean),
    settings,
  };
}

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}
