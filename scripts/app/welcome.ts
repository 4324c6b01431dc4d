import { orderPaid } from "#lib/events/catalogue/orders.ts";

/** A value as one word of a POSIX shell. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** One command that sends an order.paid event, over several lines. */
export function sendEventCommand(origin: string, apiKey: string): string {
  const event = { type: orderPaid.type, data: orderPaid.example };
  return [
    `curl ${shellWord(`${origin}/api/events`)}`,
    `-H ${shellWord(`authorization: Bearer ${apiKey}`)}`,
    `-H ${shellWord("content-type: application/json")}`,
    `-d ${shellWord(JSON.stringify(event))}`,
  ].join(" \\\n  ");
}

export type Welcome = {
  appUrl: string;
  port: number;
  apiKey: string;
  signIn: { email: string; password: string };
};

/** What a person needs after the start. The command stands unindented, for copying. */
export function welcomeText({ appUrl, port, apiKey, signIn }: Welcome): string {
  const line = "─".repeat(72);
  return [
    "",
    line,
    "  Patchbay is ready.",
    "",
    `  Open      ${appUrl}`,
    `  Sign in   ${signIn.email} / ${signIn.password}`,
    `  API key   ${apiKey}`,
    "",
    "  Send an event, and watch it arrive under Deliveries:",
    "",
    sendEventCommand(`http://localhost:${port}`, apiKey),
    "",
    "  Ctrl-C stops everything.",
    line,
    "",
  ].join("\n");
}
