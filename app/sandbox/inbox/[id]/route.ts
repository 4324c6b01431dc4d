import { newId } from "#lib/ids.ts";
import { receiveInboxRequest } from "#lib/sandbox/inbox/receive-request.ts";
import { toProblem } from "#lib/transport/problem.ts";

/** Longer than any webhook waits. */
const hangMs = 60_000;

type RouteContext = { params: Promise<{ id: string }> };

/** The sandbox inbox as a webhook sees it. */
export async function POST(request: Request, context: RouteContext): Promise<Response> {
  try {
    const { id } = await context.params;
    const headers = Object.fromEntries(request.headers);
    const status = await receiveInboxRequest({ inboxId: id, headers, body: await request.text() });
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
