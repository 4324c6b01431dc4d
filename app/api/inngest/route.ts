import { serve } from "inngest/next";
import type { NextRequest } from "next/server";
import { inngest } from "#inngest/client.ts";
import { allFunctions } from "#inngest/functions/all.ts";
import { servedAt } from "#inngest/served-at.ts";

type Method = "GET" | "POST" | "PUT";

let served: ReturnType<typeof serve> | undefined;

/** Made at the first request: the settings are not there yet while the app is built. */
function handlerOf(method: Method) {
  return (request: NextRequest, context: unknown) => {
    served ??= serve({ client: inngest(), functions: allFunctions(), ...servedAt() });
    return served[method](request, context);
  };
}

export const GET = handlerOf("GET");
export const POST = handlerOf("POST");

const answerSync = handlerOf("PUT");

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
