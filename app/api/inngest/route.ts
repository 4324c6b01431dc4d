import { serve } from "inngest/next";
import type { NextRequest } from "next/server";
import { inngest } from "#inngest/client.ts";
import { allFunctions } from "#inngest/functions/all.ts";

type Method = "GET" | "POST" | "PUT";

let served: ReturnType<typeof serve> | undefined;

/** Made at the first request: the settings are not there yet while the app is built. */
function handlerOf(method: Method) {
  return (request: NextRequest, context: unknown) => {
    served ??= serve({ client: inngest(), functions: allFunctions() });
    return served[method](request, context);
  };
}

export const GET = handlerOf("GET");
export const POST = handlerOf("POST");
export const PUT = handlerOf("PUT");
