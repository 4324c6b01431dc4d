import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { logger } from "#lib/logger.ts";
import { clientAddress } from "./client-address.ts";
import { verifyCredentials } from "./verify-credentials.ts";

declare module "next-auth" {
  interface Session {
    userId?: string;
  }
}

const sessionSeconds = 14 * 24 * 60 * 60;

const forwardedFor = z.object({ "x-forwarded-for": z.string() });

/** next-auth with e-mail and password. The session token holds the user's id; rights are read at each request. */
export function nextAuthOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const address = forwardedFor.safeParse(request.headers).data?.["x-forwarded-for"];
          try {
            return await verifyCredentials(
              { email: credentials?.email, password: credentials?.password },
              clientAddress(address),
            );
          } catch (error) {
            // next-auth hands the message of an error on to the sign-in page, so it must not tell of our insides.
            if (error instanceof AppError) throw new Error(`${error.code}:${error.retryAfterSeconds ?? 0}`);
            logger.error({ err: error }, "sign-in broke");
            throw new Error("internal");
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id } : token),
      session: ({ session, token }) => ({ expires: session.expires, userId: token.sub }),
    },
  };
}
