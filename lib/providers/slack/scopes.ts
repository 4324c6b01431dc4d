import type { Scope } from "../contract/auth.ts";

/**
 * Bot scopes (https://docs.slack.dev/reference/scopes). Nothing that lets us see people, private channels or direct
 * messages. Slack shows a bot the history of those public channels only that it has joined, hence `channels:join`.
 */
export const scopes = [
  {
    id: "chat:write",
    title: "Post messages as Patchbay",
    reason: "Your team reads in Slack what happens in your shop.",
  },
  {
    id: "chat:write.public",
    title: "Post in any public channel",
    reason: "You can choose any public channel, also one to which nobody has invited Patchbay.",
  },
  {
    id: "channels:read",
    title: "See the list of your public channels",
    reason: "You choose the channel from a list, and need not look up its ID.",
  },
  {
    id: "channels:join",
    title: "Join public channels",
    reason: "Slack lets an app look for its own messages only in channels that it has joined.",
  },
  {
    id: "channels:history",
    title: "Read messages in the public channels it has joined",
    reason:
      "When Slack's answer was lost, Patchbay looks whether its message is there, so that nothing is posted twice. It keeps none of what it reads.",
  },
] as const satisfies readonly Scope[];

const askedFor = new Set<string>(scopes.map(({ id }) => id));

export function isScopeAskedFor(id: string): boolean {
  return askedFor.has(id);
}
