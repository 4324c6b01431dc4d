import { serve } from "inngest/next";
import type { NextRequest } from "next/server";
import { inngest } from "#inngest/client.ts";
import { allFunctions } from "#inngest/functions.ts";
import { servedAt } from "#inngest/served-at.ts";
import { AppError } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { toProblem } from "#lib/transport/problem.ts";
import { readAhead } from "#lib/transport/read-ahead.ts";

type Method = "GET" | "POST" | "PUT";

/** More than an Inngest server sends of a run: its events and what its steps returned. */
const maxBodyBytes = 32 * 1_024 * 1_024;

let served: ReturnType<typeof serve> | undefined;

function createHandler(method: Method) {
  return async (request: NextRequest, context: unknown) => {
    try {
      requireSignature(method, request);
      // Made at the first request: the settings are not there yet while the app is built.
      served ??= serve({ client: inngest(), functions: allFunctions(), ...servedAt() });
      return await served[method](
        await readAhead(request, { maxBytes: maxBodyBytes, isJson: true }),
        context,
      );
    } catch (error) {
      return toProblem(error, newId("req"));
    }
  };
}

/** The SDK checks it, by the whole body: of those who show none, nothing is read. */
function requireSignature(method: Method, { headers }: NextRequest): void {
  if (method === "GET" || headers.has("x-inngest-signature")) return;
  throw new AppError({ status: 401, code: "unsigned", said: say("problem_unsigned") });
}

export const GET = createHandler("GET");
export const POST = createHandler("POST");

const answerSync = createHandler("PUT");

/**
 * An Inngest server asks for the functions, signed. The other kind of sync, which anyone may ask for and which has us
 * call the server, is done by ourselves as we start.
 */
export async function PUT(request: NextRequest, context: unknown) {
  if (request.headers.get("x-inngest-sync-kind") === "in_band") return answerSync(request, context);
  return Response.json(
    { message: "Patchbay registers its functions itself when it starts." },
    { status: 405, headers: { allow: "GET, POST" } },
  );
}
