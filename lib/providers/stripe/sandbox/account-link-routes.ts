import { createHmac } from "node:crypto";
import { z } from "zod";
import { isSameText } from "#lib/same-text.ts";
import type { SandboxContext, SandboxReply, SandboxRoute } from "../../sandbox-kit/contract.ts";
import { findAccountDocument } from "./account-document.ts";
import { invalidFields } from "./account-routes.ts";
import { noAccess } from "./answers.ts";
import { onPlatform } from "./api.ts";
import { requirePlatformKey } from "./oauth.ts";
import { readOpening } from "./opening.ts";

const link = z.object({
  account: z.string(),
  returnUrl: z.string(),
  refreshUrl: z.string(),
  expiresAt: z.string(),
});

type Link = z.infer<typeof link>;

const lifeMs = 5 * 60_000;

const flow = {
  refresh_url: z.url(),
  return_url: z.url().optional(),
  collection_options: z
    .strictObject({
      fields: z.enum(["currently_due", "eventually_due"]).optional(),
      future_requirements: z.enum(["include", "omit"]).optional(),
    })
    .optional(),
};
const configurations = z.array(z.enum(["customer", "merchant", "recipient"])).min(1);

/** https://docs.stripe.com/api/v2/core/account-links/create; from 2026-09-30.endive on without `configurations`. */
function newLink<Flow extends z.ZodObject>(onboarding: Flow) {
  return z.strictObject({
    account: z.string(),
    use_case: z.strictObject({ type: z.literal("account_onboarding"), account_onboarding: onboarding }),
  });
}
const linkBeforeEndive = newLink(z.strictObject({ ...flow, configurations }));
const linkSinceEndive = newLink(z.strictObject(flow));

export const accountLinkRoutes: readonly SandboxRoute[] = [
  onPlatform("POST", /^api\.stripe\.com\/v2\/core\/account_links$/, async (args) => {
    const { request, context, isBeforeEndive } = args;
    const schema = isBeforeEndive ? linkBeforeEndive : linkSinceEndive;
    const { data, error } = schema.safeParse(request.json);
    if (!data) throw invalidFields(error);
    const { account, use_case } = data;
    if (!(await isOpenTo(context, account))) throw noAccess(requirePlatformKey(request, context), account);
    const { return_url, refresh_url } = use_case.account_onboarding;
    const created = context.now();
    const expiresAt = new Date(created.getTime() + lifeMs).toISOString();
    const link = { account, returnUrl: return_url ?? refresh_url, refreshUrl: refresh_url, expiresAt };
    const token = writeLinkToken(link, context.app.clientSecret);
    const json = {
      object: "v2.core.account_link",
      account,
      created: created.toISOString(),
      expires_at: expiresAt,
      livemode: false,
      url: `https://connect.stripe.com/setup/s/${account}/${token}`,
      use_case,
    };
    return { status: 200, json };
  }),
  {
    methods: ["GET"],
    match: /^connect\.stripe\.com\/setup\/s\/acct_\w+\/(?<token>[\w.-]+)$/,
    access: "open",
    handle: (_, context, { token = "" }) => showForm(context, token),
  },
];

/** One that was opened here and to which nobody has come yet has no place of its own. */
async function isOpenTo({ account, store, app }: SandboxContext, id: string): Promise<boolean> {
  if (account === null) return readOpening(id, app.clientSecret) !== null;
  return (await findAccountDocument(store)).authorization === "given";
}

/** The page on which Stripe asks for what it needs. Whoever does not agree comes back as from a link that has expired. */
async function showForm(context: SandboxContext, token: string): Promise<SandboxReply> {
  const link = readLinkToken(token, context.app.clientSecret);
  if (!link) return { status: 404, text: "There is no such page." };
  if (Date.parse(link.expiresAt) <= context.now().getTime()) {
    return { status: 302, headers: { location: link.refreshUrl } };
  }
  return context.askConsent({
    data: { page: "account link" },
    scopes: [
      {
        id: "read_write",
        title: "Give Stripe what it asks for: who you are, your business, your bank account",
      },
    ],
    externalId: link.account,
    allowUrl: link.returnUrl,
    denyUrl: link.refreshUrl,
  });
}

/** What stands in the address of an account link: where it leads, signed. */
function writeLinkToken(content: Link, secret: string): string {
  const text = Buffer.from(JSON.stringify(content)).toString("base64url");
  return `${text}.${createSignature(text, secret)}`;
}

/** null for a token that was not written here. */
function readLinkToken(token: string, secret: string): Link | null {
  const [text = "", signature = ""] = token.split(".");
  if (!isSameText(signature, createSignature(text, secret))) return null;
  return link.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
}

function createSignature(text: string, secret: string): string {
  return createHmac("sha256", secret).update("account link").update(text).digest("base64url");
}
