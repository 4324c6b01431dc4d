import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../contract/action.ts";
import type { Provider } from "../contract/provider.ts";
import { callSlack } from "../slack/client.ts";
import { slack } from "../slack/provider.ts";
import { testActions } from "./actions.ts";

/** No app has an action that may happen twice today: this one is made up, of a method of Slack that takes no key. */
const shout = defineAction({
  title: "Shout",
  description: "Posts a message, and once more each time it is asked.",
  scopes: ["chat:write", "chat:write.public", "channels:read"],
  effect: "write",
  idempotency: "at_most_once",
  input: z.strictObject({ channel: trimmedText(200).meta({ title: "Channel" }) }),
  output: z.strictObject({ messageId: z.string() }),
  example: { channel: "C0ORDERS001" },
  async run(call, { channel }) {
    await callSlack(call, "conversations.list", { limit: 1 }, z.looseObject({}));
    const { ts } = await callSlack(
      call,
      "chat.postMessage",
      { channel, text: "Ready!" },
      z.looseObject({ ts: z.string() }),
    );
    return { messageId: ts };
  },
});

const shouting: Provider = { ...slack, actions: { shout } };

// That its unknown outcome is not repeated, but shown for a decision, is the engine's: sending/decisions.test.ts.
testActions(shouting, "scope_missing");
