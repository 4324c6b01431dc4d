import { readiness } from "#lib/api/readiness.ts";

/** 200 when Patchbay can do its work; 503 and what is not ready otherwise. */
export async function GET(): Promise<Response> {
  if (process.env.NODE_ENV === "development") {
    // In production the server does so as it starts (instrumentation.ts).
    const { startWork } = await import("#inngest/start-work.ts");
    startWork({ endsInOrder: false });
  }
  const state = await readiness();
  return Response.json(state, {
    status: state.isReady ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}

export const dynamic = "force-dynamic";
