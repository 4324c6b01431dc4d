import { afterEach, describe, expect, test } from "vitest";
import { deriveKeys } from "#lib/sandbox/core/account-keys.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";
import { sendgrid } from "./provider.ts";
import { emailDocument } from "./sandbox/documents.ts";
import { sandbox } from "./sandbox/sandbox.ts";

const scenes: ProviderTest[] = [];
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.stop();
});

async function open(): Promise<ProviderTest> {
  const scene = await startProviderTest(sendgrid);
  scenes.push(scene);
  return scene;
}

const receipt = { to: "marta@example.com", subject: "Your receipt", text: "Thank you!" };
const sentTo = async ({ context }: ProviderTest, to: string) =>
  (await context.store.list("email", emailDocument)).filter(({ data }) => data.toEmail === to);
const restrictedKey = ({ account }: ProviderTest) => {
  const { apiKey = "" } = deriveKeys(sandbox, account)[1]?.fields ?? {};
  return { credentials: { apiKey } };
};

describe("an email", () => {
  test("comes from the usual sender of the connection, with its name", async () => {
    const scene = await open();
    await scene.run("send-email", receipt);
    const [sent] = await sentTo(scene, receipt.to);
    expect(sent?.data).toMatchObject({ fromEmail: scene.settings.fromEmail, subject: "Your receipt" });
  });

  test("that is sent to the same person under another key is another email", async () => {
    const scene = await open();
    for (let number = 0; number < 40; number += 1) {
      const idempotencyKey = `order-${number}`;
      const output = await scene.run("send-email", receipt, { idempotencyKey });
      expect(output).toMatchObject({ wasSentAlready: false });
    }
    expect(await sentTo(scene, receipt.to)).toHaveLength(40);
    const again = await scene.run("send-email", receipt, { idempotencyKey: "order-7" });
    expect(again).toMatchObject({ wasSentAlready: true });
    expect(await sentTo(scene, receipt.to)).toHaveLength(40);
  });

  test("whose answer was lost is found in the log at once, and counts as sent", async () => {
    const scene = await open();
    await scene.fault("lost");
    const output = await scene.run("send-email", receipt, { idempotencyKey: "order-1" });
    const [sent] = await sentTo(scene, receipt.to);
    expect(output).toEqual({ messageId: sent?.id.split(".")[0], wasSentAlready: false });
  });

  test("is found again however the address was written", async () => {
    const scene = await open();
    await scene.run("send-email", receipt, { idempotencyKey: "order-1" });
    const shouted = { ...receipt, to: "MARTA@example.com" };
    const output = await scene.run("send-email", shouted, { idempotencyKey: "order-1" });
    expect(output).toMatchObject({ wasSentAlready: true });
  });

  test("of which the log has no details any more is none of ours", async () => {
    const scene = await open();
    await scene.run("send-email", receipt, { idempotencyKey: "order-1" });
    const call = scene.call({ idempotencyKey: "order-1" });
    const forgetful: typeof call = {
      ...call,
      request: async (request) =>
        request.url.includes("/v3/logs/")
          ? { status: 404, headers: {}, text: "", json: { errors: [{ message: "message not found" }] } }
          : call.request(request),
    };
    const output = await sendgrid.actions["send-email"].run(forgetful, receipt);
    expect(output).toMatchObject({ wasSentAlready: false });
  });

  test("without any sender says that one is needed", async () => {
    const scene = await open();
    const settings = { region: "global" };
    await expect(scene.run("send-email", receipt, { settings })).rejects.toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining("usual sender"),
    });
  });

  test("from a sender whom SendGrid does not know says where to verify the address", async () => {
    const scene = await open();
    const from = "somebody@elsewhere.example";
    await expect(scene.run("send-email", { ...receipt, from })).rejects.toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining("Sender Authentication"),
    });
  });

  test("is not even tried with a key that may not look up what has left", async () => {
    const scene = await open();
    await expect(scene.run("send-email", receipt, restrictedKey(scene))).rejects.toMatchObject({
      kind: "scope_missing",
      missingScope: "messages.read",
      message: expect.stringContaining("“Email Activity”"),
    });
    expect(await sentTo(scene, receipt.to)).toEqual([]);
  });

  test("that the plan has no room for waits, and the key is not blamed", async () => {
    const scene = await open();
    await sandbox.commands["use-credits-up"]?.run(scene.context);
    await expect(scene.run("send-email", receipt)).rejects.toMatchObject({
      kind: "rate_limited",
      retryAfterMs: 3_600_000,
      message: expect.stringContaining("Upgrade"),
    });
  });
});

test("a template is filled in with the data as it stands, names in any style", async () => {
  const scene = await open();
  const data = { firstName: "Marta", order_items: [{ dishName: "Margherita", quantity: 2 }] };
  const { templateId } = sendgrid.actions["send-template"].example;
  await scene.run("send-template", { to: receipt.to, templateId, data });
  const [sent] = await sentTo(scene, receipt.to);
  expect(sent?.data).toMatchObject({ templateId, templateData: data });
});

test("a key of the EU is good at the EU's host alone", async () => {
  const scene = await open();
  const { apiKey = "", ...settings } = deriveKeys(sandbox, scene.account)[2]?.fields ?? {};
  const credentials = { apiKey };
  await scene.run("send-email", receipt, { credentials, settings });
  expect(await sentTo(scene, receipt.to)).toHaveLength(1);
  const elsewhere = { credentials, settings: { ...settings, region: "global" } };
  await expect(scene.run("send-email", receipt, elsewhere)).rejects.toMatchObject({
    kind: "auth",
    message: expect.stringContaining("region"),
  });
});
