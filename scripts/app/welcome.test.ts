import { expect, test } from "vitest";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { sendEventCommand } from "#lib/events/catalogue/send-command.ts";
import { welcomeText } from "./welcome.ts";

test("the welcome holds the command as it is, unindented and for copying as a whole", () => {
  const signIn = { email: "demo@patchbay.test", password: "of the demo" };
  const operator = { email: "operator@patchbay.test", password: "of the platform" };
  const text = welcomeText({
    appUrl: "https://patchbay.test",
    port: 3000,
    apiKey: "pb_key",
    signIn,
    operator,
  });
  const event = { type: orderPaid.type, data: orderPaid.example };
  const command = sendEventCommand({
    origin: "http://localhost:3000",
    apiKey: "pb_key",
    event,
    isCompact: true,
  });
  expect(text).toContain(`\n${command}\n`);
  expect(text).toContain("demo@patchbay.test / of the demo");
  expect(text).toContain("operator@patchbay.test / of the platform");
});
