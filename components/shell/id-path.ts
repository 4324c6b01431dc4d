const folders = { evt: "events", dlv: "deliveries", wh: "webhooks" } as const;

const pattern = /^(?<prefix>evt|dlv|wh)_[A-Za-z0-9_-]+$/;

/** The page of an event, delivery or webhook id; null for text that is not such an id. */
export function pathForId(text: string): string | null {
  const id = text.trim();
  const prefix = pattern.exec(id)?.groups?.prefix;
  if (prefix !== "evt" && prefix !== "dlv" && prefix !== "wh") return null;
  return `/${folders[prefix]}/${id}`;
}
