import { baseUrl } from "./base-url.ts";
import type { Bundle, Z } from "./platform.ts";

type Account = { merchantId: string; merchantName: string; keyName: string | null; permissions: string[] };

async function test(z: Z, _bundle: Bundle): Promise<Account> {
  const { data } = await z.request<Account>({ url: `${baseUrl()}/api/zapier/me` });
  return data;
}

export const authentication = {
  type: "custom",
  test,
  connectionLabel: "{{merchantName}} ({{keyName}})",
  fields: [
    {
      key: "apiKey",
      label: "API key",
      type: "password",
      required: true,
      helpText:
        "In Patchbay, open **API keys**, create a key and tick *See events, webhooks, deliveries and logs*, *Create, change, test and delete webhooks* and *Send events*. Paste it here: it starts with `pb_`.",
    },
  ],
};
