import { z } from "zod";
import type { Action } from "../providers/contract/action.ts";
import type { Provider } from "../providers/contract/provider.ts";

/**
 * The guide to a provider as Markdown: for the operator who makes the app, the merchant who connects it, the engineer
 * who calls it. All of it is the provider's declaration.
 */
export function guideTo(provider: Provider): string {
  const { name, summary, benefits, docsUrl, api } = provider;
  const end = api.endsOn === null ? "no end announced" : `ends on ${api.endsOn}`;
  return [
    `# ${name}`,
    `<!-- Made from lib/providers/${provider.id} by \`npm run guides\`. Change it there. -->`,
    summary,
    bullets(benefits),
    `API: ${api.version} (${end}; ${api.source}). Documentation: ${docsUrl}`,
    "## For the operator",
    operatorPart(provider),
    "## For the merchant",
    numbered([...provider.setUp, connectStep(provider)]),
    "## Permissions",
    permissions(provider),
    "## Actions",
    ...Object.entries(provider.actions).map(([id, action]) => actionPart(id, action)),
    "## What can be listed",
    bullets(Object.entries(provider.resources).map(([id, { title }]) => `\`${id}\`: ${title}`)) || "Nothing.",
    "## Kept current here",
    bullets(Object.values(provider.sync).map(({ title }) => title)) || "Nothing is copied.",
    inboundPart(provider),
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}

function operatorPart({ id, auth, developerApp }: Provider): string {
  const prefix = id.toUpperCase().replaceAll("-", "_");
  if (auth.kind === "api_key" || !developerApp)
    return "Nothing to set up: each merchant connects with keys of their own.";
  const steps = developerApp.steps.map((step) =>
    step
      .replaceAll("{redirectUri}", `\`<APP_URL>/api/oauth/${id}/callback\``)
      .replaceAll("{inboundUrl}", `\`<APP_URL>/api/inbound/${id}\``),
  );
  const secrets = ["CLIENT_ID", "CLIENT_SECRET", ...developerApp.extraSecrets].map(
    (part) => `\`${prefix}_${part}\``,
  );
  return [
    `Make an app at ${developerApp.consoleUrl}:`,
    numbered(steps),
    `Set ${secrets.join(", ")} and start Patchbay anew. Without them, ${id} connects to the sandbox where \`SANDBOX\` is on.`,
  ].join("\n\n");
}

function connectStep({ auth, name }: Provider): string {
  if (auth.kind === "oauth2") return `Press Connect, and agree on ${name}'s own page.`;
  return auth.grant
    ? "Type the address and press Connect with one click, or type the keys yourself."
    : "Type the key and press Connect.";
}

function permissions({ auth, actions }: Provider): string {
  if (auth.scopes.length === 0) return "None are asked for one by one.";
  const rows = auth.scopes.map((scope) => {
    const users = Object.entries(actions).filter(([, action]) => action.scopes.includes(scope.id));
    const names = users.map(([id]) => `\`${id}\``).join(", ") || "-";
    return `| \`${scope.id}\` | ${scope.title} | ${scope.reason} | ${names} |`;
  });
  return ["| scope | allows | because | actions |", "|---|---|---|---|", ...rows].join("\n");
}

const ways: Record<Action["idempotency"], string> = {
  not_needed: "reads only",
  native_key: "the provider knows the idempotency key",
  upsert: "a repetition writes the same again",
  look_up_first: "it looks for what an earlier try made",
  stable_id: "the object's id is made from the idempotency key",
  at_most_once: "nothing keeps it from happening twice, so it is not repeated by itself",
};

function actionPart(id: string, action: Action): string {
  const { properties = {}, required = [] } = z.toJSONSchema(action.input, { io: "input" });
  const fields = Object.entries(properties).map(([name, property]) => {
    const { title = "", description } = fieldWords.parse(property);
    const need = required.includes(name) ? "required" : "optional";
    return `\`${name}\` (${need}): ${title}${description ? `. ${description}` : ""}`;
  });
  return [
    `### \`${id}\`: ${action.title}`,
    `${action.description} Repeated under one key: ${ways[action.idempotency]}.`,
    bullets(fields),
    `\`\`\`json\n${JSON.stringify(action.example, null, 2)}\n\`\`\``,
  ].join("\n\n");
}

const fieldWords = z.looseObject({ title: z.string().optional(), description: z.string().optional() });

function inboundPart({ id, inbound }: Provider): string {
  if (!inbound) return "";
  const address = inbound.address === "app" ? `/api/inbound/${id}` : `/api/inbound/${id}/{integrationId}`;
  const who = inbound.subscribe
    ? "Patchbay asks for them when a merchant connects."
    : "They are set in the app, once.";
  return `## Webhooks to us\n\nAt \`${address}\`, verified over the raw bytes. ${who}`;
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

function numbered(lines: readonly string[]): string {
  return lines.map((line, index) => `${index + 1}. ${line}`).join("\n");
}
