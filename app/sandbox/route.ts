import { after } from "next/server";
import { notFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { loadProvider } from "#lib/providers/registry.ts";
import { answerSandbox } from "#lib/sandbox/core/answer-sandbox.ts";
import { readSandboxPath } from "#lib/sandbox/origin.ts";
import { toProblem } from "#lib/transport/problem.ts";

/**
 * A provider as it plays itself: `/sandbox/<provider>/<real host>/<path>`. All of it is rewritten to this one address
 * (next.config): for each request to a route with parameters, `next dev` starts a process.
 */
async function answer(request: Request): Promise<Response> {
  try {
    const place = readSandboxPath(new URL(request.url).pathname);
    const provider = place ? await loadProvider(place.providerId) : undefined;
    if (!place || !provider) throw notFound("sandbox");
    return await answerSandbox({ provider, request, path: place.path, afterwards: after });
  } catch (error) {
    return toProblem(error, newId("req"));
  }
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
