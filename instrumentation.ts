/** Called by Next once as the server starts. What is for Node alone is in a file of its own, which no other runtime reads. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") await (await import("./instrumentation-node.ts")).startServer();
}
