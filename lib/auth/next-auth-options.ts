import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { logger } from "#lib/logger.ts";
import { findOperatorBy } from "./operator-session.ts";
import { cookieAttributes, isServedByHttps } from "./own-cookie.ts";
import { findSessionBy } from "./session.ts";
import { sessionCookie } from "./session-cookie.ts";
import { sessionClaims } from "./session-token.ts";
import { endSession, sessionSeconds } from "./sessions.ts";
import { signIn } from "./sign-in.ts";
import { readVisitor } from "./visitor.ts";

declare module "next-auth" {
  interface User {
    sessionId?: string;
  }
  interface Session {
    userId?: string;
  }
}

const headersForm = z.record(z.string(), z.unknown());

/**
 * next-auth's own addresses (`/api/auth/…`), for programs that sign in there. Its cookie is the one that our forms set,
 * and means as little without its session's row.
 */
export function nextAuthOptions(): NextAuthOptions {
  const { name, path } = sessionCookie();
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    useSecureCookies: isServedByHttps(),
    cookies: { sessionToken: { name, options: cookieAttributes({ path }) } },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    logger: { error: logQuietly("error"), warn: logQuietly("warning"), debug: () => {} },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const headers = headersForm.safeParse(request.headers).data ?? {};
          const visitor = readVisitor({ get: (header) => toText(headers[header]) }, undefined);
          try {
            const input = { email: credentials?.email ?? "", password: credentials?.password ?? "" };
            const started = await signIn({ input, visitor });
            return { id: started.userId, email: started.email, sessionId: started.sessionId };
          } catch (error) {
            if (error instanceof AppError && (error.status === 401 || error.status === 422)) return null;
            // next-auth hands the message of an error on to the sign-in page, so it must not tell of our insides.
            if (error instanceof AppError) throw new Error(`${error.code}:${error.retryAfterSeconds ?? 0}`);
            logger.error({ err: error }, "sign-in broke");
            throw new Error("internal");
          }
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        if (user) return { sub: user.id, sid: user.sessionId };
        // Asked at each use of the cookie: next-auth drops the cookie of a session that has ended.
        if (!(await isLive(token))) throw new Error("The session has ended.");
        return token;
      },
      session: ({ session, token }) => ({ expires: session.expires, userId: token.sub }),
    },
    events: {
      async signOut({ token }) {
        const ended = sessionClaims.safeParse(token).data;
        if (ended) await endSession({ userId: ended.sub, sessionId: ended.sid });
      },
    },
  };
}

async function isLive(token: unknown): Promise<boolean> {
  const known = sessionClaims.safeParse(token).data;
  if (known === undefined) return false;
  return (await findSessionBy(known)) !== null || (await findOperatorBy(known)) !== null;
}

function toText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** Strangers cause these lines, so they are for debugging only: one each, and short. */
function logQuietly(kind: string) {
  return (code: string): void => logger.debug({ kind, code: String(code).slice(0, 60) }, "next-auth");
}
