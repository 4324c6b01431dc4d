/** Called by Next once as the server starts. What is for Node alone is in files of its own, which no other runtime reads. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { prepareRequests } = await import("./instrumentation-requests.ts");
  prepareRequests();
  // `next dev` compiles what is imported here before its first page: there, the first look at /api/ready starts the work.
  if (process.env.NODE_ENV !== "development") {
    const { startWork } = await import("#inngest/start-work.ts");
    startWork({ endsInOrder: process.env.NEXT_MANUAL_SIG_HANDLE === "true" });
  }
}
