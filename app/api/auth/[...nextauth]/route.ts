import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "#lib/auth/next-auth-options.ts";
import { AppError } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { toProblem } from "#lib/transport/problem.ts";
import { readAhead } from "#lib/transport/read-ahead.ts";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** An address, a password, a token, and where to go on. */
const maxBodyBytes = 64 * 1_024;

async function handler(request: NextRequest, context: RouteContext): Promise<Response> {
  try {
    const { nextauth } = await context.params;
    if (request.method === "GET" && nextauth[0] === "callback") return refuseGet();
    const isJson = request.headers.get("content-type")?.includes("application/json") ?? false;
    const read = await readAhead(request, { maxBytes: maxBodyBytes, isJson });
    return await NextAuth(nextAuthOptions())(read, context);
  } catch (error) {
    return toProblem(error, newId("req"));
  }
}

/** Signing in by password has no way back from another site, and next-auth would say so with 500. */
function refuseGet(): Response {
  const said = say("problem_method_not_allowed", { methods: "POST" });
  const problem = toProblem(new AppError({ status: 405, code: "method_not_allowed", said }), newId("req"));
  problem.headers.set("allow", "POST");
  return problem;
}

export { handler as GET, handler as POST };
