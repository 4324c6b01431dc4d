type Metadata = Readonly<Record<string, unknown>> | null | undefined;

/** The key under which something was asked for, where it was by us (`own-mark.ts`). */
export function markIn(metadata: Metadata): string | null {
  return textIn(metadata, "patchbay_key");
}

/** The order that something is for. */
export function orderIn(metadata: Metadata): string | null {
  return textIn(metadata, "order_id");
}

function textIn(metadata: Metadata, name: string): string | null {
  const value = metadata && Object.hasOwn(metadata, name) ? metadata[name] : undefined;
  return typeof value === "string" && value !== "" ? value : null;
}
