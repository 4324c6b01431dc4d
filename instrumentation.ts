/** Called by Next once as the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startEmbeddedRunner } = await import("#inngest/embedded/start.ts");
  await startEmbeddedRunner();
}
