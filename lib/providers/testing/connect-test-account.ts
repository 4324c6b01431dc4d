import { randomBytes } from "node:crypto";
import { newId } from "#lib/ids.ts";
import { deriveKeys } from "#lib/sandbox/core/account-keys.ts";
import type { ConnectInput } from "../contract/auth.ts";
import type { Provider } from "../contract/provider.ts";
import type { ProviderSandbox, SandboxAccountContext } from "../sandbox-kit/contract.ts";

type Connected = { credentials: Record<string, string>; settings: Record<string, string> };

/** What an integration would hold after connecting an account: an access token of a new grant, or the typed keys. */
export async function connectTestAccount(options: {
  provider: Provider;
  sandbox: ProviderSandbox;
  context: SandboxAccountContext;
  scopes: readonly string[] | undefined;
}): Promise<Connected> {
  const { auth } = options.provider;
  if (auth.kind === "oauth2") {
    const [name, ...others] = Object.keys(auth.input.shape);
    const named = name && others.length === 0 ? { [name]: options.context.account.externalId } : {};
    const settings = { ...named, ...deriveKeys(options.sandbox, options.context.account)[0]?.fields };
    return { credentials: { accessToken: await issueAccess(options) }, settings };
  }
  const [key] = deriveKeys(options.sandbox, options.context.account);
  if (!key) throw new Error(`${options.provider.id} is connected with keys, and its sandbox has none.`);
  const typed = splitFields(auth.input, key.fields);
  if (auth.tokenRequest === null) return options.scopes ? withKey(options, typed) : typed;
  return { ...typed, credentials: { ...typed.credentials, accessToken: await issueAccess(options) } };
}

/** Keys like those that people type, which may do just what is asked for. */
async function withKey(
  { provider, sandbox, context, scopes = [] }: Parameters<typeof connectTestAccount>[0],
  { credentials, settings }: Connected,
): Promise<Connected> {
  const { auth } = provider;
  if (auth.kind !== "api_key") throw new Error(`${provider.id} is not connected by keys.`);
  const last = randomBytes(4).toString("hex");
  const own = Object.fromEntries(
    Object.entries(credentials).map(([name, value]) => [name, `${value.slice(0, -last.length)}${last}`]),
  );
  const host = sandbox.hosts.find((name) => !name.includes("*")) ?? "shop.example";
  const { headers = {} } = auth.authenticate({ method: "GET", url: `https://${host}/` }, own);
  const shown = { method: "GET", url: new URL(`https://${host}/`), headers: { ...headers }, text: "" };
  const token = sandbox.readCredential({ ...shown, json: undefined, form: new URLSearchParams() });
  if (token === null) throw new Error(`${provider.id} shows no key.`);
  const grant = { id: newId("sbx"), account: context.account, scopes, data: {} };
  await context.issue(grant, { kind: "key", token });
  return { credentials: own, settings };
}

async function issueAccess({
  provider,
  context,
  scopes,
}: Parameters<typeof connectTestAccount>[0]): Promise<string> {
  const granted = scopes ?? provider.auth.scopes.map(({ id }) => id);
  const token = `test-${randomBytes(24).toString("hex")}`;
  const grant = { id: newId("sbx"), account: context.account, scopes: granted, data: {} };
  await context.issue(grant, { kind: "access", token });
  return token;
}

/** Secret fields of a connect form are credentials, the others settings. */
function splitFields(input: ConnectInput, fields: Readonly<Record<string, string>>): Connected {
  const isSecret = (name: string) => input.shape[name]?.meta()?.secret === true;
  const entries = Object.entries(fields);
  return {
    credentials: Object.fromEntries(entries.filter(([name]) => isSecret(name))),
    settings: Object.fromEntries(entries.filter(([name]) => !isSecret(name))),
  };
}
