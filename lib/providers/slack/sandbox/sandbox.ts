import type { ProviderSandbox } from "../../sandbox-kit/contract.ts";
import { refuse } from "./answers.ts";
import { credentialOf } from "./api.ts";
import { commands } from "./commands.ts";
import { conversationsJoin, conversationsList } from "./conversations.ts";
import { conversationsHistory } from "./history.ts";
import { authRevoke, authTest, consentRoutes } from "./oauth.ts";
import { postMessage } from "./post-message.ts";
import { newAccount } from "./seed.ts";

/** Slack as its documentation describes it: https://docs.slack.dev/apis/web-api. How often it is called does not count. */
export const sandbox = {
  hosts: ["slack.com"],
  newAccount,
  credentialOf,
  routes: [
    ...consentRoutes,
    authTest,
    authRevoke,
    conversationsList,
    conversationsJoin,
    conversationsHistory,
    postMessage,
  ],
  refuse,
  commands,
} satisfies ProviderSandbox;
