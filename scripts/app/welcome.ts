import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { sendEventCommand } from "#lib/events/catalogue/send-command.ts";

export type Welcome = {
  appUrl: string;
  port: number;
  apiKey: string;
  signIn: { email: string; password: string };
  /** Of whoever runs the platform. */
  operator: { email: string; password: string };
};

/** What a person needs after the start. The command stands unindented, for copying. */
export function welcomeText({ appUrl, port, apiKey, signIn, operator }: Welcome): string {
  const line = "─".repeat(72);
  return [
    "",
    line,
    "  Patchbay is ready.",
    "",
    `  Open      ${appUrl}`,
    `  Sign in   ${signIn.email} / ${signIn.password}`,
    `  API key   ${apiKey}`,
    `  Operator  ${operator.email} / ${operator.password}`,
    "",
    "  Send an event, and watch it arrive under Deliveries:",
    "",
    sendEventCommand({
      origin: `http://localhost:${port}`,
      apiKey,
      event: { type: orderPaid.type, data: orderPaid.example },
      isCompact: true,
    }),
    "",
    "  Ctrl-C stops everything.",
    line,
    "",
  ].join("\n");
}
