/** When the example happened, where it does not say so itself. */
const exampleTimestamp = "2026-10-02T19:20:31.000Z";

/** The example as the body of a webhook's request, in the form and order that destinations receive. */
export function exampleBody(type: string, data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ type, timestamp: exampleTimestamp, data });
}
