import { notFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { readInboxPath } from "#lib/sandbox/origin.ts";
import { receiveInboxRequest, requireInbox } from "#lib/test-inboxes/receive-request.ts";
import { toProblem } from "#lib/transport/problem.ts";
import { readBytes } from "#lib/transport/read-body.ts";

/** Longer than any webhook waits. */
const hangMs = 60_000;
/** More than any event that Patchbay sends. */
const maxBodyBytes = 1_100_000;

/** A test inbox as a webhook sees it: `/sandbox/inbox/<id>`, rewritten as `app/sandbox` is. */
export async function POST(request: Request): Promise<Response> {
  try {
    const id = readInboxPath(new URL(request.url).pathname);
    if (id === null) throw notFound("sandbox");
    await requireInbox(id);
    const headers = Object.fromEntries(request.headers);
    const body = new TextDecoder().decode(await readBytes(request, maxBodyBytes));
    const status = await receiveInboxRequest({ inboxId: id, headers, body });
    if (status === null) await hangUntilGone(request.signal);
    const hasBody = status !== null && status !== 204 && status !== 304;
    return new Response(hasBody ? JSON.stringify({ received: status < 300 }) : null, {
      status: status ?? 504,
    });
  } catch (error) {
    return toProblem(error, newId("req"));
  }
}

function hangUntilGone(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, hangMs);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
