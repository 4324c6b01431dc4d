import type { SandboxAccountDesk, SandboxCommand } from "../../sandbox-kit/contract.ts";
import { channelSchema } from "./channel.ts";
import { sendEvent } from "./events.ts";
import { bot } from "./workspace.ts";

const tokensRevoked = { type: "tokens_revoked", tokens: { oauth: [], bot: [bot.userId] } };

/** What happens in a workspace without Patchbay: https://docs.slack.dev/reference/events/app_uninstalled */
export const commands: Readonly<Record<string, SandboxCommand>> = {
  "archive-kitchen": {
    title: "Archive the channel #kitchen",
    run: (desk) => changeChannel(desk, "C0KITCHEN01", { is_archived: true }, "is archived"),
  },
  "restore-kitchen": {
    title: "Restore the channel #kitchen",
    run: (desk) => changeChannel(desk, "C0KITCHEN01", { is_archived: false }, "is open again"),
  },
  "leave-orders": {
    title: "Take Patchbay out of #orders",
    run: (desk) => changeChannel(desk, "C0ORDERS001", { is_member: false }, "is without Patchbay"),
  },
  "revoke-tokens": {
    title: "Revoke Patchbay's tokens",
    run: async (desk) => {
      const told = await sendEvent(desk, tokensRevoked);
      await desk.revokeAll();
      return `No token of ${desk.account.label} is good any more; ${told}.`;
    },
  },
  "uninstall-app": {
    title: "Remove Patchbay from the workspace",
    run: async (desk) => {
      const told = [await sendEvent(desk, { type: "app_uninstalled" }), await sendEvent(desk, tokensRevoked)];
      await desk.revokeAll();
      return `Patchbay is no longer in ${desk.account.label}; ${told.join(", ")}.`;
    },
  },
};

async function changeChannel(
  { store }: SandboxAccountDesk,
  id: string,
  change: { is_archived?: boolean; is_member?: boolean },
  outcome: string,
): Promise<string> {
  const channel = await store.get("channel", id, channelSchema);
  if (!channel) return "There is no such channel in this workspace any more.";
  const hasLeft = channel.is_member && change.is_member === false;
  const num_members = hasLeft ? channel.num_members - 1 : channel.num_members;
  await store.put("channel", id, { ...channel, ...change, num_members });
  return `#${channel.name} ${outcome}.`;
}
