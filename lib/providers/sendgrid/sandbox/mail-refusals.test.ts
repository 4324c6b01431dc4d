import { afterAll, beforeAll, expect, test } from "vitest";
import { type ProviderTest, startProviderTest } from "../../testing/provider-test.ts";
import { sendgrid } from "../provider.ts";

let scene: ProviderTest;
beforeAll(async () => {
  scene = await startProviderTest(sendgrid);
});
afterAll(() => scene.stop());

const mail = {
  personalizations: [{ to: [{ email: "marta@example.com" }] }],
  from: { email: "hello@example.com" },
  subject: "Your receipt",
  content: [{ type: "text/plain", value: "Thank you!" }],
};

// https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors
test.each([
  [
    { ...mail, personalizations: [{ to: [{ email: "marta@example.com", type: "to" }] }] },
    "personalizations.0.to.0.type",
    "Additional property type is not allowed.",
  ],
  [{ ...mail, reply_too: "x" }, "reply_too", "Additional property reply_too is not allowed."],
  [{ ...mail, subject: {} }, "subject", "Invalid type. Expected: string, given: object."],
  [{ ...mail, from: "hello@example.com" }, "from", "Invalid type. Expected: object, given: string."],
  [{ ...mail, content: ["Thank you!"] }, "content.0", "Invalid type. Expected: object, given: string."],
  [
    { ...mail, personalizations: [null] },
    "personalizations.0",
    "Invalid type. Expected: object, given: null.",
  ],
  [
    { ...mail, personalizations: [{ to: [{ email: ["marta@example.com"] }] }] },
    "personalizations.0.to.0.email",
    "Invalid type. Expected: string, given: array.",
  ],
  [
    { ...mail, personalizations: [{ to: [{ email: "marta" }] }] },
    "personalizations.0.to.0.email",
    "Does not contain a valid address.",
  ],
  [
    { ...mail, personalizations: [{ to: [{ name: "Marta" }] }] },
    "personalizations.0.to.0.email",
    "The to email parameter is required.",
  ],
  [
    { ...mail, personalizations: [{ to: [{ email: "marta@example.com" }], bcc: [{}] }] },
    "personalizations.0.bcc.0.email",
    "The bcc email parameter is required.",
  ],
  [{ ...mail, from: {} }, "from.email", expect.stringMatching(/^The from object must be provided/)],
  [{ ...mail, from: undefined }, "from.email", expect.stringMatching(/^The from object must be provided/)],
  [
    { ...mail, content: [{ type: "text/plain" }] },
    "content.0.value",
    "The content value must be a string at least one character in length.",
  ],
  [{ ...mail, subject: "" }, "subject", expect.stringMatching(/^The subject is required/)],
  [{ ...mail, content: [] }, "content", expect.stringContaining("the content parameter is required")],
  [
    { ...mail, categories: ["x".repeat(256)] },
    "categories",
    "The category name cannot be more than 255 characters long.",
  ],
])("SendGrid refuses %j and names %s", async (json, field, message) => {
  const url = "https://api.sendgrid.com/v3/mail/send";
  const reply = await scene.call().request({ method: "POST", url, json });
  expect(reply.status).toBe(400);
  expect(reply.json).toMatchObject({ errors: [{ field, message }] });
});
