const folders = { evt: "events", dlv: "deliveries", wh: "webhooks", int: "integrations" } as const;

const pattern = /^(?<prefix>evt|dlv|wh|int)_[A-Za-z0-9_-]+$/;

/** The page of an event, delivery, webhook or connection id; null for text that is not such an id. */
export function pathForId(text: string): string | null {
  const id = text.trim();
  const prefix = pattern.exec(id)?.groups?.prefix;
  if (prefix !== "evt" && prefix !== "dlv" && prefix !== "wh" && prefix !== "int") return null;
  return `/${folders[prefix]}/${id}`;
}
